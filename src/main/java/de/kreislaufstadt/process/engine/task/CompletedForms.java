package de.kreislaufstadt.process.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Actor;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.EscalatedTaskSettled;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.StartHandler;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.process.engine.draft.DraftDesk;
import de.kreislaufstadt.process.engine.draft.DraftTable;
import de.kreislaufstadt.process.engine.model.Handlers;
import de.kreislaufstadt.process.engine.model.LoggedStep;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.model.SkippedStep;
import de.kreislaufstadt.process.engine.model.SubmittedForm;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.InPlaceOf;
import de.kreislaufstadt.process.engine.people.OwnDepartments;
import de.kreislaufstadt.process.engine.record.StepTable;
import de.kreislaufstadt.process.engine.watch.MovedDueDates;
import de.kreislaufstadt.process.engine.watch.TasksUnderWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What happens on every way of completing a task or starting a process: read the form, check it against its schema, bind
 * it, let the module write its rows, note the step, hand the routing values to the process. All in the engine's
 * transaction: a refusal anywhere leaves task, variables, history and rows as they were.
 */
@Component
public class CompletedForms {

    private final Handlers handlers;
    private final FormSchemas schemas;
    private final FormCheck check;
    private final FormBinding binding;
    private final StepTable steps;
    private final DraftTable drafts;
    private final DepartmentDirectory departments;
    private final StandIns standIns;
    private final MovedDueDates movedDueDates;
    private final ObjectMapper json;
    private final ObjectProvider<IdentityService> identity;
    private final ApplicationEventPublisher events;

    CompletedForms(
            Handlers handlers,
            FormSchemas schemas,
            FormCheck check,
            FormBinding binding,
            StepTable steps,
            DraftTable drafts,
            @Lazy DepartmentDirectory departments,
            @Lazy StandIns standIns,
            MovedDueDates movedDueDates,
            ObjectMapper json,
            ObjectProvider<IdentityService> identity,
            ApplicationEventPublisher events) {
        this.handlers = handlers;
        this.schemas = schemas;
        this.check = check;
        this.binding = binding;
        this.steps = steps;
        this.drafts = drafts;
        this.departments = departments;
        this.standIns = standIns;
        this.movedDueDates = movedDueDates;
        this.json = json;
        this.identity = identity;
        this.events = events;
    }

    void complete(DelegateTask task) {
        SkippedStep skipped = SkippedStep.of(task.getId());
        if (skipped != null) {
            skip(task, skipped);
            return;
        }
        Authentication who = authentication();
        // Whoever is asked about a task sees it and answers; it is completed by who asked, once it is back.
        if (DelegationState.PENDING.equals(((TaskEntity) task).getDelegationState())) {
            throw FormRefused.at("", "task.asked");
        }
        String deputyFor = InPlaceOf.whom(task, who.getUserId(), standIns);
        requireStillWaiting(task);
        TaskContext context = LoggedStep.enter(Scopes.of(task, who.getUserId()).inPlaceOf(deputyFor));
        TaskHandler<?> handler = handlers.forTask(context.taskKey());
        List<Change> entered = new ArrayList<>();
        Outcome outcome = inForm(handler.task(), () -> {
            JsonNode data =
                    SubmittedForm.read(task.getExecution().getVariableTyped(SubmittedForm.VARIABLE, false), json);
            return completed(handler, context, data, entered);
        });
        int version = Scopes.modelVersion(task);
        steps.record(
                context,
                version,
                departmentOf(task, context.municipality()),
                outcome.note(),
                outcome.result().orElse(null));
        entered.add(Change.of(BusinessAction.OPENED, null, task.getCreateTime().toInstant()));
        tell(Kind.STEP_COMPLETED, context, Candidates.groupOf(task), version, entered);
        outcome.values().forEach(task.getExecution()::setVariable);
        movedDueDates.follow(task, context, outcome.values());
        settled(task);
    }

    /** The process goes on without the form; the measure's history says so. */
    private void skip(DelegateTask task, SkippedStep skipped) {
        requireStillWaiting(task);
        TaskContext context = Scopes.of(task, skipped.by()).inPlaceOf(skipped.deputyFor());
        steps.recordSkipped(context, Scopes.modelVersion(task), departmentOf(task, context.municipality()));
        settled(task);
    }

    /**
     * A task is over, completed or no longer needed: whoever was asked to clarify it need not any more. The mark is part of
     * the task that is at hand anyway, so that all other tasks cost nothing.
     */
    void settled(DelegateTask task) {
        if (task.getPriority() == TasksUnderWatch.ESCALATED) {
            events.publishEvent(new EscalatedTaskSettled(task.getTenantId(), task.getId()));
        }
    }

