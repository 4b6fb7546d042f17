package de.kreislaufstadt.released;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How long steps took in one quarter, and whether deadlines were kept. Small units are left out or put together before anything
 * comes here: there is no place for what fewer than five people have done.
 *
 * @param from first day of the quarter
 * @param until last day of the quarter
 * @param releasedAt null until it is released
 */
public record TimeFacts(LocalDate from, LocalDate until, Instant releasedAt, List<Row> rows) {

    /** The list may not be changed afterwards. */
    public TimeFacts {
        rows = List.copyOf(rows);
    }

    /**
     * A step, a phase or a department.
     *
     * @param kind {@code STEP}, {@code PHASE} or {@code DEPARTMENT}
     * @param process key of the process; null for phases and departments
     * @param key of the step, the phase or the department; {@code other} for those that are shown together
     * @param name as people read it in German
     * @param units how many departments the row holds; 1 for one
     * @param done how often it was done; null where the row is suppressed, as everything that follows
     * @param medianHours rounded down, as the following
     * @param withDeadline how many had a deadline
     * @param inTime how many of those were done in time
     */
    public record Row(
            String kind,
            String process,
            String key,
            String name,
            int units,
            Integer done,
            Integer medianHours,
            Integer ninetiethHours,
            Integer withDeadline,
            Integer inTime) {}
}
