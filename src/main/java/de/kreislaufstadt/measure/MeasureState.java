package de.kreislaufstadt.measure;

/** Where a measure stands in its life. A finished step sets it; nobody types it. */
public enum MeasureState {
    PROPOSED,
    UNDER_REVIEW,
    DECIDED,
    KNOWLEDGE,
    STATUS_QUO,
    WORKSHOPS,
    STARTER_PROJECTS,
    IMPLEMENTATION,
    EVALUATION,
    COMPLETED,
    PAUSED,
    MERGED,
    CANCELLED,
    REJECTED,
    DEFERRED;

    /** @return whether the state needs a reason that the public may read */
    public boolean needsReason() {
        return this == PAUSED || this == CANCELLED || this == REJECTED;
    }

    /** @return whether the measure was approved, so that everybody in the city group may read it */
    public boolean decided() {
        return this != PROPOSED && this != UNDER_REVIEW && this != DEFERRED;
    }

    /** @return whether somebody has stopped the measure, wherever it stood */
    public boolean interrupted() {
        return this == PAUSED || this == MERGED || this == CANCELLED;
    }
}
