package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.paper.Paper.Section;
import de.kreislaufstadt.reporting.periodic.ReportChanges.Change;
import de.kreislaufstadt.reporting.periodic.ReportContent.MeasureLine;
import java.util.List;

/** The sections of a report that list: progress, delays, decisions, changes and all measures. */
final class PaperLists {

    private PaperLists() {}

    static Section progress(ReportContent content) {
        return new Section(
                PaperWords.TEXTS.get("report.progress.label"),
                PaperWords.TEXTS.get("report.progress"),
                List.of(PaperWords.TEXTS.get(
                        "report.progress.sum", content.progress().size())),
                null,
                PaperWords.table(
                        "report.progress.table",
                        List.of("on", "number", "title", "before", "after", "reason"),
                        List.of(12, 10, 30, 14, 14, 20),
                        content.progress().stream()
                                .map(step -> PaperWords.row(
                                        step.on(),
                                        step.number(),
                                        step.title(),
                                        step.before() == null
                                                ? PaperWords.TEXTS.get("report.new")
                                                : PaperWords.state(step.before()),
                                        PaperWords.state(step.after()),
                                        step.reason()))
                                .toList()));
    }

    static Section delays(ReportContent content) {
        List<MeasureLine> late =
                content.measures().stream().filter(MeasureLine::runsLate).toList();
        return new Section(
                PaperWords.TEXTS.get("report.delays.label"),
                PaperWords.TEXTS.get("report.delays"),
                List.of(PaperWords.TEXTS.get("report.delays.sum", late.size())),
                null,
                PaperWords.table(
                        "report.delays.table",
                        List.of("number", "title", "lead", "assessment", "reportedOn", "why"),
                        List.of(9, 21, 18, 13, 13, 26),
                        late.stream()
                                .map(line -> PaperWords.row(
                                        line.number(),
                                        line.title(),
                                        line.lead(),
                                        PaperWords.assessment(line.assessment()),
                                        line.reportedOn(),
                                        line.report()))
                                .toList()));
    }

    static Section decisions(ReportContent content) {
        return new Section(
                PaperWords.TEXTS.get("report.decisions.label"),
                PaperWords.TEXTS.get("report.decisions"),
                List.of(PaperWords.TEXTS.get(
                        "report.decisions.sum", content.decisions().size())),
                null,
                PaperWords.table(
                        "report.decisions.table",
                        List.of("on", "number", "title", "body", "result", "paper", "reason"),
                        List.of(12, 10, 22, 16, 13, 12, 15),
                        content.decisions().stream()
                                .map(decided -> PaperWords.row(
                                        decided.on(),
                                        decided.number(),
                                        decided.title(),
                                        decided.body(),
                                        PaperWords.MEASURE.getOr(
                                                "measure.decision." + decided.result(), decided.result()),
                                        decided.paper(),
                                        PaperWords.lines(decided.reason(), decided.conditions())))
                                .toList()));
    }

    static Section changes(PeriodicReport before, PeriodicReport report) {
        List<Change> changes = ReportChanges.between(before.content(), report.content());
        return new Section(
                PaperWords.TEXTS.get("report.changes.label"),
                PaperWords.TEXTS.get(
                        "report.changes", PaperWords.title(before.period()), PaperWords.day(before.releasedAt())),
                List.of(PaperWords.TEXTS.get("report.changes.sum", changes.size())),
                null,
                PaperWords.table(
                        "report.changes.table",
                        List.of("number", "title", "what", "before", "after"),
                        List.of(12, 34, 18, 18, 18),
                        changes.stream()
                                .map(change -> PaperWords.row(
                                        change.number(),
                                        change.title(),
                                        PaperWords.TEXTS.name("report.what", change.what()),
                                        PaperWords.said(change, change.before()),
                                        PaperWords.said(change, change.after())))
                                .toList()));
    }

    static Section measures(ReportContent content) {
        return new Section(
                PaperWords.TEXTS.get("report.all.label"),
                PaperWords.TEXTS.get("report.all"),
                List.of(),
                null,
                PaperWords.table(
                        "report.all.table",
                        List.of("number", "title", "field", "state", "lead", "plannedUntil", "assessment"),
                        List.of(8, 21, 15, 13, 19, 11, 13),
                        content.measures().stream()
                                .map(line -> PaperWords.row(
                                        line.number(),
                                        line.title(),
                                        line.field(),
                                        PaperWords.state(line.state()),
                                        line.lead(),
                                        line.plannedUntil(),
                                        PaperWords.assessment(line.assessment())))
                                .toList()));
    }
}
