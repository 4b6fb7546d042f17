package de.kreislaufstadt.workshop.record;

import java.time.LocalDate;

/**
 * One entry of the minutes, as the form and the table know it.
 *
 * @param agendaItem position of the agenda item, from 1; a text, since it is the value of a choice
 * @param responsible organisation or department, mandatory for a task
 * @param due day by which it is to be done, null where open
 */
public record MinutesEntry(String agendaItem, Kind kind, String text, String responsible, LocalDate due) {

    public enum Kind {
        FINDING,
        DECISION,
        TASK,
        RECOMMENDATION,
        DISSENT
    }

    int position() {
        return Integer.parseInt(agendaItem);
    }
}
