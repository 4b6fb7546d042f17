package de.kreislaufstadt.starterproject;

/** What the lead department proposes to do with the rated sketches. */
enum Proposal {
    DECIDE,
    REWORK,
    FURTHER_WORKSHOP,
    CLOSE
}
