package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecords;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.reporting.ReportForm.YearEntry;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the form of a report shows before anybody has typed: the last report, and what the record says. */
@Component
class KnownForReport {

    private final Texts texts = Texts.of("reporting");
    private final ReportTable reports;
    private final ReportLists lists;
    private final MeasureRecords records;
    private final MeasureDirectory measures;

    KnownForReport(ReportTable reports, ReportLists lists, MeasureRecords records, MeasureDirectory measures) {
        this.reports = reports;
        this.lists = lists;
        this.records = records;
        this.measures = measures;
    }

    /** @return indicators of the record by their name, in its order */
    Map<String, Indicator> indicators(TaskContext task) {
        Map<String, Indicator> known = new LinkedHashMap<>();
        record(task).indicators().forEach(indicator -> known.putIfAbsent(indicator.name(), indicator));
        return known;
    }

    /** @return years of the record's finance plan, to be completed */
    List<YearEntry> plan(TaskContext task) {
        return years(task, List.of());
    }

    Map<String, Object> of(TaskContext task, Round round, Report report) {
        Map<String, Object> shown = new HashMap<>();
        MeasureDirectory.Card card = measures.card(task.municipality(), task.measureId());
        shown.put("projectTitle", Markdown.escape(card.title()));
        shown.put(
                "round",
                Markdown.escape(texts.get(
                        "reporting.form.round",
                        round.name(),
                        ReadersLanguage.day(round.periodFrom()),
                        ReadersLanguage.day(round.periodTo()),
                        ReadersLanguage.day(round.cutOff()))));
        shown.put("asOf", round.cutOff());
        boolean again = report.kind() == Report.Kind.CORRECTION || report.isGivenBack();
        if (again) {
            shown.put("correction", Markdown.escape(report.request()));
        }
        // What was typed before a report was returned is typed only once.
        Optional<Report> before = report.state() == Report.State.REPORTED || report.isGivenBack()
                ? Optional.of(report)
                : report.kind() == Report.Kind.CORRECTION
                        ? Optional.of(reports.of(task.municipality(), report.corrects()))
                        : reports.last(task.municipality(), task.measureId(), report.id());
        before.ifPresent(last -> {
            shown.put("lastReport", Markdown.escape(ReadersLanguage.day(last.asOf()) + ": " + last.text()));
            shown.put("planNextYear", last.planNextYear());
            shown.put("funding", lists.funding(task.municipality(), last.id()));
            if (again) {
                again(task, last, shown);
            }
        });
        shown.put(
                "years",
                years(
                        task,
                        before.map(last -> lists.years(task.municipality(), last.id()))
                                .orElse(List.of())));
        return shown;
    }

    /** A correction begins with what is to be corrected. */
    private void again(TaskContext task, Report last, Map<String, Object> shown) {
        shown.put("asOf", last.asOf());
        shown.put("assessment", last.assessment());
        shown.put("reason", last.reason());
        shown.put("text", last.text());
        shown.put("indicators", lists.indicators(task.municipality(), last.id()));
    }

    /** What was reported last, and the years of the record's plan that it did not name. */
    private List<YearEntry> years(TaskContext task, List<YearEntry> reported) {
        Map<Integer, YearEntry> years = new TreeMap<>();
        record(task).finance().plan().stream()
                .filter(row -> row.year() != null)
                .forEach(row -> years.merge(
                        row.year(), new YearEntry(row.year(), row.amount(), null, null, null), KnownForReport::sum));
        reported.forEach(entry -> years.put(entry.year(), entry));
        return List.copyOf(years.values());
    }

    private static YearEntry sum(YearEntry one, YearEntry other) {
        BigDecimal planned = one.plannedCost().add(other.plannedCost());
        return new YearEntry(one.year(), planned, null, null, null);
    }

    private MeasureRecord record(TaskContext task) {
        return records.current(task.municipality(), task.measureId()).record();
    }
}
