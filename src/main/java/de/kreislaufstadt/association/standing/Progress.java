package de.kreislaufstadt.association.standing;

/** How far the adoption of a component has come. */
public enum Progress {
    NOT_BEGUN,
    IN_WORK,
    ADOPTED,
    NOT_PLANNED
}
