package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.Intervention;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Mandates.Mandate;
import de.kreislaufstadt.process.engine.model.Gates;
import de.kreislaufstadt.process.engine.model.SkippedStep;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Lets a process go on without a step that the model lets be skipped. The task ends as a completed one does, so that steps
 * which run for several departments at once, events around them and whoever was asked about it go on as ever; only its form
 * is not asked for, and nothing is written but that the step was skipped.
 */
@Component
class SkipStep implements Intervention {

    private final SteeredTasks steered;
    private final SteeringRights rights;
    private final StepRules rules;
    private final SteeringLog log;
    private final TaskService tasks;

    SkipStep(SteeredTasks steered, SteeringRights rights, StepRules rules, SteeringLog log, TaskService tasks) {
        this.steered = steered;
        this.rights = rights;
        this.rules = rules;
        this.log = log;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return "SKIP";
    }

    @Override
    public boolean inBatches() {
        return false;
    }

    @Override
    public List<String> itemsOf(String municipality, String number) {
        return steered.ofMeasure(municipality, number).stream()
                .filter(task -> rules.of(task.definition()).skippable().contains(task.key()))
                .map(SteeredTask::id)
                .toList();
    }

    @Override
    public void carryOut(String item, Wish wish, Login who) {
        SteeredTask task = steered.steeredBy(who, item);
        if (!rules.of(task.definition()).skippable().contains(task.key())) {
            throw new InterventionRefused(
                    Cause.FORBIDDEN, Gates.isGate(task.key()) ? "steering.gate" : "steering.notSkippable");
        }
        task.requireMovable();
        Problems problems = new Problems();
        String reason = wish.requiredReason(problems);
        problems.throwIfAny();
        Mandate mandate = rights.required(task.municipality(), task.lead(), who);
        SkippedStep skipped = new SkippedStep(task.id(), who.user(), mandate.deputyFor());
        steered.unlessOver(
                task,
                () -> SignedIn.runAsSystem(() -> skipped.during(() -> {
                    tasks.complete(task.id());
                    return task;
                })));
        log.history(task, task.key(), task.id(), TaskEvent.Kind.SKIPPED, task.group(), who, reason);
        log.action(BusinessAction.Kind.STEP_SKIPPED, task, mandate, who, reason, Change.of("skipped", false, true));
    }
}
