package de.kreislaufstadt.process.engine.migrate;

import de.kreislaufstadt.process.ModelVersions.Version;
import de.kreislaufstadt.process.TaskMoved;
import de.kreislaufstadt.process.TaskMoved.Origin;
import de.kreislaufstadt.process.engine.model.Scopes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Open tasks of an instance that is lifted. The engine leaves them as they are, also where the newer model calls them differently:
 * people and projections would go on with the old name.
 */
@Component
class LiftedTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LiftedTasks(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    /** @param tasks open tasks by id, as they were */
    record Open(Map<String, Task> tasks, BpmnModelInstance model) {}

    Open open(String instance, String version) {
        return new Open(ofInstance(instance), repository.getBpmnModelInstance(version));
    }

    void follow(Open before, ProcessInstance instance, Version to) {
        if (before.tasks().isEmpty()) {
            return;
        }
        BpmnModelInstance model = repository.getBpmnModelInstance(to.id());
        Map<String, Task> after = new HashMap<>(ofInstance(instance.getId()));
        after.keySet().retainAll(before.tasks().keySet());
        after.forEach((id, task) -> {
            Task old = before.tasks().get(id);
            String name = nameIn(model, task.getTaskDefinitionKey());
            // A name that somebody has given the task is not the model's.
            if (old.getName() != null
                    && old.getName().equals(nameIn(before.model(), old.getTaskDefinitionKey()))
                    && name != null
                    && !name.equals(old.getName())) {
                task.setName(name);
                tasks.saveTask(task);
            }
            if (!old.getTaskDefinitionKey().equals(task.getTaskDefinitionKey())) {
                renamed(instance, to, task);
            }
        });
    }

    private void renamed(ProcessInstance instance, Version to, Task task) {
        Object measure = runtime.getVariable(instance.getId(), Scopes.MEASURE_ID);
        Origin origin = new Origin(
                measure == null ? null : UUID.fromString(measure.toString()),
                to.process(),
                task.getTaskDefinitionKey(),
                null);
        events.publishEvent(new TaskMoved(
                TaskMoved.Kind.RENAMED, instance.getTenantId(), task.getId(), clock.instant(), origin, null));
    }

    private Map<String, Task> ofInstance(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).unlimitedList().stream()
                .collect(Collectors.toMap(Task::getId, Function.identity()));
    }

    private static String nameIn(BpmnModelInstance model, String key) {
        ModelElementInstance element = model.getModelElementById(key);
        return element instanceof FlowElement named ? named.getName() : null;
    }
}
