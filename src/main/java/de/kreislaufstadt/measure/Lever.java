package de.kreislaufstadt.measure;

/** Systemic lever through which a measure works. */
public enum Lever {
    TECHNOLOGY,
    GOVERNANCE,
    SOCIAL_INNOVATION,
    FINANCE,
    PARTICIPATION,
    LEARNING
}
