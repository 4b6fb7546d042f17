package de.kreislaufstadt.process.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The same guard as {@link GuardedTaskService} for the ways that lead through the engine's form service. */
final class GuardedFormService extends FormServiceImpl {

    private final Supplier<EndedTasks> ended;

    GuardedFormService(Supplier<EndedTasks> ended) {
        this.ended = ended;
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
        SubmittedForm.requireAlone(properties);
        Completion.ofTask(taskId, ended.get(), () -> super.submitTaskForm(taskId, properties));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        SubmittedForm.requireAlone(properties);
        return Completion.ofTask(
                taskId,
                ended.get(),
                () -> super.submitTaskFormWithVariablesInReturn(taskId, properties, deserializeValues));
    }
}
