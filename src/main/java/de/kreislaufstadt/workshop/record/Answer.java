package de.kreislaufstadt.workshop.record;

/** Answer to an invitation. */
public enum Answer {
    OPEN,
    ACCEPTED,
    DECLINED,
    SUBSTITUTE,
    WAITING_LIST;

    /** @return whether somebody comes; a substitute fills the place as well */
    public boolean takesPlace() {
        return this == ACCEPTED || this == SUBSTITUTE;
    }
}
