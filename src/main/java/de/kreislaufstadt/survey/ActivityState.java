package de.kreislaufstadt.survey;

/** Where a circular activity stands. */
enum ActivityState {
    IDEA,
    PLANNED,
    RUNNING,
    DONE,
    STOPPED
}
