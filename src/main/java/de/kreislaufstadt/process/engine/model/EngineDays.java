package de.kreislaufstadt.process.engine.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;

/**
 * Days of the city as the engine's moments and back. A deadline is a day and ends with it in Europe/Berlin, whatever zone the
 * machine, the database or a browser is in, and on the two days that are an hour shorter or longer too.
 */
public final class EngineDays {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private EngineDays() {}

    /** @return the last second of the day; null for null */
    public static Date endOf(LocalDate day) {
        return day == null ? null : at(day, END_OF_DAY);
    }

    static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(ZONE).toInstant());
    }

    /** @return that time of the day; a time that the spring switch leaves out is an hour later */
    static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(ZONE).toInstant());
    }

    /** @return the day in the city; null for null */
    public static LocalDate dayOf(Date moment) {
        return moment == null ? null : LocalDate.ofInstant(Instant.ofEpochMilli(moment.getTime()), ZONE);
    }
}
