package de.kreislaufstadt.process.engine.record;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that are over, for those who might have worked on them: whose department's they were, or who had claimed them. */
@Component
public class EndedTasks {

    private static final String QUERY = """
            select h.tenant_id_, h.name_, h.task_def_key_, h.proc_def_key_, h.proc_inst_id_, h.act_inst_id_, h.end_time_,
                   i.business_key_, s.completed_by, s.completed_at
            from camunda.act_hi_taskinst h
            join camunda.act_hi_procinst i on i.id_ = h.proc_inst_id_
            left join step s on s.municipality_id = h.tenant_id_ and s.task_id = h.id_
            where h.id_ = :task and h.tenant_id_ in (:municipalities) and h.end_time_ is not null
              and (h.assignee_ = :user
                   or exists (select from camunda.act_hi_identitylink l
                              where l.task_id_ = h.id_ and l.type_ = 'candidate' and l.operation_type_ = 'add'
                                and (l.user_id_ = :user or l.group_id_ in (:groups))))
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final HistoryService history;
    private final Clock clock;

    EndedTasks(JdbcClient jdbc, @Lazy Accounts accounts, @Lazy HistoryService history, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.history = history;
        this.clock = clock;
    }

    /** @return the moment that a task that ended now would have ended at, as rows keep it */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * @param form id of the user task, which is the name of its form
     * @param user engine user id of who completed it; null where the process ended it
     * @param by name of who completed it, as people see it; null where the process ended it
     */
    public record EndedTask(
            String municipality,
            String taskId,
            String name,
            String form,
            String process,
            String instance,
            String activity,
            String measureNumber,
            String user,
            String by,
            Instant at) {}

    /** @return the task if it is over and the person might have worked on it */
    public Optional<EndedTask> find(String taskId, Login who) {
        return jdbc.sql(QUERY)
                .param("task", taskId)
                .param("municipalities", orNone(who.tenants()))
                .param("user", who.user())
                .param("groups", orNone(who.groups()))
                .query((row, number) -> {
                    String user = row.getString("completed_by");
                    Timestamp at = row.getTimestamp(user == null ? "end_time_" : "completed_at");
                    return new EndedTask(
                            row.getString("tenant_id_"),
                            taskId,
                            row.getString("name_"),
                            row.getString("task_def_key_"),
                            row.getString("proc_def_key_"),
                            row.getString("proc_inst_id_"),
                            row.getString("act_inst_id_"),
                            row.getString("business_key_"),
                            user,
                            user == null ? null : accounts.nameOf(user),
                            at.toInstant());
                })
                .optional();
    }

    /** @return where the task stood, with the routing values it could see when it ended */
    public TaskContext context(EndedTask task, String user) {
        Set<String> scopes = scopesOf(task);
        Map<String, Object> values = new HashMap<>();
        SignedIn.asSystem(() -> history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task.instance())
                        .unlimitedList())
                .stream()
                .filter(variable -> scopes.contains(variable.getActivityInstanceId()))
                .forEach(variable -> values.put(variable.getName(), variable.getValue()));
        Object measure = values.get(Scopes.MEASURE_ID);
        return new TaskContext(
                task.municipality(),
                measure == null ? null : UUID.fromString(measure.toString()),
                task.measureNumber(),
                (String) values.get(Scopes.LEAD),
                task.process(),
                task.form(),
                task.taskId(),
                user,
                values);
    }

    /** The activities around the task, outwards to the whole process: an element's values belong to one of them. */
    private Set<String> scopesOf(EndedTask task) {
        Map<String, String> parents = new HashMap<>();
        for (HistoricActivityInstance activity : SignedIn.asSystem(() -> history.createHistoricActivityInstanceQuery()
                .processInstanceId(task.instance())
                .unlimitedList())) {
            parents.put(activity.getId(), activity.getParentActivityInstanceId());
        }
        Set<String> scopes = new HashSet<>();
        for (String scope = task.activity(); scope != null && scopes.add(scope); scope = parents.get(scope)) {
            // Adding it is all there is to do.
        }
        scopes.add(task.instance());
        return scopes;
    }

    private static List<String> orNone(List<String> values) {
        return values.isEmpty() ? List.of("") : values;
    }
}
