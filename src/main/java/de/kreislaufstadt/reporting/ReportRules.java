package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.IndicatorKind;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.reporting.ReportForm.IndicatorEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What holds for the lists of every report. */
@Component
class ReportRules {

    private final Clock clock;

    ReportRules(Clock clock) {
        this.clock = clock;
    }

    /** @param known indicators of the record by their name; the form offers no others */
    void check(ReportForm form, Map<String, Indicator> known, Problems problems) {
        List<IndicatorEntry> entries = form.indicators();
        for (int i = 0; i < entries.size(); i++) {
            check(entries.get(i), "indicators[" + i + "]", known, problems);
        }
        Distinct.check(
                problems,
                "years",
                "year",
                form.years().stream().map(year -> year.year().toString()).toList(),
                "reporting.year.twice");
        Distinct.check(
                problems,
                "funding",
                "funder",
                form.funding().stream()
                        .map(entry -> entry.year() + " " + entry.funder().strip())
                        .toList(),
                "reporting.funder.twice");
    }

    private void check(IndicatorEntry entry, String path, Map<String, Indicator> known, Problems problems) {
        boolean counted = known.get(entry.indicator()).kind() == IndicatorKind.MEASURABLE;
        problems.check(counted || entry.value() == null, path + ".value", "reporting.indicator.notMeasurable");
        problems.check(entry.value() != null || entry.finding() != null, path + ".value", "reporting.indicator.empty");
        problems.check(
                !entry.measuredOn().isAfter(LocalDate.now(clock)), path + ".measuredOn", "reporting.indicator.future");
    }
}
