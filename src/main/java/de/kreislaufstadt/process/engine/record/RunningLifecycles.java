package de.kreislaufstadt.process.engine.record;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskMoved;
import de.kreislaufstadt.process.engine.model.EngineDays;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.model.MunicipalityOfInstance;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The life cycles that run in the engine. */
@Component
public class RunningLifecycles implements Lifecycles {

    public static final String START = "propose-measure";
    public static final String CHANGE_DETAILS = "change-details";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final StepTable steps;
    private final TaskService tasks;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunningLifecycles(
            RuntimeService runtime,
            RepositoryService repository,
            StepTable steps,
            TaskService tasks,
            ManagementService management,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clock = clock;
        this.events = events;
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
        this.steps = steps;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** Not left to the interface: a call from there to the other one would begin no transaction. */
    @Override
    @Transactional
    public void takeOver(
            String municipality,
            UUID measureId,
            String number,
            String lead,
            String activity,
            Outcome routing,
            List<PastStep> past) {
        takeOver(municipality, measureId, number, lead, activity, routing, past, null);
    }

    @Override
    @Transactional
    public void takeOver(
            String municipality,
            UUID measureId,
            String number,
            String lead,
            String activity,
            Outcome routing,
            List<PastStep> past,
            String by) {
        steps.recordPast(municipality, measureId, past);
        String actor = by != null ? by : SignedIn.current().map(Login::user).orElse(null);
        events.publishEvent(BusinessAction.of(municipality, measureId, Kind.MEASURE_TAKEN_OVER, Subject.whole(), actor)
                .changing(Stream.concat(
                                Stream.of(Change.of("lead", null, lead)),
                                past.stream().map(RunningLifecycles::doneBefore))
                        .toList()));
        MunicipalityOfInstance.actingFor(municipality, () -> {
            ProcessInstantiationBuilder start = runtime.createProcessInstanceByKey(PROCESS)
                    .processDefinitionWithoutTenantId()
                    .businessKey(number)
                    .setVariables(routing.values())
                    .setVariable(Scopes.MEASURE_ID, measureId.toString())
                    .setVariable(Scopes.LEAD, lead)
                    .startBeforeActivity(activity);
            return start.execute();
        });
    }

    private static Change doneBefore(PastStep step) {
        LocalDate day = step.completedAt().atZone(ModelWords.ZONE).toLocalDate();
        return Change.of(BusinessAction.DONE_BEFORE, null, day + " " + step.task() + " " + step.department());
    }

    @Override
    public void waitNoLonger(String municipality, String event) {
        management.createJobQuery().activityId(event).tenantIdIn(municipality).unlimitedList().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    /** The engine lets nobody set the moment at which a task came up, since it is always now. */
    @Override
    @Transactional
    public void waitSince(String municipality, String number, String department, LocalDate day, LocalDate due) {
        List<Task> waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .tenantIdIn(municipality)
                .taskCandidateGroup(Candidates.group(municipality, department, false))
                .list();
        waiting.forEach(task -> {
            task.setDueDate(EngineDays.endOf(due));
            tasks.saveTask(task);
            for (String moment :
                    List.of("camunda.act_ru_task set create_time_", "camunda.act_hi_taskinst set start_time_")) {
                jdbc.sql("update " + moment + " = :day where id_ = :task and tenant_id_ = :municipality")
                        .param("day", Timestamp.from(EngineDays.endOf(day).toInstant()))
                        .param("task", task.getId())
                        .param("municipality", municipality)
                        .update();
            }
            events.publishEvent(new TaskMoved(
                    TaskMoved.Kind.CHANGED,
                    municipality,
                    task.getId(),
                    clock.instant(),
                    null,
                    new TaskMoved.Place(
                            department,
                            Candidates.group(municipality, department, false),
                            task.getAssignee() != null,
                            due,
                            EngineDays.dayOf(task.getFollowUpDate()),
                            EngineDays.endOf(day).toInstant())));
        });
    }

    @Override
    public boolean isRunning(String municipality, String number) {
        // Heads see their tasks, not the process behind them.
        return SignedIn.asSystem(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(number)
                        .tenantIdIn(municipality)
                        .count()
                > 0);
    }

    @Override
    public List<Variant> variants(String municipality) {
        return jdbc.sql("""
                        select distinct on (key_) key_, coalesce(name_, key_) as name, version_
                          from (select key_, name_, version_ from camunda.act_re_procdef where tenant_id_ = :municipality
                                union all
                                select key_, name_, version_ from camunda.act_re_decision_def
                                 where tenant_id_ = :municipality) own
                         order by key_, version_ desc
                        """)
                .param("municipality", municipality)
                .query((row, index) ->
                        new Variant(row.getString("key_"), row.getString("name"), row.getInt("version_")))
                .list();
    }

    /** Row by row through the engine's services would take hours for a city's ten years; its tables all say the tenant. */
    @Override
    @Transactional
    public void forget(String municipality) {
        SignedIn.runAsSystem(() -> {
            runtime
                    .createProcessInstanceQuery()
                    .tenantIdIn(municipality)
                    .rootProcessInstances()
                    .unlimitedList()
                    .stream()
                    .map(ProcessInstance::getId)
                    .forEach(instance -> runtime.deleteProcessInstance(instance, "municipality", true, false));
            repository.createDeploymentQuery().tenantIdIn(municipality).unlimitedList().stream()
                    .map(Deployment::getId)
                    .forEach(deployment -> repository.deleteDeployment(deployment, true));
            List<String> tables = jdbc.sql("""
                        select c.table_name from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema = 'camunda' and c.column_name = 'tenant_id_' and t.table_type = 'BASE TABLE'
                           and c.table_name not like 'act_re_%' and c.table_name not like 'act_id_%'
                         order by c.table_name = 'act_ge_bytearray', c.table_name
                        """).query(String.class).list();
            tables.forEach(table -> jdbc.sql("delete from camunda." + table + " where tenant_id_ = :municipality")
                    .param("municipality", municipality)
                    .update());
        });
    }

    @Override
    public List<String> running(String municipality) {
        return jdbc.sql("""
                        select distinct instance.business_key_
                          from camunda.act_ru_execution instance
                          join camunda.act_re_procdef definition on definition.id_ = instance.proc_def_id_
                         where instance.tenant_id_ = :municipality and instance.parent_id_ is null
                           and instance.business_key_ is not null and definition.key_ in (:processes)
                         order by 1
                        """)
                .param("municipality", municipality)
                .param("processes", List.of(PROCESS, CHANGE_DETAILS))
                .query(String.class)
                .list();
    }
}
