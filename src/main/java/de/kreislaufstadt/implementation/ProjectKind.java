package de.kreislaufstadt.implementation;

/** Whether a starter project is carried out or the measure itself. */
enum ProjectKind {
    STARTER_PROJECT,
    MEASURE
}
