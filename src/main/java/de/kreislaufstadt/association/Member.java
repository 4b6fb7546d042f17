package de.kreislaufstadt.association;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A membership. Whoever leaves and comes back has two of them.
 *
 * @param municipality id that the city has where it works in this installation; it need not
 * @param joined first day
 * @param lastDay last day; null = open
 */
public record Member(
        UUID id,
        String municipality,
        String name,
        SizeClass sizeClass,
        boolean caseCity,
        LocalDate joined,
        LocalDate lastDay) {

    /** @return whether it is one on that day */
    public boolean isMemberOn(LocalDate day) {
        return !day.isBefore(joined) && (lastDay == null || !day.isAfter(lastDay));
    }

    /** How large a city is. */
    public enum SizeClass {
        LARGE,
        MEDIUM
    }
}
