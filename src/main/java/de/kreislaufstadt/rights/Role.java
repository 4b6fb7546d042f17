package de.kreislaufstadt.rights;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What somebody is in the application; a person can be several. They follow from the engine's groups alone. */
public enum Role {
    /** Works on the tasks of departments: everybody of a municipality's staff. */
    CLERK,
    /** Decides for a department. */
    HEAD,
    /** Looks everywhere in the municipality, acts where a task is theirs, and steps in where a measure is stuck. */
    MANAGER,
    /** Looks everywhere in the municipality, never acts. */
    MONITOR,
    /** Of no city; works on single tasks of workshops somewhere. */
    EXTERNAL_MODERATOR,
    /** Coordinates the municipalities of the association and sees nothing that is internal to one. */
    ASSOCIATION_COORDINATOR,
    /** Administers municipalities, accounts and data protection, and does not touch processes. */
    ADMINISTRATOR,
    /** Deploys models, looks after jobs and incidents, suspends and cancels in an emergency, sees no content. */
    OPERATOR,
    /** Reads histories and logs of the municipality. */
    AUDITOR;

    /** Group of those who look after the running installation. */
    public static final String OPERATORS = "operators";

    /** Group of the association's coordinators. */
    public static final String ASSOCIATION = "association";

    /** Group of the administrators, as the engine names it. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /** Group of people of no municipality, whether they have a right somewhere today or not. */
    public static final String OUTSIDERS = "external";

    /** Last part of the name of the group of a municipality's monitors. */
    public static final String MONITORS_SUFFIX = "-monitors";

    /** Last part of the name of the group of a municipality's auditors. */
    public static final String AUDITORS_SUFFIX = "-auditors";

    private static final String MANAGERS_SUFFIX = "-managers";
    private static final String STAFF_SUFFIX = "-staff";
    private static final String HEAD_SUFFIX = "-head";

    /**
     * @param groups engine groups of the person, those of a deputy included
     * @param tenants municipalities the person may do something in
     * @return what the person is; nothing for an account that is in no group and in no municipality
     */
    public static Set<Role> of(Collection<String> groups, Collection<String> tenants) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        groups.forEach(group -> add(group, roles));
        boolean ofNoCity = roles.isEmpty() || roles.equals(Set.of(ASSOCIATION_COORDINATOR));
        if (ofNoCity && !tenants.isEmpty()) {
            roles.add(EXTERNAL_MODERATOR);
        }
        return roles;
    }

    /** @return whether who is this reads everything of the municipality, whatever their departments */
    public boolean looksEverywhere() {
        return this == MANAGER || this == MONITOR || this == AUDITOR;
    }

    private static void add(String group, Set<Role> roles) {
        switch (group) {
            case ADMINISTRATORS -> roles.add(ADMINISTRATOR);
            case OPERATORS -> roles.add(OPERATOR);
            case ASSOCIATION -> roles.add(ASSOCIATION_COORDINATOR);
            case OUTSIDERS -> roles.add(EXTERNAL_MODERATOR);
            default -> addOfCity(group, roles);
        }
    }

    private static void addOfCity(String group, Set<Role> roles) {
        if (group.endsWith(STAFF_SUFFIX)) {
            roles.add(CLERK);
        } else if (group.endsWith(HEAD_SUFFIX)) {
            roles.add(HEAD);
        } else if (group.endsWith(MANAGERS_SUFFIX)) {
            roles.add(MANAGER);
        } else if (group.endsWith(MONITORS_SUFFIX)) {
            roles.add(MONITOR);
        } else if (group.endsWith(AUDITORS_SUFFIX)) {
            roles.add(AUDITOR);
        }
    }
}
