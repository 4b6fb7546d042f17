package de.kreislaufstadt.notification;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Knows address and text of one kind of letter; a bean of the module that writes them. Asked when a letter is sent. */
public interface LetterSource {

    /** @return key of the kind, at most 60 characters; no two sources have the same */
    String kind();

    /**
     * @param subject row the letter is about
     * @param cause the event it was written for
     * @return the letter as it reads now; empty if there is nothing to send any more
     */
    Optional<Letter> letter(String municipality, UUID subject, String cause);

    /**
     * Which rows still exist. Letters about the others are forgotten; as long as a row exists its letters stay, since they
     * are what keeps the same letter from being written again.
     *
     * @return those of the subjects
     */
    Set<UUID> known(String municipality, Set<UUID> subjects);
}
