package de.kreislaufstadt.starterproject;

/** What the level for the climate rests on. */
enum ClimateBasis {
    GREENHOUSE_GAS,
    SOCIETAL_CHANGE,
    /** No number can be given: the level is neutral, never zero and never left out. */
    NOT_QUANTIFIABLE
}
