package de.kreislaufstadt.implementation;

/** What the lead department decides about a blocked work package. */
enum BlockageResult {
    CONTINUE,
    DROP
}
