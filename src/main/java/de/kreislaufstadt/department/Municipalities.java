package de.kreislaufstadt.department;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known and what is set per municipality. Unknown municipalities throw {@link IllegalArgumentException}. */
public interface Municipalities {

    /** @return ids of all cities, sorted; the association is none */
    List<String> all();

    /** @return ids of all that have departments, people and tasks, sorted: the cities and the association's office */
    default List<String> tenants() {
        return all();
    }

    /** @return whether it is the association's office and no city: it has no measures and nothing public */
    default boolean isAssociation(String municipality) {
        return false;
    }

    /** @return whether people of the association may work on those tasks of its workshops that are the moderation's */
    default boolean isModeratedByAssociation(String municipality) {
        return false;
    }

    /** @return name as published, e.g. {@code Stadt Münster} */
    String nameOf(String municipality);

    /** @return pattern that numbers of council papers match as a whole; empty where any number will do */
    Optional<Pattern> paperNumberPattern(String municipality);

    /** @return the federal state, whose public holidays hold */
    FederalState federalState(String municipality);

    /** @return days on which the administration is closed although they are no public holidays */
    Set<LocalDate> closingDays(String municipality);

    /** @return working days set for a task or period instead of the decision table's, if any */
    OptionalInt workingDays(String municipality, String taskOrPeriod);

    /** @return ISO 8601 repetition set for a recurring step instead of the decision table's, if any */
    Optional<String> recurrence(String municipality, String name);

    /** @return when an open task makes itself heard, where the municipality has set it instead of the decision table, if it has */
    Optional<List<ReminderStage>> reminders(String municipality, String task);

    /** @return the same for all tasks to which the decision table gives no rhythm of their own */
    Optional<List<ReminderStage>> usualReminders(String municipality);

    /** @return last day of the municipality, if it is to end: no measure is begun any more */
    Optional<LocalDate> lastDay(String municipality);

    /** @return whether the last day of the municipality is over: nobody signs in to it any more */
    boolean hasEnded(String municipality);

    /**
     * @return weight by criterion of a sketch's score, together 100, instead of the decision table {@code score-weights};
     *     empty where nothing is set
     */
    Map<String, Integer> scoreWeights(String municipality);

    /** @return ISO 8601 period set for a kind of personal data instead of the installation's, if any */
    Optional<Period> retention(String municipality, String kind);

    /** @return whether heads see how many open tasks each person of their department holds; no, unless the municipality has set it */
    default boolean showsOpenTasksPerPerson(String municipality) {
        return false;
    }

    /** @return mail addresses that may be read in public although they are no mailbox of a department, in small letters */
    default Set<String> publicMailAddresses(String municipality) {
        return Set.of();
    }

    /** @return telephone numbers that may be read in public, as the municipality writes them */
    default Set<String> publicPhoneNumbers(String municipality) {
        return Set.of();
    }

    /**
     * @return whether the first publication of a measure begins with its decision; yes, unless the municipality wants somebody to
     *     begin it
     */
    default boolean publishesByItself(String municipality) {
        return true;
    }

    /**
     * @return who may read a field of a measure at most, {@code PUBLIC} to {@code INTERNAL}, by key of the field; empty where
     *     the decision table {@code field-visibility} alone says it
     */
    default Map<String, String> visibility(String municipality) {
        return Map.of();
    }

    /** @return how the municipality shows itself to people without account */
    MunicipalLook look(String municipality);

    /** @return time of the daily look at all deadlines that the municipality has set, if it has */
    Optional<LocalTime> reminderTime(String municipality);
}
