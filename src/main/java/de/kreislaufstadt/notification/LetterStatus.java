package de.kreislaufstadt.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * What has become of a letter.
 *
 * @param since when it got into this state: sent, failed …; while it waits, when it was written
 * @param reason why it failed, may not have arrived or was dropped, German, without addresses; {@code null} otherwise
 */
public record LetterStatus(UUID subject, String kind, String cause, State state, Instant since, String reason) {

    /** Where a letter stands. */
    public enum State {
        /** Not sent yet: it is its turn soon, the mail server is away, or there is none. */
        WAITING,
        /** The mail server is being talked to about it. */
        SENDING,
        /** The mail server has taken it. */
        SENT,
        /** It could not be sent, and will not be unless an administrator says so. */
        FAILED,
        /** The mail server's answer was lost: it may have arrived. */
        UNCERTAIN,
        /** When it was its turn, there was nothing to tell any more. */
        DROPPED;

        static State of(MailState state) {
            return switch (state) {
                case PENDING -> WAITING;
                case SENDING -> SENDING;
                case SENT -> SENT;
                case FAILED -> FAILED;
                case UNCERTAIN -> UNCERTAIN;
                case OUTDATED -> DROPPED;
            };
        }
    }

    /** @return whether it has arrived, or may have, or may arrive at this moment */
    public boolean mayHaveArrived() {
        return state == State.SENT || state == State.UNCERTAIN || state == State.SENDING;
    }
}
