package de.kreislaufstadt.notification;

/**
 * How a conversation with the mail server ended.
 *
 * @param reason what an administrator reads, without addresses; {@code null} when the mail is sent
 */
record Verdict(Kind kind, String reason) {

    static final Verdict SENT = new Verdict(Kind.SENT, null);

    enum Kind {
        SENT,
        /** Surely not sent, and worth another attempt. */
        LATER,
        /** Nobody answers, or not to us: worth another attempt, and no other mail needs to be tried now. */
        UNREACHABLE,
        /** Surely not sent, and never will be. */
        REFUSED,
        /** The content was handed over, and the answer is missing. */
        UNCERTAIN
    }
}
