package de.kreislaufstadt.department;

import java.util.List;

/**
 * Names of the engine groups of a municipality. They carry the municipality, since the engine's groups are global and the
 * members of one city must not match the tasks of another.
 */
final class Groups {

    /** Last words of group names that a department's key must not end with, or two groups would share a name. */
    static final List<String> RESERVED = List.of("head", "staff", "managers");

    private Groups() {}

    static String department(String municipality, String key) {
        return municipality + "-" + key;
    }

    static String head(String municipality, String key) {
        return department(municipality, key) + "-head";
    }

    static String staff(String municipality) {
        return municipality + "-staff";
    }

    static String managers(String municipality) {
        return municipality + "-managers";
    }
}
