package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.engine.model.SubmittedForm;
import de.kreislaufstadt.process.engine.model.Variants;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.Map;
import java.util.function.Supplier;
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
    private final Supplier<Variants> variants;

    /**
     * @param tasks through which tasks are completed, whichever way they come
     * @param variants models of single municipalities
     */
    public GuardedFormService(GuardedTaskService tasks, Supplier<Variants> variants) {
        this.tasks = tasks;
        this.variants = variants;
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        SubmittedForm.requireAlone(properties);
        return Completion.of(() -> super.submitStartForm(variantOf(processDefinitionId), properties));
    }

    /** Tasklist offers the shared model beside the municipality's own, which holds whichever was chosen. */
    private String variantOf(String processDefinitionId) {
        String key = processDefinitionId.replaceFirst(":.*", "");
        return SignedIn.current()
                .filter(who -> who.tenants().size() == 1)
                .flatMap(who -> variants.get().latest(who.tenants().get(0), key))
                .orElse(processDefinitionId);
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
