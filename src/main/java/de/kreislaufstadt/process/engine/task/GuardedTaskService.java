package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.engine.desk.QuestionDesk;
import de.kreislaufstadt.process.engine.model.SubmittedForm;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.EndedTasks;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Lets a task be completed with its form and nothing else. It stands in front of the engine's command because once the
 * command has begun, a variable sent by a client cannot be told from one the process already had.
 */
public final class GuardedTaskService extends TaskServiceImpl {

    private final Supplier<EndedTasks> ended;
    private final Supplier<StandIns> standIns;
    private final Function<String, Optional<TaskEvent>> openQuestions;

    /** @param openQuestions the question that a task waits for the answer to, by the task's id */
    public GuardedTaskService(
            Supplier<EndedTasks> ended,
            Supplier<StandIns> standIns,
            Function<String, Optional<TaskEvent>> openQuestions) {
        this.ended = ended;
        this.standIns = standIns;
        this.openQuestions = openQuestions;
    }

    @Override
    public void complete(String taskId) {
        Completion.ofTask(taskId, ended.get(), () -> super.complete(taskId));
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        SubmittedForm.requireAlone(variables);
        Completion.ofTask(taskId, ended.get(), () -> super.complete(taskId, variables));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        SubmittedForm.requireAlone(variables);
        return Completion.ofTask(
                taskId,
                ended.get(),
                () -> super.completeWithVariablesInReturn(taskId, variables, deserializeValues),
                Variables.createVariables());
    }

    /** A claim in somebody else's name would let whoever is named see a task of a department they do not belong to. */
    @Override
    public void claim(String taskId, String userId) {
        boolean forOneself =
                SignedIn.current().map(who -> who.user().equals(userId)).orElse(true);
        if (!forOneself) {
            throw new AuthorizationException("Tasks are claimed for oneself");
        }
        // One command for all of it: what is looked at here is what the engine then claims, and is read once.
        commandExecutor.execute(command -> {
            claim(command.getTaskManager().findTaskById(taskId), taskId, userId);
            return null;
        });
    }

    /** @param task as nobody's rights have been asked for yet; null where there is none */
    private void claim(TaskEntity task, String taskId, String userId) {
        if (isAsked(task) && !isMine(openQuestions.apply(taskId))) {
            throw new AuthorizationException("Somebody else is asked about this task");
        }
        Task seen = isClaimedBySomebodyElse(task, userId)
                ? createTaskQuery().taskId(taskId).singleResult()
                : null;
        if (seen != null && isDeputyOfAssignee(seen, userId)) {
            takeOver(seen, userId);
        } else {
            super.claim(taskId, userId);
        }
    }

    private static boolean isAsked(TaskEntity task) {
        return task != null && task.getDelegationState() == DelegationState.PENDING;
    }

    /** The owner keeps whose task it was: what the deputy does with it counts as done in that person's place. */
    private void takeOver(Task task, String deputy) {
        withoutGrants(() -> {
            if (task.getDelegationState() == null) {
                super.setOwner(task.getId(), task.getAssignee());
            }
            super.setAssignee(task.getId(), deputy);
        });
    }

    /**
     * Giving back what one has claimed is part of working on a task, and so is getting back for the group what somebody has
     * claimed who is away: the heads of its department and the person's deputies may. The engine asks for the right to assign
     * it to anybody, which nobody but an administrator has.
     */
    @Override
    public void setAssignee(String taskId, String userId) {
        Task task = userId == null ? createTaskQuery().taskId(taskId).singleResult() : null;
        boolean mayGiveBack = task != null
                && task.getAssignee() != null
                && SignedIn.current().filter(who -> mayGiveBack(task, who)).isPresent();
        if (mayGiveBack) {
            refuseToGiveBackAQuestion(task);
            withoutGrants(() -> {
                if (task.getDelegationState() == null) {
                    task.setOwner(null);
                }
                task.setAssignee(null);
                super.saveTask(task);
            });
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    /** While a department is asked, its people claim the task and nobody else does. */
    private static boolean isMine(Optional<TaskEvent> question) {
        return question.map(TaskEvent::toGroup)
                .map(asked -> SignedIn.current()
                        .map(who -> who.groups().contains(asked))
                        .orElse(true))
                .orElse(true);
    }

    /** A question to a person is answered, and one to a department goes back to it only from who has claimed it there. */
    private void refuseToGiveBackAQuestion(Task task) {
        boolean refused = openQuestions
                .apply(task.getId())
                .filter(question -> question.toGroup() == null
                        || SignedIn.current()
                                .filter(who -> who.user().equals(task.getAssignee()))
                                .isEmpty())
                .isPresent();
        if (refused) {
            throw new AuthorizationException("A question is answered, not given back");
        }
    }

    private boolean mayGiveBack(Task task, Login who) {
        return task.getAssignee().equals(who.user())
                || who.groups().contains(Candidates.headsOf(groupOf(task)))
                || isDeputyOfAssignee(task, who.user());
    }

    private static boolean isClaimedBySomebodyElse(Task task, String user) {
        return task != null && task.getAssignee() != null && !task.getAssignee().equals(user);
    }

    private boolean isDeputyOfAssignee(Task task, String user) {
        return standIns.get()
                .onBehalfOf(user, groupOf(task), task.getAssignee())
                .isPresent();
    }

    private String groupOf(Task task) {
        return SignedIn.asSystem(() -> getIdentityLinksForTask(task.getId())).stream()
                .map(IdentityLink::getGroupId)
                .filter(Candidates::isOfCity)
                .findFirst()
                .orElse("");
    }

    /** The engine's grants do not know this rule; everything else of the command, also who acts, stays as it is. */
    private void withoutGrants(Runnable work) {
        commandExecutor.execute(command -> command.runWithoutAuthorization(() -> {
            work.run();
            return null;
        }));
    }

    @Override
    public void resolveTask(String taskId) {
        throw new UnsupportedOperationException("Resolving would pass the form by; complete the task");
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        resolveTask(taskId);
    }

    /** Questions are asked through {@link QuestionDesk}, which says who may and notes what was asked. */
    @Override
    public void delegateTask(String taskId, String userId) {
        throw new UnsupportedOperationException("Ask a question instead");
    }
}
