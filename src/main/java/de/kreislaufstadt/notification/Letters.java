package de.kreislaufstadt.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Writes to people who have no account. The outbox keeps only whose letter it is; the {@link LetterSource} of its kind is
 * asked for address and text when the letter is sent, so that corrected addresses and deleted rows have their effect.
 */
public interface Letters {

    /**
     * Writes a letter about each subject, in the caller's transaction: all letters of a transaction are written in one batch
     * just before it commits, and sent after it has. The same letter is written once, however often it is asked for.
     *
     * @param kind that of a {@link LetterSource}
     * @param subjects ids of the rows the letters are about, in a table of the caller's
     * @param cause the event that makes the letter unique together with kind and subject, e.g. {@code request-3}; at most
     *     120 characters, no personal data
     * @throws IllegalStateException outside of a transaction
     */
    void write(String municipality, String kind, Collection<UUID> subjects, String cause);

    /** @return what has become of the letters about these subjects, the oldest first */
    List<LetterStatus> about(String municipality, Collection<UUID> subjects);

    /**
     * Like {@link #about}, and what still waits is not sent before the caller's transaction ends: for whoever is about to
     * change an address, and must know what went to the old one.
     */
    List<LetterStatus> hold(String municipality, Collection<UUID> subjects);
}
