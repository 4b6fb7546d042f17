package de.kreislaufstadt.process.engine.model;

import java.util.function.Supplier;

/**
 * A step that somebody who steps in ends without its form. Only code that has checked that the model allows it says so; no
 * request can.
 *
 * @param taskId the engine's id of the task
 * @param by engine user id of who skips it
 * @param deputyFor group in whose place they act; null where they act for themselves
 */
public record SkippedStep(String taskId, String by, String deputyFor) {

    private static final ThreadLocal<SkippedStep> CURRENT = new ThreadLocal<>();

    /** Ends the task while this holds. */
    public <T> T during(Supplier<T> completion) {
        CURRENT.set(this);
        try {
            return completion.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** @return how this task is being skipped; null where it is completed with its form */
    public static SkippedStep of(String taskId) {
        SkippedStep current = CURRENT.get();
        return current != null && current.taskId().equals(taskId) ? current : null;
    }
}
