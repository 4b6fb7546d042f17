package de.kreislaufstadt.process.engine.steer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All instances of a measure with their open tasks and timers, read from the engine's tables in one statement each. */
@Repository
class MeasureTree {

    /** Processes about a measure that are not its own: what somebody outside waits for goes on whatever becomes of the measure. */
    private static final Set<String> APART = Set.of("public-question");

    private static final String INSTANCES = """
            select i.id_, d.key_, i.super_exec_ is null as root, i.suspension_state_ = 2 as suspended
            from camunda.act_ru_execution i join camunda.act_re_procdef d on d.id_ = i.proc_def_id_
            where i.tenant_id_ = :municipality and i.business_key_ = :number and i.parent_id_ is null
            order by i.id_
            """;

    /** Single tasks, executions and jobs can act while their instance counts as suspended: those that came up meanwhile. */
    private static final String ACTIVE = """
            select exists (
                select from camunda.act_ru_execution i
                join camunda.act_re_procdef d on d.id_ = i.proc_def_id_ and d.key_ not in (:apart)
                join camunda.act_ru_execution e on e.proc_inst_id_ = i.id_
                left join camunda.act_ru_task t on t.execution_id_ = e.id_
                left join camunda.act_ru_job j on j.execution_id_ = e.id_
                where i.tenant_id_ = :municipality and i.business_key_ = :number and i.parent_id_ is null
                  and 1 in (e.suspension_state_, t.suspension_state_, j.suspension_state_))
            """;

    /** A department that was only asked a question does not own the task. */
    private static final String TASKS = """
            select t.id_, t.task_def_key_, t.name_, d.key_ as process, t.proc_inst_id_, t.assignee_, t.due_date_,
                   t.follow_up_date_, l.group_id_
            from camunda.act_ru_task t
            join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
            join camunda.act_re_procdef d on d.id_ = t.proc_def_id_
            left join lateral (
                select c.group_id_ from camunda.act_ru_identitylink c
                where c.task_id_ = t.id_ and c.type_ = 'candidate' and c.group_id_ not like 'WORKSHOP-%'
                  and not (t.delegation_ is not distinct from 'PENDING'
                           and exists (select from task_event e
                                       where e.municipality_id = t.tenant_id_ and e.task_id = t.id_ and e.kind = 'ASKED'
                                         and e.to_group = c.group_id_ and e.from_group <> c.group_id_))
                order by c.group_id_ limit 1) l on true
            where t.tenant_id_ = :municipality and i.business_key_ = :number
            order by t.create_time_, t.id_
            """;

    /** What recurs keeps its rhythm and is left out. */
    private static final String TIMERS = """
            select j.id_, c.act_id_, j.duedate_
            from camunda.act_ru_job j
            join camunda.act_ru_execution i on i.id_ = j.process_instance_id_
            join camunda.act_ru_jobdef c on c.id_ = j.job_def_id_
            where j.tenant_id_ = :municipality and i.business_key_ = :number and j.type_ = 'timer' and j.repeat_ is null
              and j.duedate_ is not null
            order by j.duedate_, j.id_
            """;

    private final JdbcClient jdbc;

    MeasureTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param root whether nothing has called it */
    record Instance(String id, String process, boolean root, boolean suspended) {

        /** @return whether it stops and ends with the measure */
        boolean isOfMeasure() {
            return !APART.contains(process);
        }
    }

    /** @param group engine group whose task it is; null where it has none */
    record TreeTask(
            String id,
            String key,
            String name,
            String process,
            String instance,
            String assignee,
            Instant due,
            Instant followUp,
            String group) {

        /** @return whether it stops and ends with the measure */
        boolean isOfMeasure() {
            return !APART.contains(process);
        }
    }

    record Timer(String id, String event, Instant due) {}

    List<Instance> instances(String municipality, String number) {
        return jdbc.sql(INSTANCES)
                .param("municipality", municipality)
                .param("number", number)
                .query((row, i) -> new Instance(
                        row.getString("id_"),
                        row.getString("key_"),
                        row.getBoolean("root"),
                        row.getBoolean("suspended")))
                .list();
    }

    /** @return whether anything of the measure can still act */
    boolean isActive(String municipality, String number) {
        return jdbc.sql(ACTIVE)
                .param("apart", APART)
                .param("municipality", municipality)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** @return the tasks that stop and end with the measure */
    List<TreeTask> tasksOfMeasure(String municipality, String number) {
        return tasks(municipality, number).stream()
                .filter(TreeTask::isOfMeasure)
                .toList();
    }

    List<TreeTask> tasks(String municipality, String number) {
        return jdbc.sql(TASKS)
                .param("municipality", municipality)
                .param("number", number)
                .query((row, i) -> new TreeTask(
                        row.getString("id_"),
                        row.getString("task_def_key_"),
                        row.getString("name_"),
                        row.getString("process"),
                        row.getString("proc_inst_id_"),
                        row.getString("assignee_"),
                        moment(row, "due_date_"),
                        moment(row, "follow_up_date_"),
                        row.getString("group_id_")))
                .list();
    }

    List<Timer> timers(String municipality, String number) {
        return jdbc.sql(TIMERS)
                .param("municipality", municipality)
                .param("number", number)
                .query((row, i) -> new Timer(row.getString("id_"), row.getString("act_id_"), moment(row, "duedate_")))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
