package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Actor;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Guidance;
import de.kreislaufstadt.process.Matters;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.StartHandler;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.process.TaskPreview;
import de.kreislaufstadt.process.engine.model.Handlers;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.InPlaceOf;
import de.kreislaufstadt.process.engine.people.OwnDepartments;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.RunningLifecycles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens tasks and start forms: schema, known data, choices, and what the head of the form says. */
@Component
public class TaskDesk {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final Handlers handlers;
    private final FormSchemas schemas;
    private final MeasureDirectory measures;
    private final Matters matters;
    private final DepartmentDirectory departments;
    private final StandIns standIns;
    private final Accounts accounts;
    private final ObjectProvider<TaskPreview> previews;
    private final ObjectProvider<Guidance> guidance;
    private final ModelNames names;

    TaskDesk(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            IdentityService identity,
            Handlers handlers,
            FormSchemas schemas,
            MeasureDirectory measures,
            Matters matters,
            DepartmentDirectory departments,
            StandIns standIns,
            Accounts accounts,
            ObjectProvider<TaskPreview> previews,
            ObjectProvider<Guidance> guidance,
            ModelNames names) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.identity = identity;
        this.handlers = handlers;
        this.schemas = schemas;
        this.measures = measures;
        this.matters = matters;
        this.departments = departments;
        this.standIns = standIns;
        this.accounts = accounts;
        this.previews = previews;
        this.guidance = guidance;
        this.names = names;
    }

    /**
     * @param schema what the browser renders
     * @param data known values and choices by field
     * @param context head of the form: measure, phase, task, instructions
     */
    public record OpenForm(Object schema, Map<String, Object> data, Map<String, Object> context) {}

    /** @return the form of a task the person may see; empty if there is none */
    @Transactional(readOnly = true)
    public Optional<OpenForm> task(String taskId, Login who) {
        // The engine's authorizations decide whether the person sees the task at all.
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getTenantId() == null) {
            return Optional.empty();
        }
        String group = groupOf(task);
        String deputyFor = InPlaceOf.whom(task, group, who.user(), standIns);
        TaskContext context = context(task, who.user()).inPlaceOf(deputyFor);
        TaskHandler<?> handler = handlers.forTask(task.getTaskDefinitionKey());
        Map<String, Object> head = new LinkedHashMap<>();
        MeasureDirectory.Card card = matters.of(context);
        head.put("measureNumber", card.number());
        head.put("ofMeasure", matters.isMeasure(card.number()));
        head.put("measureTitle", card.title());
        head.put("phase", card.stateLabel());
        head.put("taskKey", context.taskKey());
        head.put("taskName", names.task(context.taskKey(), task.getName()));
        head.put("instructions", names.instructions(context.taskKey(), task.getDescription()));
        head.put("municipality", nameOf(context.municipality()));
        head.put("deputyFor", deputyFor == null ? null : accounts.nameOf(deputyFor));
        // Somebody who is away has claimed it: a deputy can take it over from them.
        head.put("heldByAbsent", deputyFor != null && deputyFor.equals(task.getAssignee()));
        if (task.isSuspended()) {
            measures.pause(context.municipality(), context.measureId()).ifPresent(pause -> head.put("paused", pause));
        }
        // What a city has adopted is for its people, not for those of no city who work with it.
        if (matters.isMeasure(card.number()) && who.tenants().contains(context.municipality())) {
            guidance.ifAvailable(
                    one -> head.put("guidance", one.ofMeasure(context.municipality(), context.measureId())));
        }
        head.put("preview", previews.stream().anyMatch(one -> one.tasks().contains(context.taskKey())));
        return Optional.of(open(handler.task(), data(handler.options(context), handler.prefill(context)), head));
    }

    private String groupOf(Task task) {
        return SignedIn.asSystem(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
                .map(IdentityLink::getGroupId)
                .filter(Candidates::isOfCity)
                .findFirst()
                .orElse(null);
    }

    /** @return where a task stands that the person may see; empty if there is none */
    Optional<TaskContext> contextOf(String taskId, Login who) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return task == null || task.getTenantId() == null ? Optional.empty() : Optional.of(context(task, who.user()));
    }

    /** @return the form that starts a process; empty if the process does not start with one */
    @Transactional(readOnly = true)
    public Optional<OpenForm> start(String processKey, Login who) {
        if (!RunningLifecycles.PROCESS.equals(processKey) || who.tenants().size() != 1) {
            return Optional.empty();
        }
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            return Optional.empty();
        }
        StartHandler<?> handler = handlers.forStart(RunningLifecycles.START);
        String municipality = who.tenants().get(0);
        Actor actor = new Actor(
                municipality,
                who.user(),
                OwnDepartments.of(municipality, who.user(), who.groups(), departments, standIns));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("taskKey", RunningLifecycles.START);
        head.put("taskName", startName(definition.getId()).orElse(definition.getName()));
        head.put("instructions", names.instructions(RunningLifecycles.START, startInstructions(definition.getId())));
        head.put("municipality", nameOf(municipality));
        return Optional.of(open(handler.startEvent(), data(handler.options(actor), handler.prefill(actor)), head));
    }

    /** @return name of the event that starts a process in Tasklist, e.g. "Maßnahme vorschlagen"; empty for other processes */
    public Optional<String> startName(String definitionId) {
        if (!definitionId.startsWith(RunningLifecycles.PROCESS + ":")) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                names.task(RunningLifecycles.START, startEvent(definitionId).getName()));
    }

    // The description of the definition tells managers what the process is, not what to do now.
    private String startInstructions(String definitionId) {
        return startEvent(definitionId).getDocumentations().stream()
                .map(Documentation::getTextContent)
                .findFirst()
                .orElse("");
    }

    private FlowElement startEvent(String definitionId) {
        return repository.getBpmnModelInstance(definitionId).getModelElementById(RunningLifecycles.START);
    }

    private String nameOf(String municipality) {
        // People of no municipality may not read tenants, but where a task of theirs is.
        Tenant tenant = SignedIn.asSystem(
                () -> identity.createTenantQuery().tenantId(municipality).singleResult());
        return tenant == null ? municipality : tenant.getName();
    }

    private OpenForm open(String key, Map<String, Object> data, Map<String, Object> head) {
        FormSchema schema = schemas.find(key).orElseThrow(() -> new IllegalStateException("No form " + key));
        return new OpenForm(schema.json(), data, head);
    }

    private static Map<String, Object> data(Map<String, List<Option>> options, Map<String, ?> known) {
        Map<String, Object> data = new LinkedHashMap<>(options);
        data.putAll(known);
        return data;
    }

    /** Where a task stands, for whoever opens it. */
    public TaskContext context(Task task, String user) {
        Map<String, Object> values = tasks.getVariables(task.getId());
        // Who may work on a task need not be allowed to read its instance.
        String business = SignedIn.asSystem(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        return new TaskContext(
                task.getTenantId(),
                UUID.fromString(values.get(Scopes.MEASURE_ID).toString()),
                business,
                (String) values.get(Scopes.LEAD),
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey(),
                task.getTaskDefinitionKey(),
                task.getId(),
                user,
                values);
    }
}
