package de.kreislaufstadt.survey;

/** Quarter of a SWOT analysis. */
enum SwotKind {
    STRENGTH,
    WEAKNESS,
    OPPORTUNITY,
    THREAT
}
