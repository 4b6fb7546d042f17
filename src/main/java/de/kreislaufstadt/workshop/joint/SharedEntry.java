package de.kreislaufstadt.workshop.joint;

import de.kreislaufstadt.workshop.record.MinutesEntry;
import java.time.LocalDate;

/**
 * An entry of the minutes as other cities read it.
 *
 * @param item position of the agenda item, from 1
 * @param responsible organisation or department; null where nobody is
 * @param city key of the city that a task is for; null where it is for none in particular
 * @param due null where open
 */
record SharedEntry(int item, MinutesEntry.Kind kind, String text, String responsible, String city, LocalDate due) {}
