package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.implementation.ProjectReports;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes the report of a measure in a round, a correction, or the report on a single project that an implementation still asks
 * for which began before there were rounds.
 */
@Component
class ReportStatus implements TaskHandler<ReportForm> {

    private final RoundTable rounds;
    private final ReportTable reports;
    private final ReportLists lists;
    private final ReportRules rules;
    private final KnownForReport known;
    private final RoundCourse course;
    private final ProjectReports projects;
    private final ApplicationEventPublisher events;

    ReportStatus(
            RoundTable rounds,
            ReportTable reports,
            ReportLists lists,
            ReportRules rules,
            KnownForReport known,
            RoundCourse course,
            ProjectReports projects,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.reports = reports;
        this.lists = lists;
        this.rules = rules;
        this.known = known;
        this.course = course;
        this.projects = projects;
        this.events = events;
    }

    @Override
    public String task() {
        return "report-status";
    }

    @Override
    public Class<ReportForm> form() {
        return ReportForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Map<String, Object> shown = new HashMap<>();
        if (isOnProject(task)) {
            shown.putAll(projects.known(task));
        } else {
            Report report = reports.of(task.municipality(), task.id("reportId"));
            shown.putAll(known.of(task, rounds.of(task.municipality(), report.round()), report));
        }
        shown.putIfAbsent("years", known.plan(task));
        return shown;
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        return Map.of(
                "indicators",
                known.indicators(task).values().stream()
                        .map(indicator -> new Option(indicator.name(), label(indicator)))
                        .toList());
    }

    @Override
    public Outcome complete(TaskContext task, ReportForm form) {
        Map<String, Indicator> indicators = known.indicators(task);
        Problems problems = new Problems();
        rules.check(form, indicators, problems);
        return isOnProject(task)
                ? onProject(task, form, indicators, problems)
                : inRound(task, form, indicators, problems);
    }

    private Outcome onProject(TaskContext task, ReportForm form, Map<String, Indicator> indicators, Problems problems) {
        StatusReport report = new StatusReport(form.asOf(), form.text(), form.planNextYear(), form.assessment());
        projects.check(task, report, problems);
        problems.throwIfAny();
        projects.add(task, report);
        UUID id = reports.addOutside(task);
        reports.report(task, id, form);
        lists.write(task.municipality(), id, form, indicators);
        return Outcome.none();
    }

    private Outcome inRound(TaskContext task, ReportForm form, Map<String, Indicator> indicators, Problems problems) {
        UUID id = task.id("reportId");
        // The round is held first: whoever closes it or hands in the last report at this moment has to wait.
        Round round = rounds.lock(
                task.municipality(), reports.of(task.municipality(), id).round());
        Report report = reports.of(task.municipality(), id);
        boolean isExpected = round.state().collects() || round.state() == RoundState.CLOSED && report.isGivenBack();
        if (report.kind() == Report.Kind.ROUND && !isExpected) {
            throw FormRefused.at("", "reporting.closed");
        }
        problems.check(
                !form.asOf().isAfter(round.cutOff()),
                "asOf",
                "reporting.asOf.afterCutOff",
                ReadersLanguage.day(round.cutOff()));
        problems.check(
                !form.asOf().isBefore(round.periodFrom()),
                "asOf",
                "reporting.asOf.beforePeriod",
                ReadersLanguage.day(round.periodFrom()));
        problems.throwIfAny();
        if (!reports.report(task, id, form)) {
            throw FormRefused.at("", "reporting.frozen");
        }
        lists.write(task.municipality(), id, form, indicators);
        if (report.kind() == Report.Kind.ROUND) {
            course.counted(task.municipality(), round);
        }
        boolean before = reports.last(task.municipality(), task.measureId(), id)
                .filter(last -> !last.id().equals(report.corrects()))
                .map(last -> last.assessment() == Assessment.AT_RISK)
                .orElse(false);
        events.publishEvent(new ReportHandedIn(
                task.municipality(),
                task.measureId(),
                task.measureNumber(),
                task.lead(),
                id,
                before && form.assessment() == Assessment.AT_RISK,
                Targets.missed(form.indicators(), indicators)));
        return Outcome.none();
    }

    private static boolean isOnProject(TaskContext task) {
        return task.text("reportId") == null;
    }

    private static String label(Indicator indicator) {
        return indicator.unit() == null ? indicator.name() : indicator.name() + " (" + indicator.unit() + ")";
    }
}
