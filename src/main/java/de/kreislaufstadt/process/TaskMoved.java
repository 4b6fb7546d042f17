package de.kreislaufstadt.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A user task came up, lies somewhere else or is over: published inside the engine's transaction, on every way in which it
 * can happen. Says nothing about people beyond whether somebody has the task.
 *
 * @param kind what happened
 * @param municipality id of the municipality (tenant)
 * @param taskId engine's id of the task
 * @param at moment it happened
 * @param origin where the task comes from; null unless it has just been opened or is called differently
 * @param place where it lies now; null once it is over
 */
public record TaskMoved(Kind kind, String municipality, String taskId, Instant at, Origin origin, Place place) {

    public TaskMoved {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(municipality);
        Objects.requireNonNull(taskId);
        Objects.requireNonNull(at);
    }

    /** What happened to a task. */
    public enum Kind {
        /** It waits for somebody from now on. */
        OPENED,
        /** Somebody has taken it, gave it back, handed it on, put it off, or its days were moved. */
        CHANGED,
        /** Somebody has done it. */
        COMPLETED,
        /** Nobody needs to do it any more. */
        CANCELLED,
        /** A newer version of its model calls it differently; it is the same task. */
        RENAMED,
        /** Somebody who stepped in has let the process go on without it. */
        SKIPPED
    }

    /**
     * Where a task comes from.
     *
     * @param measureId null where it belongs to no measure
     * @param processKey key of its process
     * @param taskKey id of the user task in its model
     * @param item what it is about beside the measure (a workshop, a project …); null for nothing
     */
    public record Origin(UUID measureId, String processKey, String taskKey, String item) {}

    /**
     * Where a task lies.
     *
     * @param department key of the department whose task it is; null where it has none
     * @param group engine's id of its candidate group; null where it has none, or while a question about it is open: then it
     *     stays with the group it had
     * @param held whether somebody has it
     * @param due last day; null where it has none
     * @param followUp day until which it was put off; null if it was not
     * @param openedAt moment from which it waits
     */
    public record Place(
            String department, String group, boolean held, LocalDate due, LocalDate followUp, Instant openedAt) {}
}
