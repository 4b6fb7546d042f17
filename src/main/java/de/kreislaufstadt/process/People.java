package de.kreislaufstadt.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who the people of a municipality are and where mail reaches them. */
public interface People {

    /** @return everybody in the group, by id */
    List<Person> membersOf(String municipality, String group);

    /** @return those of them who have an account in the municipality or, being of none, a right there today; by id */
    Map<String, Person> find(String municipality, Collection<String> ids);

    /**
     * Somebody with an account.
     *
     * @param id engine's id
     * @param mail address, {@code null} if none is known
     */
    record Person(String id, String mail) {}
}
