package de.kreislaufstadt.reporting;

import de.kreislaufstadt.measure.StatusReports.Assessment;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What is known of the report of one measure, without its lists.
 *
 * @param round null outside of a round
 * @param corrects the frozen report that this one puts right; null if it is no correction
 * @param request what is to be put right, of a correction or of a report that was given back; null for any other
 * @param instanceId the engine's id of its process; null before it has begun
 * @param frozenAt null as long as it may change
 */
record Report(
        UUID id,
        UUID measureId,
        UUID round,
        UUID corrects,
        Kind kind,
        State state,
        String lead,
        String instanceId,
        String request,
        LocalDate asOf,
        Assessment assessment,
        String reason,
        String text,
        String planNextYear,
        String reportedBy,
        OffsetDateTime reportedAt,
        OffsetDateTime frozenAt) {

    /** @return whether it was handed in and the climate staff unit has given it back */
    boolean isGivenBack() {
        return kind == Kind.ROUND && state == State.OPEN && request != null;
    }

    /** Why there is a report. */
    enum Kind {
        ROUND,
        CORRECTION,
        OUTSIDE
    }

    /** Where it stands. */
    enum State {
        PLANNED,
        OPEN,
        REPORTED,
        MISSING,
        RESTING,
        /** The measure was cancelled or merged before it has reported. */
        ENDED
    }
}
