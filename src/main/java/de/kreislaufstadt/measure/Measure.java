package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What other modules need to know of a measure, from the current version of its record.
 *
 * @param number number within the municipality, e.g. {@code WW-09}
 * @param lead key of the lead department
 * @param contributing keys of the contributing departments
 * @param end last day, null while it is open
 */
public record Measure(
        UUID id,
        String number,
        String title,
        String shortTitle,
        String lead,
        MeasureState state,
        Set<CircularField> circularFields,
        List<String> contributing,
        LocalDate begin,
        LocalDate end) {}
