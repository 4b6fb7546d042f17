package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.measure.ReportedValueForm;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Data of the form {@code sketch-project}.
 *
 * @param bearer organisation that would be responsible; may be outside the city
 * @param months planned duration
 */
record SketchForm(
        String title,
        CircularField field,
        RStrategy mainRStrategy,
        String problem,
        String solution,
        String goal,
        String materialStream,
        String bearer,
        Boolean bearerOutside,
        String partners,
        List<AgencyRole> agencyRoles,
        LocalDate startsOn,
        Integer months,
        ReportedValueForm cost,
        ReportedValueForm co2,
        ReportedValueForm material,
        String staff,
        String risks,
        String legalQuestions,
        @Size(min = 1, max = 20) List<Indicator> indicators,
        String nextSteps) {

    /** How the success of the project is measured; unit and goal only for numbers. */
    record Indicator(
            String name, IndicatorKind kind, String unit, BigDecimal start, BigDecimal goal, Integer targetYear) {}
}
