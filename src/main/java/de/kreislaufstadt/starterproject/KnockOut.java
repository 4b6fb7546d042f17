package de.kreislaufstadt.starterproject;

/** Reasons that rule a project out whatever its score. */
enum KnockOut {
    UNLAWFUL,
    NO_BEARER,
    NO_RELATION_TO_FIELD,
    DOUBLE_FUNDING,
    REBOUND_EXCEEDS_BENEFIT
}
