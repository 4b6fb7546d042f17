package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.engine.model.SubmittedForm;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The same guard as {@link GuardedTaskService} for the ways that lead through the engine's form service. Submitting a task's
 * form is completing it, and takes the same way: the engine's own would resolve a task somebody is asked about, without any
 * listener, and lose the form.
 */
public final class GuardedFormService extends FormServiceImpl {

    private final GuardedTaskService tasks;

    /** @param tasks through which tasks are completed, whichever way they come */
    public GuardedFormService(GuardedTaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        SubmittedForm.requireAlone(properties);
        return Completion.of(() -> super.submitStartForm(processDefinitionId, properties));
    }

    /** The business key is the measure's number, which the server assigns: a client's key is ignored. */
    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, properties);
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        tasks.complete(taskId, properties);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return tasks.completeWithVariablesInReturn(taskId, properties, deserializeValues);
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        throw new UnsupportedOperationException("Forms are submitted as one value");
    }
}
