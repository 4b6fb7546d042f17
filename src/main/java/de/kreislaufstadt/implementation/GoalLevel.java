package de.kreislaufstadt.implementation;

/** How far a project has reached its goal. */
enum GoalLevel {
    REACHED,
    PARTLY,
    NOT_REACHED
}
