package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** The history of a measure in words: what was done, by whom, for which department. */
@Component
class DoneSteps {

    private final StepTable steps;
    private final RepositoryService repository;
    private final DepartmentDirectory departments;
    private final Accounts accounts;
    private final Map<String, String> taskNames = new ConcurrentHashMap<>();

    DoneSteps(StepTable steps, RepositoryService repository, DepartmentDirectory departments, Accounts accounts) {
        this.steps = steps;
        this.repository = repository;
        this.departments = departments;
        this.accounts = accounts;
    }

    /** A step somebody has done. */
    record DoneStep(String name, String department, Instant completedAt, String by, String origin, String note) {}

    List<DoneStep> of(String municipality, UUID measure) {
        Map<String, String> people = new HashMap<>();
        return steps.of(municipality, measure).stream()
                .map(step -> new DoneStep(
                        taskName(step.process(), step.task()),
                        step.department() == null ? null : departments.nameOf(municipality, step.department()),
                        step.completedAt(),
                        step.by() == null ? null : people.computeIfAbsent(step.by(), accounts::nameOf),
                        step.origin(),
                        step.note()))
                .toList();
    }

    /** @return name of a task in the latest version of its model */
    String taskName(String process, String task) {
        return taskNames.computeIfAbsent(
                process + "/" + task,
                key -> SignedIn.asSystem(() -> {
                    String definition = repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(process)
                            .latestVersion()
                            .singleResult()
                            .getId();
                    FlowElement element =
                            repository.getBpmnModelInstance(definition).getModelElementById(task);
                    return element == null ? task : element.getName();
                }));
    }
}
