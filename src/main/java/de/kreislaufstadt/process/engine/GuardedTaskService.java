package de.kreislaufstadt.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Lets a task be completed with its form and nothing else. It stands in front of the engine's command because once the
 * command has begun, a variable sent by a client cannot be told from one the process already had.
 */
final class GuardedTaskService extends TaskServiceImpl {

    @Override
    public void complete(String taskId) {
        Completion.of(() -> super.complete(taskId));
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        SubmittedForm.requireAlone(variables);
        Completion.of(() -> super.complete(taskId, variables));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        SubmittedForm.requireAlone(variables);
        return Completion.of(() -> super.completeWithVariablesInReturn(taskId, variables, deserializeValues));
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
