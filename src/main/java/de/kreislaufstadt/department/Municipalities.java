package de.kreislaufstadt.department;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known and what is set per municipality. Unknown municipalities throw {@link IllegalArgumentException}. */
public interface Municipalities {

    /** @return ids of all municipalities, sorted */
    List<String> all();

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

    /** @return time of the daily look at all deadlines that the municipality has set, if it has */
    Optional<LocalTime> reminderTime(String municipality);
}
