package de.kreislaufstadt.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.audit.TimeSpent.Spent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry of the log in words.
 *
 * @param number its number in the log of the municipality
 * @param kind code of what was done
 * @param action the same in words
 * @param step name of the step; absent where none was concerned
 * @param task id of the step in its model
 * @param item what it was about beside the measure
 * @param by name of who did it; absent where the product did it by itself
 * @param day of a step done before the measure came into this system, of which nobody knows the hour; absent of others
 * @param openedAt when the step came up; only of completed steps
 * @param takenAt when somebody first took it; absent where nobody did
 * @param spent how long the step took; only of completed steps
 * @param reason what was given as reason
 * @param erased number of values that have been erased since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CourseEntry(
        long number,
        Instant at,
        LocalDate day,
        String kind,
        String action,
        String step,
        String process,
        String task,
        Integer version,
        String item,
        String by,
        String role,
        String deputyFor,
        Instant openedAt,
        Instant takenAt,
        Spent spent,
        String reason,
        List<Value> values,
        List<Decision> decisions,
        int erased) {

    /** A step of which only the day, its name and its department are known. */
    static CourseEntry before(
            long number, LocalDate day, Instant at, String kind, String action, String step, String task, String role) {
        return new CourseEntry(
                number, at, day, kind, action, step, null, task, null, null, null, role, null, null, null, null, null,
                List.of(), List.of(), 0);
    }

    /**
     * A value that was entered.
     *
     * @param from as it was; absent for nothing
     * @param to as it is; absent for nothing
     * @param withheld whether it is data of a person, of which the log keeps nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(String field, String from, String to, boolean withheld) {}

    /**
     * What a decision table answered.
     *
     * @param reasons what stands beside the rules that matched
     * @param inputs what it was asked with, as text
     * @param answers what it answered, as text
     * @param own whether the municipality has a table of its own in place of the shared one
     */
    record Decision(String table, List<String> reasons, String inputs, String answers, boolean own) {}
}
