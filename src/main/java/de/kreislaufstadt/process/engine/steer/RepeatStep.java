package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.Intervention;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Mandates.Mandate;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Goes back from an open step to an earlier one, where the model names both: the open task is withdrawn, the earlier step
 * opens anew with all that is known. Every gate between the two is passed again.
 */
@Component
class RepeatStep implements Intervention {

    private final SteeredTasks steered;
    private final SteeringRights rights;
    private final StepRules rules;
    private final SteeringLog log;
    private final RuntimeService runtime;
    private final TaskService tasks;

    RepeatStep(
            SteeredTasks steered,
            SteeringRights rights,
            StepRules rules,
            SteeringLog log,
            RuntimeService runtime,
            TaskService tasks) {
        this.steered = steered;
        this.rights = rights;
        this.rules = rules;
        this.log = log;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return "REPEAT";
    }

    @Override
    public boolean inBatches() {
        return false;
    }

    @Override
    public List<String> itemsOf(String municipality, String number) {
        return steered.ofMeasure(municipality, number).stream()
                .filter(task -> !rules.of(task.definition()).before(task.key()).isEmpty())
                .map(SteeredTask::id)
                .toList();
    }

    @Override
    public void carryOut(String item, Wish wish, Login who) {
        SteeredTask task = steered.steeredBy(who, item);
        Problems problems = new Problems();
        String reason = wish.requiredReason(problems);
        boolean given = wish.step() != null && !wish.step().isBlank();
        problems.check(given, "step", "form.required").throwIfAny();
        if (!rules.of(task.definition()).before(task.key()).contains(wish.step())) {
            throw new InterventionRefused(Cause.FORBIDDEN, "steering.notRepeatable");
        }
        task.requireMovable();
        Mandate mandate = rights.required(task.municipality(), task.lead(), who);
        Task opened = SignedIn.asSystem(() -> goBack(task, wish.step()));
        log.history(task, task.key(), task.id(), TaskEvent.Kind.REVOKED, task.group(), who, reason);
        log.history(task, wish.step(), opened.getId(), TaskEvent.Kind.REOPENED, groupOf(opened), who, reason);
        log.action(
                BusinessAction.Kind.STEP_REPEATED,
                task,
                mandate,
                who,
                reason,
                Change.of("step", task.key(), wish.step()));
    }

    private Task goBack(SteeredTask task, String step) {
        ActivityInstance whole = runtime.getActivityInstance(task.instance());
        // Somebody has just completed it.
        String open = whole == null
                ? null
                : instanceOf(task, whole)
                        .orElseThrow(() -> new OptimisticLockingException("Task " + task.id() + " has moved on"));
        runtime.createProcessInstanceModification(task.instance())
                .cancelActivityInstance(open)
                .startBeforeActivity(step)
                .execute();
        return tasks.createTaskQuery()
                .processInstanceId(task.instance())
                .taskDefinitionKey(step)
                .orderByTaskCreateTime()
                .desc()
                .list()
                .get(0);
    }

    private static Optional<String> instanceOf(SteeredTask task, ActivityInstance around) {
        boolean here = task.key().equals(around.getActivityId())
                && Arrays.asList(around.getExecutionIds()).contains(task.execution());
        return here
                ? Optional.of(around.getId())
                : Stream.of(around.getChildActivityInstances())
                        .flatMap(inner -> instanceOf(task, inner).stream())
                        .findFirst();
    }

    private String groupOf(Task opened) {
        return SignedIn.asSystem(() -> tasks.getIdentityLinksForTask(opened.getId())).stream()
                .map(IdentityLink::getGroupId)
                .filter(Candidates::isOfCity)
                .findFirst()
                .orElse(null);
    }
}
