package de.kreislaufstadt.association.round;

/** What can be done in a round, as {@code component_event} keeps it. */
public enum RoundEvent {
    BEGUN,
    DRAFTED,
    OPENED,
    JOINED,
    LEFT,
    REMINDED,
    CLOSED,
    ANSWERED,
    TEXT_CHANGED,
    CONSOLIDATED,
    RETURNED,
    ADOPTED,
    PUBLISHED,
    CANCELLED,
    WITHDRAWN;

    /** @return whether who did it has worked on the text, and must not adopt it */
    boolean isAuthoring() {
        return this == DRAFTED || this == ANSWERED || this == TEXT_CHANGED || this == CONSOLIDATED;
    }
}
