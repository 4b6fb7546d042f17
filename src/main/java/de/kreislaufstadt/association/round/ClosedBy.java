package de.kreislaufstadt.association.round;

/** What closed the comments of a round. */
public enum ClosedBy {
    /** Everybody who could be reached has answered. */
    ALL,
    /** The share that was set has answered. */
    SHARE,
    /** The day that was set is over. */
    DATE,
    /** The association's office closed it early. */
    OFFICE
}
