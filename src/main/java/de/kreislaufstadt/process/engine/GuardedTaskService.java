package de.kreislaufstadt.process.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Lets a task be completed with its form and nothing else. It stands in front of the engine's command because once the
 * command has begun, a variable sent by a client cannot be told from one the process already had.
 */
final class GuardedTaskService extends TaskServiceImpl {

    private final Supplier<EndedTasks> ended;

    GuardedTaskService(Supplier<EndedTasks> ended) {
        this.ended = ended;
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
                taskId, ended.get(), () -> super.completeWithVariablesInReturn(taskId, variables, deserializeValues));
    }

    /** A claim in somebody else's name would let whoever is named see a task of a department they do not belong to. */
    @Override
    public void claim(String taskId, String userId) {
        boolean forOneself = SignedIn.current()
                .map(who -> who.user().equals(userId) || SignedIn.isAdministrator(who))
                .orElse(true);
        if (!forOneself) {
            throw new AuthorizationException("Tasks are claimed for oneself");
        }
        super.claim(taskId, userId);
    }

    /**
     * Giving back what one has claimed is part of working on a task. The engine asks for the right to assign it to anybody,
     * which nobody but an administrator has.
     */
    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId == null && isClaimedByWhoAsks(taskId)) {
            SignedIn.asSystem(() -> {
                super.setAssignee(taskId, null);
                return null;
            });
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    private boolean isClaimedByWhoAsks(String taskId) {
        return SignedIn.current()
                .filter(who -> createTaskQuery()
                                .taskId(taskId)
                                .taskAssignee(who.user())
                                .count()
                        == 1)
                .isPresent();
    }

    @Override
    public void resolveTask(String taskId) {
        throw new UnsupportedOperationException("Resolving would pass the form by; complete the task");
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        resolveTask(taskId);
    }

    /** A delegated task is resolved instead of completed by the form's way, and its data would be lost. */
    @Override
    public void delegateTask(String taskId, String userId) {
        throw new UnsupportedOperationException("Delegation is not offered");
    }
}
