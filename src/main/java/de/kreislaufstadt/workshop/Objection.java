package de.kreislaufstadt.workshop;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An objection against the minutes, as the form and the table know it.
 *
 * @param number number of an objection that was received online; null for one that the clerk adds
 * @param organisation who objects; organisations, not persons
 * @param agendaItem position of the agenda item it is about, null for the minutes as a whole
 * @param decision null as long as nothing was decided
 * @param answer what the organisation is told
 */
record Objection(
        Integer number,
        String organisation,
        String agendaItem,
        String text,
        LocalDate receivedOn,
        Decision decision,
        String answer) {

    enum Decision {
        ACCEPTED,
        REJECTED
    }

    /** @return whether it says what the other says, whatever is decided about it */
    boolean sameWords(Objection other) {
        return organisation.equals(other.organisation)
                && Objects.equals(agendaItem, other.agendaItem)
                && text.equals(other.text)
                && receivedOn.equals(other.receivedOn);
    }
}
