package de.kreislaufstadt.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People, groups and tenants as the engine keeps them. */
public interface Accounts {

    /** Creates or renames a tenant. */
    void ensureTenant(String municipality, String name);

    /** Creates or renames a group of the tenant and grants nothing beyond what its {@link Kind} stands for. */
    void ensureGroup(String municipality, String id, String name, Kind kind);

    /**
     * Creates or renames a person, puts them into exactly these groups of the municipality and into the tenant.
     *
     * @param initialPassword set only when the person is created; null leaves the account without login until an
     *     administrator sets one
     */
    void ensurePerson(String municipality, String id, String name, List<String> groups, String initialPassword);

    /**
     * Sets where mail reaches a person who has an account.
     *
     * @param mail valid address; null if there is none
     */
    void reachAt(String id, String mail);

    /** Locks a person out: removed from all groups of the municipality, cannot log in. */
    void removePerson(String municipality, String id);

    /** Deletes a tenant that has no people any more, with its groups, their rights and lists. */
    void removeTenant(String municipality);

    /** Creates the first administrator if there is none. */
    void ensureAdministrator(String id, String password);

    /** @return whether any administrator exists */
    boolean hasAdministrator();

    /** @return display name of a person or group; words for a deleted person, in the language of the reader, where there is no such account */
    String nameOf(String user);

    /** @return groups and tenants of a person whom somebody else vouches for; empty if there is no such account or it is disabled */
    Optional<Login> loginOf(String user);

    /** @return the accounts of a municipality with the groups they belong to themselves, by name */
    List<Person> people(String municipality);

    /** @return the groups that accounts belong to themselves, by user; in one statement */
    Map<String, List<String>> groupsOf(Collection<String> users);

    /** Somebody with an account. */
    record Person(String user, String name, List<String> groups) {}

    /** What a group may do. */
    enum Kind {
        /** Members work on the tasks of a department. */
        DEPARTMENT,
        /** Members decide for a department, and look after its measures on our pages in Cockpit. */
        DEPARTMENT_HEAD,
        /** Everybody of the municipality: Tasklist, filters, proposing measures. */
        STAFF,
        /** Everybody of the association's office: Tasklist and filters, as staff, but no measures. */
        OFFICE_STAFF,
        /** Managers of the municipality: Cockpit, read only. */
        MANAGERS,
        /** Monitors of the municipality: they read what managers read, and nothing is theirs to do. */
        MONITORS,
        /** Auditors of the municipality: what monitors read, and the log of interventions. */
        AUDITORS
    }

    record Login(String user, List<String> groups, List<String> tenants) {}
}
