package de.kreislaufstadt.department;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A municipality with everything that is set for it.
 *
 * @param officialKey null for the association
 * @param paperNumberPattern regular expression; null where any number will do
 * @param units by key
 * @param workingDays by task or period
 * @param routing role by task
 * @param recurrence ISO 8601 repetition by name
 * @param reminders when open tasks make themselves heard
 * @param validUntil last day; null = open
 * @param scoreWeights by criterion; empty = those of the decision table
 * @param retention ISO 8601 period by kind of personal data, as far as it differs from the installation's
 * @param openTasksPerPerson whether heads see how many open tasks each person of their department holds
 * @param visibility who may read a field of a measure at most, by key of the field
 * @param moderatedByAssociation whether people of the association may work on the tasks that are the moderation's
 * @param association whether it is no city but the association, which has an office with departments and people as a city has
 */
record City(
        String id,
        String name,
        String officialKey,
        FederalState federalState,
        String paperNumberPattern,
        Map<LocalDate, String> closingDays,
        Map<String, Unit> units,
        Map<String, Integer> workingDays,
        Map<String, String> routing,
        Map<String, String> recurrence,
        ReminderSettings reminders,
        LocalDate validUntil,
        Map<String, Integer> scoreWeights,
        Map<String, String> retention,
        MunicipalLook look,
        boolean openTasksPerPerson,
        PublicPage publicPage,
        Map<String, String> visibility,
        boolean association,
        boolean moderatedByAssociation) {

    boolean hasEndedBy(LocalDate day) {
        return validUntil != null && day.isAfter(validUntil);
    }

    City withUnits(Map<String, Unit> others) {
        return new City(
                id,
                name,
                officialKey,
                federalState,
                paperNumberPattern,
                closingDays,
                others,
                workingDays,
                routing,
                recurrence,
                reminders,
                validUntil,
                scoreWeights,
                retention,
                look,
                openTasksPerPerson,
                publicPage,
                visibility,
                association,
                moderatedByAssociation);
    }

    /**
     * An organisational unit.
     *
     * @param validFrom first day, null = always
     * @param validUntil last day, null = open
     * @param successor key of the unit that goes on with its work, null = none
     * @param mailbox functional mailbox, null = none
     * @param parent key of the unit above it (Dezernat), null = none
     */
    record Unit(
            String key,
            String name,
            Set<String> roles,
            LocalDate validFrom,
            LocalDate validUntil,
            String successor,
            String mailbox,
            String parent) {

        boolean isValidOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && !hasEndedBy(day);
        }

        boolean hasEndedBy(LocalDate day) {
            return validUntil != null && day.isAfter(validUntil);
        }
    }

    /**
     * @return key of the valid unit that holds the role on that day, if there is one: a unit that has the role itself, else
     *     the successor of one that had it
     */
    Optional<String> holderOf(String role, LocalDate day) {
        return units.values().stream()
                .filter(unit -> unit.roles().contains(role) && unit.isValidOn(day))
                .map(Unit::key)
                .sorted()
                .findFirst()
                .or(() -> units.values().stream()
                        .filter(unit -> unit.roles().contains(role) && unit.hasEndedBy(day))
                        .max(Comparator.comparing(Unit::validUntil).thenComparing(Unit::key))
                        .map(unit -> currentOf(unit.key(), day))
                        .filter(current ->
                                units.containsKey(current) && units.get(current).isValidOn(day)));
    }

    /** @return key of the unit above a unit on that day, or of what has become of it, if there is one */
    Optional<String> parentOf(String key, LocalDate day) {
        return Optional.ofNullable(units.get(currentOf(key, day)))
                .map(Unit::parent)
                .map(parent -> currentOf(parent, day))
                .filter(parent -> units.get(parent).isValidOn(day));
    }

    /** @return key of the unit that does the work of a unit on that day: itself, or the last of its successors so far */
    String currentOf(String key, LocalDate day) {
        Set<String> seen = new HashSet<>();
        String current = key;
        Unit unit = units.get(current);
        while (unit != null && unit.hasEndedBy(day) && unit.successor() != null && seen.add(current)) {
            current = unit.successor();
            unit = units.get(current);
        }
        return current;
    }

    /** @return keys of all units whose work the members of this unit do on that day, sorted: tasks follow the successor */
    List<String> inheritedBy(String key, LocalDate day) {
        String current = currentOf(key, day);
        return units.keySet().stream()
                .filter(other -> currentOf(other, day).equals(current))
                .sorted()
                .toList();
    }
}
