package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.measure.GermanNumber;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has a second person confirm or return a closure report. */
@Component
class ConfirmClosure implements TaskHandler<ConfirmationForm> {

    private final ProjectTable projects;
    private final PackageTable packages;
    private final ClosureTable closures;
    private final FourEyes fourEyes;

    ConfirmClosure(ProjectTable projects, PackageTable packages, ClosureTable closures, FourEyes fourEyes) {
        this.projects = projects;
        this.packages = packages;
        this.closures = closures;
        this.fourEyes = fourEyes;
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
                "closedOn", Markdown.escape(GermanText.date(closure.closedOn())),
                "goalLevel", Markdown.escape(GermanText.goalLevel(closure.goalLevel())),
                "actualCost", Markdown.escape(GermanNumber.euros(closure.actualCost())),
                "closureResult", Markdown.escape(closure.result()),
                "publicSummary", Markdown.escape(closure.publicSummary()),
                "packageTable", GermanText.packages(packages.ofProject(task)),
                "indicatorTable", GermanText.indicators(closures.indicators(task.municipality(), closure.id())));
    }

    @Override
    public Outcome complete(TaskContext task, ConfirmationForm form) {
        fourEyes.check(task, "result", "close-project");
        closures.review(task, closureOf(task).id(), form);
        if (form.result() == ClosureResult.CONFIRM) {
            projects.setStatus(task, ProjectStatus.CLOSED);
        }
        return Outcome.of("closureResult", form.result());
    }

    private Closure closureOf(TaskContext task) {
        return closures.latest(task)
                .orElseThrow(() -> new IllegalStateException("No closure report for " + task.id("projectId")));
    }
}
