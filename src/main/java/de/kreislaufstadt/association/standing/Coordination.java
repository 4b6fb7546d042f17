package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.People;
import de.kreislaufstadt.process.StandIns;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The department that coordinates with the association in a city, and who of it is at work. */
@Component
public class Coordination {

    /** Role of that department in the city's file. */
    public static final String ROLE = "ASSOCIATION_COORDINATION";

    private static final String HEAD = "-head";

    private final DepartmentDirectory departments;
    private final StandIns standIns;
    private final People people;

    Coordination(DepartmentDirectory departments, StandIns standIns, People people) {
        this.departments = departments;
        this.standIns = standIns;
        this.people = people;
    }

    /**
     * Somebody of that department.
     *
     * @param group engine group they act in: that of the heads where they are one
     * @param deputyFor user or group of heads in whose place they act; null where in nobody's
     */
    public record Staff(String municipality, String user, String group, boolean head, String deputyFor) {}

    /** @return whether the city has a department that coordinates */
    public boolean isThere(String municipality) {
        return departments.departmentWithRole(municipality, ROLE).isPresent();
    }

    /** @return the person as one of that department; empty for everybody else, and for who is of several cities or none */
    public Optional<Staff> of(Login who) {
        if (who.tenants().size() != 1) {
            return Optional.empty();
        }
        String municipality = who.tenants().get(0);
        return departments
                .departmentWithRole(municipality, ROLE)
                .map(unit -> municipality + "-" + departments.currentOf(municipality, unit))
                .flatMap(members -> staff(municipality, members, who));
    }

    private Optional<Staff> staff(String municipality, String members, Login who) {
        boolean head = who.groups().contains(members + HEAD);
        if (!head && !who.groups().contains(members)) {
            return Optional.empty();
        }
        String group = head ? members + HEAD : members;
        String deputyFor = standIns.onBehalfOf(who.user(), group, null).orElse(null);
        return Optional.of(new Staff(municipality, who.user(), group, head, deputyFor));
    }

    /**
     * Nobody releases their own work, nor that of the person in whose place they act; and work done in a role's place is the work of
     * everybody who has the role.
     *
     * @param doneBy user id
     * @param deputyFor in whose place it was done; null where in nobody's
     */
    boolean isWorkOf(Staff staff, String doneBy, String deputyFor) {
        Set<String> authors = persons(staff.municipality(), doneBy, deputyFor);
        return persons(staff.municipality(), staff.user(), staff.deputyFor()).stream()
                .anyMatch(authors::contains);
    }

    private Set<String> persons(String municipality, String user, String deputyFor) {
        Set<String> persons = new HashSet<>();
        persons.add(user);
        if (Objects.nonNull(deputyFor)) {
            persons.add(deputyFor);
            people.membersOf(municipality, deputyFor).stream()
                    .map(People.Person::id)
                    .forEach(persons::add);
        }
        return persons;
    }
}
