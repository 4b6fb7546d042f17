package de.kreislaufstadt.workshop.record;

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
public record Objection(
        Integer number,
        String organisation,
        String agendaItem,
        String text,
        LocalDate receivedOn,
        Decision decision,
        String answer) {

    public enum Decision {
        ACCEPTED,
        REJECTED
    }

    /** @return whether it says what the other says, whatever is decided about it */
    public boolean sameWords(Objection other) {
        return organisation.equals(other.organisation)
                && Objects.equals(agendaItem, other.agendaItem)
                && text.equals(other.text)
                && receivedOn.equals(other.receivedOn);
    }
}
