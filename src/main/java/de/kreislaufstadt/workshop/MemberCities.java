package de.kreislaufstadt.workshop;

import java.time.LocalDate;
import java.util.List;

/** The cities that can take part in each other's workshops; answered by whoever knows the members. */
public interface MemberCities {

    /** @return members on that day, sorted by name; empty where the installation has no association */
    List<City> on(LocalDate day);

    /**
     * A city.
     *
     * @param key id that the city has where it works in this installation; it need not
     * @param name as people call it
     */
    record City(String key, String name) {}
}
