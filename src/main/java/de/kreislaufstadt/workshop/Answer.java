package de.kreislaufstadt.workshop;

/** Answer to an invitation. */
enum Answer {
    OPEN,
    ACCEPTED,
    DECLINED,
    SUBSTITUTE,
    WAITING_LIST;

    /** @return whether somebody comes; a substitute fills the place as well */
    boolean takesPlace() {
        return this == ACCEPTED || this == SUBSTITUTE;
    }
}
