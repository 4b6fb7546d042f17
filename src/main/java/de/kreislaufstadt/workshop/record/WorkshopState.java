package de.kreislaufstadt.workshop.record;

/** How far a workshop has come; set by the step that reaches the state. */
public enum WorkshopState {
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
