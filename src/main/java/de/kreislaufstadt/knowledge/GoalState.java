package de.kreislaufstadt.knowledge;

/** Where a knowledge goal stands. */
enum GoalState {
    OPEN,
    DONE,
    DEFERRED
}
