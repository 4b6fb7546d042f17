package de.kreislaufstadt.workshop;

import java.time.LocalDate;

/**
 * An objection against the minutes, as the form and the table know it.
 *
 * @param organisation who objects; organisations, not persons
 * @param agendaItem position of the agenda item it is about, null for the minutes as a whole
 * @param answer what the organisation is told
 */
record Objection(
        String organisation, String agendaItem, String text, LocalDate receivedOn, Decision decision, String answer) {

    enum Decision {
        ACCEPTED,
        REJECTED
    }
}
