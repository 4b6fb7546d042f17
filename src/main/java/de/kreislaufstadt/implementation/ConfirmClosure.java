package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.FilledForm;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.measure.ReportedValueText;
import de.kreislaufstadt.measure.ReportedValues;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicContentChanged;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Has a second person confirm or return a closure report. */
@Component
class ConfirmClosure implements TaskHandler<ConfirmationForm> {

    private final ProjectTable projects;
    private final PackageTable packages;
    private final ClosureTable closures;
    private final ReportedValues reportedValues;
    private final FilledForm filled;
    private final FourEyes fourEyes;
    private final ApplicationEventPublisher events;

    ConfirmClosure(
            ProjectTable projects,
            PackageTable packages,
            ClosureTable closures,
            ReportedValues reportedValues,
            FilledForm filled,
            FourEyes fourEyes,
            ApplicationEventPublisher events) {
        this.projects = projects;
        this.packages = packages;
        this.closures = closures;
        this.reportedValues = reportedValues;
        this.filled = filled;
        this.fourEyes = fourEyes;
        this.events = events;
    }

    @Override
    public String task() {
        return "confirm-closure";
    }

    @Override
    public Class<ConfirmationForm> form() {
        return ConfirmationForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Closure closure = closureOf(task);
        return Map.of(
                "projectTitle", Markdown.escape(projects.of(task).title()),
                "report", report(task, closure),
                "packageTable", GermanText.packages(packages.ofProject(task)),
                "indicatorTable", GermanText.indicators(closures.indicators(task.municipality(), closure.id())));
    }

    /** The indicators have a table of their own. */
    private String report(TaskContext task, Closure closure) {
        FilledForm.Filled report = filled.of("close-project", closure);
        reportedValues
                .of(task.municipality(), closure.id())
                .forEach((field, value) -> report.written(field, ReportedValueText.full(value)));
        return report.markdown();
    }

    @Override
    public Outcome complete(TaskContext task, ConfirmationForm form) {
        fourEyes.check(task, "result", "close-project");
        closures.review(task, form);
        if (form.result() == ClosureResult.CONFIRM) {
            projects.setStatus(task, ProjectStatus.CLOSED);
            events.publishEvent(new PublicContentChanged(
                    task.municipality(), task.measureId(), PublicContentChanged.Cause.PROJECT_RESULT, true));
        }
        return Outcome.of("closureResult", form.result());
    }

    private Closure closureOf(TaskContext task) {
        return closures.latest(task)
                .orElseThrow(() -> new IllegalStateException("No closure report for " + task.id("projectId")));
    }
}
