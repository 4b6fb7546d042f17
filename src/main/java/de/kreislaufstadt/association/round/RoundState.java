package de.kreislaufstadt.association.round;

/** Where a round stands. */
public enum RoundState {
    DRAFTING,
    /** Tasks are being given to the members; the first ones may answer already. */
    OPENING,
    COMMENTING,
    /** Nobody answers any more; open tasks are being taken back. */
    CLOSING,
    CONSOLIDATING,
    ADOPTING,
    PUBLISHED,
    CANCELLED;

    /** @return whether members may still answer */
    public boolean takesComments() {
        return this == OPENING || this == COMMENTING;
    }

    /** @return whether nothing happens in it any more */
    public boolean isOver() {
        return this == PUBLISHED || this == CANCELLED;
    }
}
