package de.kreislaufstadt.process;

import java.time.Instant;

/** Somebody else has completed the task first; nothing of this completion was taken over. */
public final class CompletedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String by;
    private final Instant at;

    /** @param by name of who completed the task, as people see it */
    public CompletedMeanwhile(String by, Instant at, Throwable cause) {
        super("The task was completed at " + at, cause);
        this.by = by;
        this.at = at;
    }

    /** @return name of who completed the task, as people see it */
    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
