package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.TaskContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Translates the engine's scopes into the words of the modules. */
public final class Scopes {

    public static final String MEASURE_ID = "measureId";
    public static final String LEAD = "lead";

    private Scopes() {}

    /** @param actor user id of who acts; null where the product itself does */
    public static TaskContext of(DelegateTask task, String actor) {
        DelegateExecution execution = task.getExecution();
        return context(
                execution,
                task.getTenantId(),
                task.getTaskDefinitionKey(),
                task.getId(),
                actor,
                routingValues(execution));
    }

    /** @param actor user id of who acts; null where the product itself does */
    public static TaskContext of(DelegateExecution execution, String actor) {
        return context(
                execution,
                execution.getTenantId(),
                execution.getCurrentActivityId(),
                null,
                actor,
                routingValues(execution));
    }

    /** Version of the model a task runs on, e.g. {@code 3}; part of the proof of who did what. */
    public static int modelVersion(DelegateTask task) {
        ProcessDefinition definition = ((TaskEntity) task).getProcessDefinition();
        return definition.getVersion();
    }

    /** @return routing values as the scope sees them, own and inherited */
    public static Map<String, Object> routingValues(VariableScope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : scope.getVariableNames()) {
            if (!SubmittedForm.VARIABLE.equals(name)) {
                values.put(name, scope.getVariable(name));
            }
        }
        return values;
    }

    private static TaskContext context(
            DelegateExecution execution,
            String municipality,
            String taskKey,
            String taskId,
            String actor,
            Map<String, Object> values) {
        Object measure = values.get(MEASURE_ID);
        return new TaskContext(
                municipality,
                measure == null ? null : UUID.fromString(measure.toString()),
                execution.getProcessBusinessKey(),
                (String) values.get(LEAD),
                processKey(execution),
                taskKey,
                taskId,
                actor,
                values);
    }

    /** Not read from the definition's id, which names the key only as long as both fit into 64 characters. */
    private static String processKey(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }
}
