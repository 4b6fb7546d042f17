package de.kreislaufstadt.association.round;

/** There is no such round or version; HTTP answers 404. */
public final class NoSuchRound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRound() {
        super("association.round.gone");
    }
}
