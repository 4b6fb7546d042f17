package de.kreislaufstadt.faults;

import java.time.Instant;

/**
 * Something that a person wanted, and what the person was told.
 *
 * @param kind what it was
 * @param measure title of the measure; no two are called the same
 * @param step key of the step; that of the proposal for a proposal
 * @param task id of the task; null for a proposal
 * @param user who wanted it
 * @param node who was asked
 * @param sent when the request began
 * @param answered when the answer was there or the connection broke
 * @param outcome what the person knows now
 * @param status of the answer; 0 without one
 * @param said what a refusal said, shortened; null without one
 */
record Command(
        Kind kind,
        String measure,
        String step,
        String task,
        String user,
        int node,
        Instant sent,
        Instant answered,
        Outcome outcome,
        int status,
        String said) {

    enum Kind {
        PROPOSE,
        CLAIM,
        COMPLETE
    }

    enum Outcome {
        /** Told that it is done. */
        ACKNOWLEDGED,
        /** Told that it is not done. */
        REFUSED,
        /** Told that something went wrong, or nothing at all. */
        UNKNOWN,
        /** Nobody was there to take the request. */
        UNREACHED,
        /** Looked after an unknown end: it had happened. */
        FOUND_DONE,
        /** Looked after an unknown end: it had not happened. */
        FOUND_OPEN
    }
}
