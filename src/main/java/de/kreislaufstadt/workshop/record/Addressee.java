package de.kreislaufstadt.workshop.record;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Somebody without account to whom letters of a workshop go.
 *
 * @param id row that the letter is about: an invitation, or a withdrawal
 * @param contact name or function, null where none is known
 * @param answer how the invitation was answered; null for somebody who was taken off the list
 */
public record Addressee(
        UUID id,
        UUID workshop,
        String organisation,
        String contact,
        String email,
        Answer answer,
        boolean attended,
        OffsetDateTime answeredAt) {

    /** @return name that a calendar shows */
    public String name() {
        return contact == null ? organisation : contact + " (" + organisation + ")";
    }
}
