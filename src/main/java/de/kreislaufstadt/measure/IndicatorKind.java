package de.kreislaufstadt.measure;

/** Whether an indicator is a number or a description. */
public enum IndicatorKind {
    MEASURABLE,
    QUALITATIVE
}
