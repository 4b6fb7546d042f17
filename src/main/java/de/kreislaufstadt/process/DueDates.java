package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.time.LocalTime;

/** Deadlines in working days; answered by the module that knows the holidays. */
public interface DueDates {

    /** @return last day to complete the task in this scope; null where the decision table names none */
    LocalDate dueDate(TaskContext scope);

    /** @return last day of the named period of working days that begins today; yesterday where the period is set to no days */
    LocalDate endOfPeriod(TaskContext scope, String period);

    /** @return time of the day at which the municipality looks at all its deadlines */
    LocalTime morning(String municipality);

    /** @return interval of a recurring step as ISO 8601 repetition, e.g. {@code R/P3M} */
    String recurrence(TaskContext scope, String name);
}
