package de.kreislaufstadt.workshop;

/** How far a workshop has come; set by the step that reaches the state. */
enum WorkshopState {
    PLANNED,
    PREPARED,
    AGREED,
    INVITED,
    CONFIRMED,
    POSTPONED,
    HELD,
    RELEASED,
    EVALUATED,
    CANCELLED
}
