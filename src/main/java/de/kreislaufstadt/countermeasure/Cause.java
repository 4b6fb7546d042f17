package de.kreislaufstadt.countermeasure;

/** Why something has to be done. */
public enum Cause {
    /** The target year of an indicator is over, and its goal is not reached. */
    INDICATOR_MISSED,
    /** Two reports running call the measure at risk. */
    TWICE_AT_RISK
}
