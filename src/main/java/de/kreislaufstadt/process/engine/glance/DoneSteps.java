package de.kreislaufstadt.process.engine.glance;

import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.StepTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final FormSchemas forms;
    private final ItemNames items;
    private final ModelNames names;
    private final Map<String, String> germanNames = new ConcurrentHashMap<>();

    DoneSteps(
            StepTable steps,
            RepositoryService repository,
            DepartmentDirectory departments,
            Accounts accounts,
            FormSchemas forms,
            ItemNames items,
            ModelNames names) {
        this.steps = steps;
        this.repository = repository;
        this.departments = departments;
        this.accounts = accounts;
        this.forms = forms;
        this.items = items;
        this.names = names;
    }

    /**
     * A step somebody has done, for themselves or in somebody's place.
     *
     * @param item the workshop, goal, idea … it was about; null where there is only one such step
     * @param result what was chosen, in the words of the step's form; null where nothing was to be chosen
     */
    record DoneStep(
            String name,
            String item,
            String result,
            String department,
            Instant completedAt,
            String by,
            String deputyFor,
            String origin,
            String note) {}

    List<DoneStep> of(String municipality, UUID measure) {
        Map<String, String> people = new HashMap<>();
        List<StepTable.Step> done = steps.of(municipality, measure);
        Map<String, String> titles = items.ofAny(
                municipality,
                done.stream().map(StepTable.Step::item).filter(Objects::nonNull).toList());
        return done.stream()
                .map(step -> new DoneStep(
                        taskName(step.process(), step.task()),
                        titles.get(step.item()),
                        result(step),
                        step.department() == null ? null : departments.nameOf(municipality, step.department()),
                        step.completedAt(),
                        step.by() == null ? null : people.computeIfAbsent(step.by(), accounts::nameOf),
                        step.deputyFor() == null ? null : people.computeIfAbsent(step.deputyFor(), accounts::nameOf),
                        step.origin(),
                        step.note()))
                .toList();
    }

    private String result(StepTable.Step step) {
        return step.result() == null
                ? null
                : forms.find(step.task())
                        .flatMap(form -> form.choice(step.result()))
                        .orElse(null);
    }

    /** @return name of a task, in German that of the latest version of its model */
    String taskName(String process, String task) {
        return names.task(task, germanName(process, task));
    }

    private String germanName(String process, String task) {
        return germanNames.computeIfAbsent(
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
