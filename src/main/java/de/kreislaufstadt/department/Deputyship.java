package de.kreislaufstadt.department;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody stands in for a person, or for the heads of a department in their role.
 *
 * @param absentBy user id; null where a role is meant
 * @param headOf key of the department whose heads have named a deputy for their role; null where a person is meant
 * @param deputyBy user id
 * @param place 1 = first deputy, 2 = second: acts only while the first is away, too
 * @param departments keys it is limited to; empty = all of the person's
 * @param withHead whether tasks of the head belong to it
 */
record Deputyship(
        UUID id,
        String municipality,
        String absentBy,
        String headOf,
        String deputyBy,
        LocalDate firstDay,
        LocalDate lastDay,
        int place,
        List<String> departments,
        boolean withHead) {

    static final int FIRST = 1;
    static final int SECOND = 2;

    /** @return the person, or the group of the heads: what is recorded with a step and what engine groups are named */
    String inPlaceOf() {
        return absentBy == null ? Groups.head(municipality, headOf) : absentBy;
    }

    boolean isFor(Deputyship other) {
        return municipality.equals(other.municipality) && inPlaceOf().equals(other.inPlaceOf());
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    boolean overlaps(Deputyship other) {
        return !firstDay.isAfter(other.lastDay) && !lastDay.isBefore(other.firstDay);
    }
}
