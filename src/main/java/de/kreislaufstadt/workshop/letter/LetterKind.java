package de.kreislaufstadt.workshop.letter;

/** Letters of a workshop; the keys stand in the outbox. */
enum LetterKind {
    /** Invitation, or the date as it is now. */
    DATE("workshop-date"),
    /** The workshop does not take place. */
    CANCELLED("workshop-cancelled"),
    /** Somebody is not invited any more, or under another address. */
    WITHDRAWN("workshop-withdrawn"),
    /** An answer was taken. */
    ANSWER("workshop-answer"),
    /** A place was free for somebody who waited. */
    PLACE("workshop-place"),
    /** The minutes are there to be read and objected to. */
    MINUTES("workshop-minutes"),
    /** How it was; the same for all. */
    EVALUATION("workshop-evaluation");

    private final String key;

    LetterKind(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
