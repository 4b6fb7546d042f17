package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has a second person confirm or return a closure report. */
@Component
class ConfirmClosure implements TaskHandler<ConfirmationForm> {

    private final ProjectTable projects;
    private final ClosureTable closures;

    ConfirmClosure(ProjectTable projects, ClosureTable closures) {
        this.projects = projects;
        this.closures = closures;
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
                "projectTitle", projects.of(task).title(),
                "closedOn", GermanText.date(closure.closedOn()),
                "goalLevel", closure.goalLevel().label(),
                "actualCost", GermanText.euro(closure.actualCost()),
                "closureResult", closure.result(),
                "publicSummary", closure.publicSummary());
    }

    @Override
    public Outcome complete(TaskContext task, ConfirmationForm form) {
        Closure closure = closureOf(task);
        new Problems()
                .check(!closure.closedBy().equals(task.actor()), "result", "implementation.closure.fourEyes")
                .throwIfAny();
        closures.review(task, closure.id(), form);
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
