package de.kreislaufstadt.workshop.link;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;

/** Addresses of the pages for people without account. Whoever has such an address may do what its page offers. */
public interface InvitationLinks {

    /**
     * Where an invited person answers.
     *
     * @param lastDay last day on which the address is known at all, Europe/Berlin; the page itself says when registration
     *     has closed, so this is the day of the workshop and not the last day of registration
     */
    URI answer(String municipality, UUID workshop, UUID invitation, LocalDate lastDay);

    /**
     * Where an invited person reads the minutes and objects.
     *
     * @param lastDay last day on which the address is known at all; after the last day for objections the page still shows
     *     the minutes
     */
    URI objection(String municipality, UUID workshop, UUID invitation, LocalDate lastDay);

    /**
     * Where everybody who took part gives feedback. The address is the same for all of them, letter by letter, and at any
     * time: it cannot be tied to a person.
     */
    URI evaluation(String municipality, UUID workshop);
}
