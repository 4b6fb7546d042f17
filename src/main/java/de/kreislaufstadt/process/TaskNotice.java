package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Something happened to an open task that somebody has to hear of. Published with Spring's
 * {@code ApplicationEventPublisher} inside the transaction that caused it: a rolled back transaction tells nobody.
 *
 * <p>A notice carries ids only. Kind, task, {@code cause} and recipient together make one message; publishing the same
 * notice again changes nothing.
 *
 * <p>A notice about a whole measure ({@link Kind#ofMeasure()}) names what happened to it in the place of a task: one notice
 * however many tasks are concerned.
 *
 * @param kind what happened
 * @param municipality id of the municipality
 * @param taskId engine's id of the task, the target of the link; of a measure, the id of what happened to it
 * @param taskKey id of the user task in its model
 * @param measureId id of the measure
 * @param measureNumber number of the measure, e.g. {@code WW-09}
 * @param group engine's id of the group that is asked, {@code null} if none; a superior is asked through the group of
 *     the heads with {@code assignee} {@code null}
 * @param assignee engine's id of the person who holds the task and is asked before the group, {@code null} if none
 * @param due date the task is due, {@code null} if it has none
 * @param cause id of what caused the notice: the stage of a reminder, the row of a hand-over; empty if the kind of
 *     notice can be given once only for a task
 */
public record TaskNotice(
        Kind kind,
        String municipality,
        String taskId,
        String taskKey,
        UUID measureId,
        String measureNumber,
        String group,
        String assignee,
        LocalDate due,
        String cause) {

    /** Refuses a notice that belongs to no municipality, task or cause. */
    public TaskNotice {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(taskKey, "taskKey");
        Objects.requireNonNull(cause, "cause");
    }

    /** What happened. */
    public enum Kind {
        /** The task was created; published by the engine's side for every user task. */
        OPENED,
        /** Its due date is near or has passed. */
        REMINDED,
        /** It stays undone, and a superior is asked. */
        ESCALATED,
        /** Somebody asks a question about it. */
        ASKED,
        /** The question was answered. */
        ANSWERED,
        /** It was handed over. */
        HANDED_OVER,
        /** Somebody has to know of it without having to act. */
        INFORMED,
        /** The measure rests, and with it every task. */
        MEASURE_PAUSED,
        /** The measure goes on. */
        MEASURE_RESUMED,
        /** The measure was cancelled or merged into another one, and its tasks are gone. */
        MEASURE_ENDED,
        /** The department leads the measure from now on and has its tasks. */
        LEAD_GIVEN,
        /** Somebody else leads the measure from now on; tasks have gone there. */
        LEAD_TAKEN;

        /** @return whether it is about a measure and not about one task */
        public boolean ofMeasure() {
            return this == MEASURE_PAUSED
                    || this == MEASURE_RESUMED
                    || this == MEASURE_ENDED
                    || this == LEAD_GIVEN
                    || this == LEAD_TAKEN;
        }
    }
}
