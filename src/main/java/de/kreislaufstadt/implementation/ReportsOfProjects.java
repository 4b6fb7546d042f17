package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.StatusReports;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.TaskContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps how projects stand; a report also enters the measure's timeline. */
@Component
class ReportsOfProjects implements ProjectReports {

    private final ProjectTable projects;
    private final StatusTable reports;
    private final StatusReports timeline;
    private final Clock clock;

    ReportsOfProjects(ProjectTable projects, StatusTable reports, StatusReports timeline, Clock clock) {
        this.projects = projects;
        this.reports = reports;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> known(TaskContext task) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("projectTitle", Markdown.escape(projects.of(task).title()));
        shown.put("asOf", LocalDate.now(clock));
        reports.last(task).ifPresent(last -> {
            shown.put("lastReport", Markdown.escape(GermanText.date(last.asOf()) + ": " + last.text()));
            shown.put("planNextYear", last.planNextYear());
        });
        return shown;
    }

    @Override
    public void check(TaskContext task, StatusReport report, Problems problems) {
        problems.check(!report.asOf().isAfter(LocalDate.now(clock)), "asOf", "implementation.status.future");
        boolean newer = reports.last(task)
                .map(last -> !report.asOf().isBefore(last.asOf()))
                .orElse(true);
        problems.check(newer, "asOf", "implementation.status.beforeLast");
    }

    /** Several projects report into one timeline, so each says which one it is. */
    @Override
    public void add(TaskContext task, StatusReport report) {
        reports.add(task, report);
        Project project = projects.of(task);
        String text = project.kind() == ProjectKind.MEASURE ? report.text() : project.title() + ": " + report.text();
        timeline.add(
                task.municipality(),
                task.measureId(),
                new StatusReport(report.asOf(), text, report.planNextYear(), report.assessment()),
                task.actor());
    }
}
