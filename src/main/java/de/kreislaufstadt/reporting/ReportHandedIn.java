package de.kreislaufstadt.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A measure has reported in a round, or has corrected what it reported. Published inside the transaction that keeps the
 * report.
 *
 * @param report id of the report
 * @param number of the measure
 * @param lead key of its lead department
 * @param twiceAtRisk whether this report and the one before call the measure at risk
 * @param missed indicators whose target year is over and whose goal is not reached
 */
public record ReportHandedIn(
        String municipality,
        UUID measureId,
        String number,
        String lead,
        UUID report,
        boolean twiceAtRisk,
        List<Missed> missed) {

    public ReportHandedIn {
        missed = List.copyOf(missed);
    }

    /** An indicator that missed its target, with its newest value in the report; the unit may be null. */
    public record Missed(String indicator, BigDecimal value, BigDecimal goal, String unit, int targetYear) {}
}
