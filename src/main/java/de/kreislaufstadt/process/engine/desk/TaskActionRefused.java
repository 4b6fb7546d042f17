package de.kreislaufstadt.process.engine.desk;

import java.util.List;

/** Something with a task that whoever asks may not do, or that it is too late for. Nothing was changed. */
public final class TaskActionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause why;
    private final transient List<Object> arguments;

    TaskActionRefused(Cause why, String messageKey, Object... arguments) {
        super(messageKey);
        this.why = why;
        this.arguments = List.of(arguments);
    }

    /** Whose turn it is now. */
    public enum Cause {
        /** There is no such task, or none that the person may see. */
        NOT_FOUND,
        /** The person sees the task and may not do this with it. */
        FORBIDDEN,
        /** The task has moved on meanwhile. */
        CONFLICT
    }

    /** @return for whom or for what the action was refused */
    public Cause why() {
        return why;
    }

    /** @return values for the text whose key is the message: names of departments and roles */
    public List<Object> arguments() {
        return arguments;
    }
}
