package de.kreislaufstadt.process;

import java.util.UUID;

/**
 * An element of a multi-instance activity that belongs to a department.
 *
 * @param id row of the element
 * @param department key of the department that works on it
 */
public record ItemRef(UUID id, String department) {

    private static final String SEPARATOR = "@";

    public static ItemRef of(UUID id, String department) {
        return new ItemRef(id, department);
    }

    /** @return the id in a routing value written by {@link #toString()}, with or without a department */
    public static UUID idIn(String routingValue) {
        return UUID.fromString(routingValue.split(SEPARATOR, 2)[0]);
    }

    /** @return the department in a routing value, or null where it names none */
    public static String departmentIn(String routingValue) {
        String[] parts = routingValue.split(SEPARATOR, 2);
        return parts.length == 2 ? parts[1] : null;
    }

    @Override
    public String toString() {
        return id + SEPARATOR + department;
    }
}
