package de.kreislaufstadt.measure;

/** Kind of a measure by what it mainly does; the published wording is kept beside it. */
public enum MeasureType {
    TECHNICAL,
    PARTICIPATION,
    GOVERNANCE,
    FINANCE,
    INFRASTRUCTURE,
    ADVICE,
    NETWORK,
    PROCUREMENT,
    OTHER
}
