package de.kreislaufstadt.association.round;

/** When enough members have answered. Once all of them have, nothing is left to wait for, whatever the rule. */
public enum Completion {
    /** Once a share of the members has answered, or the day is over. */
    SHARE,
    /** Only once the day is over. */
    DATE
}
