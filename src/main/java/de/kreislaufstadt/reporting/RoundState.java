package de.kreislaufstadt.reporting;

/** Where a round stands. */
enum RoundState {
    /** Tasks are being given to the leads. */
    OPENING,
    /** Leads report. */
    COLLECTING,
    /** Nobody reports any more; tasks that are left are being withdrawn. */
    CLOSING,
    /** The council paper is written. */
    CLOSED,
    /** Released; the reports are being frozen. */
    RELEASED,
    /** Nothing changes any more. */
    FROZEN;

    /** @return whether leads may still report */
    boolean collects() {
        return this == OPENING || this == COLLECTING;
    }
}