    /** Who has done it belongs to the department of today, even where the task was still its predecessor's. */
    private String departmentOf(DelegateTask task, String municipality) {
        String department = Candidates.departmentOf(task, municipality);
        return department == null ? null : departments.currentOf(municipality, department);
    }

    void start(DelegateExecution execution) {
        Authentication who = authentication();
        StartHandler<?> handler = handlers.forStart(execution.getCurrentActivityId());
        SubmittedForm.requireAlone(execution.getVariablesTyped(false));
        List<String> own =
                OwnDepartments.of(execution.getTenantId(), who.getUserId(), who.getGroupIds(), departments, standIns);
        Actor actor = new Actor(execution.getTenantId(), who.getUserId(), own);
        List<Change> entered = new ArrayList<>();
        StartHandler.Started started = inForm(handler.startEvent(), () -> {
            JsonNode data = SubmittedForm.read(execution.getVariableTyped(SubmittedForm.VARIABLE, false), json);
            return started(handler, actor, data, entered);
        });
        execution.setProcessBusinessKey(started.businessKey());
        started.outcome().values().forEach(execution::setVariable);
        TaskContext scope = Scopes.of(execution, who.getUserId());
        steps.record(scope, 0, scope.lead(), null, null);
        String role = scope.lead() == null ? null : Candidates.group(scope.municipality(), scope.lead(), false);
        int version = ((ExecutionEntity) execution).getProcessDefinition().getVersion();
        tell(Kind.MEASURE_PROPOSED, scope, role, version, entered);
        drafts.submitted(scope.municipality(), DraftDesk.startOf(scope.processKey()), scope.actor());
    }

    /**
     * Checks a form as its completion would, and does nothing with it.
     *
     * @throws FormRefused with every field that completing would refuse, except for rules the module checks while writing
     */
    public void check(TaskContext context, JsonNode data) {
        TaskHandler<?> handler = handlers.forTask(context.taskKey());
        inForm(handler.task(), () -> checked(handler, context, data));
    }

    /** What is there is asked for before the handler changes it. */
    private <F> Outcome completed(TaskHandler<F> handler, TaskContext context, JsonNode data, List<Change> entered) {
        F form = checked(handler, context, data);
        entered.addAll(changes(handler.task(), handler.before(context), data));
        return handler.complete(context, form);
    }

    private List<Change> changes(String form, Map<String, ?> before, JsonNode after) {
        return EnteredForm.changes(schemas.find(form, Locale.GERMAN).orElseThrow(), json.valueToTree(before), after);
    }

    private <F> F checked(TaskHandler<F> handler, TaskContext context, JsonNode data) {
        return bound(handler.task(), data, handler.options(context), handler.form());
    }

    private <F> StartHandler.Started started(
            StartHandler<F> handler, Actor actor, JsonNode data, List<Change> entered) {
        F form = bound(handler.startEvent(), data, handler.options(actor), handler.form());
        entered.addAll(changes(handler.startEvent(), Map.of(), data));
        return handler.start(actor, form);
    }

    private <F> F bound(String key, JsonNode data, Map<String, List<Option>> options, Class<F> type) {
        FormSchema schema = schemas.find(key).orElseThrow(() -> new IllegalStateException("No form " + key));
        check.check(schema, data, options).throwIfAny();
        return binding.bind(data, type);
    }

    private static <T> T inForm(String key, Supplier<T> work) {
        try {
            return work.get();
        } catch (FormRefused refused) {
            throw refused.inForm(key);
        }
    }

    private void tell(Kind kind, TaskContext context, String role, int version, List<Change> entered) {
        events.publishEvent(new BusinessAction(
                context.municipality(),
                context.measureId(),
                kind,
                Subject.of(context).about(StepTable.itemOf(context)),
                context.actor(),
                role,
                context.deputyFor(),
                entered,
                null,
                version,
                List.of()));
    }

    /** Two people complete one task at once: the second finds the process where the first has led it. */
    private static void requireStillWaiting(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        if (execution == null || !task.getTaskDefinitionKey().equals(execution.getCurrentActivityId())) {
            throw new OptimisticLockingException("Task " + task.getId() + " has just been completed");
        }
    }

    private Authentication authentication() {
        Authentication who = identity.getObject().getCurrentAuthentication();
        if (who == null || who.getUserId() == null) {
            throw new IllegalStateException("Nobody is signed in: forms are completed by people");
        }
        return who;
    }
}
