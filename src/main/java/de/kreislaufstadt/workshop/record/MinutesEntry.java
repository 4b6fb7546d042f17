package de.kreislaufstadt.workshop.record;

import java.time.LocalDate;

/**
 * One entry of the minutes, as the form and the table know it.
 *
 * @param agendaItem position of the agenda item, from 1; a text, since it is the value of a choice
 * @param responsible organisation or department, mandatory for a task
 * @param city key of the city that a task is for; only in a workshop of several cities, null where it is for none in particular
 * @param due day by which it is to be done, null where open
 */
public record MinutesEntry(String agendaItem, Kind kind, String text, String responsible, String city, LocalDate due) {

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
