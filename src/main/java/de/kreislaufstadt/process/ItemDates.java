package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Optional;

/** Dates that rows carry and deadlines count from, where no routing value holds them (e.g. the end of a work package). */
public interface ItemDates {

    /** @return the named date in this scope, if this module knows it */
    Optional<LocalDate> date(TaskContext scope, String name);
}
