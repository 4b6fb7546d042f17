package de.kreislaufstadt.measure;

/** Phases a decision can order for a measure. */
public enum Phase {
    KNOWLEDGE,
    STATUS_QUO,
    WORKSHOPS,
    STARTER_PROJECTS,
    IMPLEMENTATION
}
