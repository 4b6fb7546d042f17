package de.kreislaufstadt.association.round;

/** What is asked of rounds belongs to the drafting department of the association's office; HTTP answers 403. */
public final class NotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYours() {
        super("association.round.notYours");
    }
}
