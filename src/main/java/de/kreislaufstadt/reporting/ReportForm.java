package de.kreislaufstadt.reporting;

import de.kreislaufstadt.measure.StatusReports.Assessment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Data of the form {@code report-status}.
 *
 * @param asOf day the report describes
 * @param reason why it is delayed or at risk; null for any other assessment
 * @param planNextYear null where nothing is planned yet
 */
record ReportForm(
        LocalDate asOf,
        Assessment assessment,
        String reason,
        String text,
        String planNextYear,
        List<IndicatorEntry> indicators,
        List<YearEntry> years,
        List<FundingEntry> funding) {

    ReportForm {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        years = years == null ? List.of() : List.copyOf(years);
        funding = funding == null ? List.of() : List.copyOf(funding);
    }

    /**
     * A value of an indicator of the record.
     *
     * @param indicator its name
     * @param value null for what is not counted or measured
     * @param finding in words; null where the value says it all
     */
    record IndicatorEntry(String indicator, LocalDate measuredOn, BigDecimal value, String finding, String source) {}

    /** Costs in euros and posts of a year; null where nothing is known. */
    record YearEntry(
            Integer year,
            BigDecimal plannedCost,
            BigDecimal actualCost,
            BigDecimal plannedPosts,
            BigDecimal actualPosts) {}

    /** What somebody gives in a year, in euros; null where nothing is known. */
    record FundingEntry(Integer year, String funder, BigDecimal planned, BigDecimal actual) {}
}
