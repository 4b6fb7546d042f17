package de.kreislaufstadt.department;

import de.kreislaufstadt.rights.Role;
import java.util.List;

/**
 * Names of the engine groups of a municipality. They carry the municipality, since the engine's groups are global and the
 * members of one city must not match the tasks of another.
 */
final class Groups {

    /** Last words of group names that a department's key must not end with, or two groups would share a name. */
    static final List<String> RESERVED = List.of("head", "staff", "managers", "monitors", "auditors");

    private static final String HEAD = "-head";

    private Groups() {}

    static String department(String municipality, String key) {
        return municipality + "-" + key;
    }

    static String head(String municipality, String key) {
        return department(municipality, key) + HEAD;
    }

    /** @return the department a group of this municipality stands for */
    static Department departmentOf(String municipality, String group) {
        String name = group.substring(municipality.length() + 1);
        boolean head = name.endsWith(HEAD);
        return new Department(head ? name.substring(0, name.length() - HEAD.length()) : name, head);
    }

    /** A department as a group stands for it: its members, or its heads. */
    record Department(String key, boolean head) {}

    static String staff(String municipality) {
        return municipality + "-staff";
    }

    static String managers(String municipality) {
        return municipality + "-managers";
    }

    static String monitors(String municipality) {
        return municipality + Role.MONITORS_SUFFIX;
    }

    static String auditors(String municipality) {
        return municipality + Role.AUDITORS_SUFFIX;
    }
}
