package de.kreislaufstadt.website;

import de.kreislaufstadt.released.ReleasedParts.Indicator;
import de.kreislaufstadt.released.ReleasedParts.Observation;
import java.util.Comparator;
import java.util.List;

/** Draws the course of an indicator. */
final class IndicatorChart {

    private IndicatorChart() {}

    /** @return the values that are numbers, oldest first */
    static List<Observation> numbers(Indicator indicator) {
        return indicator.values().stream()
                .filter(value -> value.value() != null && value.day() != null)
                .sorted(Comparator.comparing(Observation::day))
                .toList();
    }
}
