package de.kreislaufstadt.publication;

import java.util.UUID;

/**
 * Something that belongs on the public page of a measure is other than before: published inside the transaction that changes
 * it, by the module that owns it. Just before that transaction commits, a publication begins unless one is under way.
 *
 * @param releasedByTwo whether a second person has released this very content in its own step, e.g. a reporting round: then it goes
 *     on without another release, if the check finds nothing
 */
public record PublicContentChanged(String municipality, UUID measureId, Cause cause, boolean releasedByTwo) {

    /** What has changed; kept with the released version, and told in the feed. Constants are never renamed. */
    public enum Cause {
        DECISION,
        RECORD,
        STATUS_REPORT,
        STARTER_PROJECTS,
        MILESTONES,
        PROJECT_RESULT,
        PHASE_SUMMARY,
        WORKSHOP,
        EVALUATION,
        ENDED,
        CORRECTION
    }
}
