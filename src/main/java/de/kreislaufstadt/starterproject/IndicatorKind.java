package de.kreislaufstadt.starterproject;

/** Whether an indicator is a number or a description. */
enum IndicatorKind {
    MEASURABLE,
    QUALITATIVE
}
