package de.kreislaufstadt.implementation;

import de.kreislaufstadt.measure.ReportedValueForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Data of the form {@code close-project}.
 *
 * @param publicSummary what the public page will say
 * @param actualCost in euros over the whole project
 */
record ClosureForm(
        LocalDate closedOn,
        GoalLevel goalLevel,
        String result,
        String publicSummary,
        BigDecimal actualCost,
        ReportedValueForm co2,
        ReportedValueForm material,
        List<Indicator> indicators,
        String lessons,
        String continuation) {

    /** What was achieved by an indicator of the sketch, or by one that was added on the way. */
    record Indicator(String name, String achieved, String source) {}
}
