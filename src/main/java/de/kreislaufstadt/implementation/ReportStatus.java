package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.StatusReports;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reports how a project stands; the report also enters the measure's timeline. */
@Component
class ReportStatus implements TaskHandler<StatusForm> {

    private final ProjectTable projects;
    private final StatusTable reports;
    private final StatusReports timeline;
    private final Clock clock;

    ReportStatus(ProjectTable projects, StatusTable reports, StatusReports timeline, Clock clock) {
        this.projects = projects;
        this.reports = reports;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "report-status";
    }

    @Override
    public Class<StatusForm> form() {
        return StatusForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
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
    public Outcome complete(TaskContext task, StatusForm form) {
        Problems problems = new Problems();
        problems.check(!form.asOf().isAfter(LocalDate.now(clock)), "asOf", "implementation.status.future");
        boolean newer = reports.last(task)
                .map(last -> !form.asOf().isBefore(last.asOf()))
                .orElse(true);
        problems.check(newer, "asOf", "implementation.status.beforeLast");
        problems.throwIfAny();
        reports.add(task, form);
        timeline.add(task.municipality(), task.measureId(), forTimeline(task, form), task.actor());
        return Outcome.none();
    }

    /** Several projects report into one timeline, so each says which one it is. */
    private StatusReports.StatusReport forTimeline(TaskContext task, StatusForm form) {
        Project project = projects.of(task);
        String text = project.kind() == ProjectKind.MEASURE ? form.text() : project.title() + ": " + form.text();
        return new StatusReports.StatusReport(form.asOf(), text, form.planNextYear(), form.assessment());
    }
}
