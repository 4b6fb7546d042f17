package de.kreislaufstadt.support;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days as the cities of the tests count them. The machine that runs the tests may live in another zone: for two hours of
 * every night its day is not the city's.
 */
public final class CityDay {

    /** The zone of every municipality of the tests. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private CityDay() {}

    /** @return the day that it is in the city, whatever zone and hour the machine has */
    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
