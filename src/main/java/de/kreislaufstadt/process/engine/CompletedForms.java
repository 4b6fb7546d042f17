package de.kreislaufstadt.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Actor;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.StartHandler;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What happens on every way of completing a task or starting a process: read the form, check it against its schema, bind
 * it, let the module write its rows, note the step, hand the routing values to the process. All in the engine's
 * transaction: a refusal anywhere leaves task, variables, history and rows as they were.
 */
@Component
class CompletedForms {

    private final Handlers handlers;
    private final FormSchemas schemas;
    private final FormCheck check;
    private final FormBinding binding;
    private final StepTable steps;
    private final DepartmentDirectory departments;
    private final MovedDueDates movedDueDates;
    private final ObjectMapper json;
    private final ObjectProvider<IdentityService> identity;

    CompletedForms(
            Handlers handlers,
            FormSchemas schemas,
            FormCheck check,
            FormBinding binding,
            StepTable steps,
            @Lazy DepartmentDirectory departments,
            MovedDueDates movedDueDates,
            ObjectMapper json,
            ObjectProvider<IdentityService> identity) {
        this.handlers = handlers;
        this.schemas = schemas;
        this.check = check;
        this.binding = binding;
        this.steps = steps;
        this.departments = departments;
        this.movedDueDates = movedDueDates;
        this.json = json;
        this.identity = identity;
    }

    void complete(DelegateTask task) {
        Authentication who = authentication();
        if (task.getAssignee() != null && !task.getAssignee().equals(who.getUserId())) {
            throw FormRefused.at("", "form.claimed");
        }
        requireStillWaiting(task);
        TaskContext context = Scopes.of(task, who.getUserId());
        TaskHandler<?> handler = handlers.forTask(context.taskKey());
        Outcome outcome = inForm(handler.task(), () -> {
            JsonNode data =
                    SubmittedForm.read(task.getExecution().getVariableTyped(SubmittedForm.VARIABLE, false), json);
            return completed(handler, context, data);
        });
        steps.record(
                context,
                Scopes.modelVersion(task),
                Candidates.departmentOf(task, context.municipality()),
                outcome.result().orElse(null));
        outcome.values().forEach(task.getExecution()::setVariable);
        movedDueDates.follow(task, context, outcome.values());
    }

    void start(DelegateExecution execution) {
        Authentication who = authentication();
        StartHandler<?> handler = handlers.forStart(execution.getCurrentActivityId());
        SubmittedForm.requireAlone(execution.getVariablesTyped(false));
        List<String> own = departments.departmentsOf(execution.getTenantId(), who.getGroupIds());
        Actor actor = new Actor(execution.getTenantId(), who.getUserId(), own);
        StartHandler.Started started = inForm(handler.startEvent(), () -> {
            JsonNode data = SubmittedForm.read(execution.getVariableTyped(SubmittedForm.VARIABLE, false), json);
            return started(handler, actor, data);
        });
        execution.setProcessBusinessKey(started.businessKey());
        started.outcome().values().forEach(execution::setVariable);
        steps.record(Scopes.of(execution, who.getUserId()), 0, own.isEmpty() ? null : own.get(0), null);
    }

    private <F> Outcome completed(TaskHandler<F> handler, TaskContext context, JsonNode data) {
        F form = bound(handler.task(), data, handler.options(context), handler.form());
        return handler.complete(context, form);
    }

    private <F> StartHandler.Started started(StartHandler<F> handler, Actor actor, JsonNode data) {
        F form = bound(handler.startEvent(), data, handler.options(actor), handler.form());
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
