package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.engine.model.EngineDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open tasks of measures for those who step in, read from the engine's tables in one statement. */
@Repository
public class SteeredTasks {

    private static final int SUSPENDED = 2;

    /** A department that was only asked a question does not own the task. */
    private static final String SELECT = """
            select t.id_, t.tenant_id_, t.task_def_key_, t.name_, t.proc_def_id_, d.key_, d.version_, t.proc_inst_id_,
                   t.execution_id_, t.suspension_state_, t.delegation_, t.assignee_, t.due_date_, t.follow_up_date_,
                   i.business_key_, v.text_ as measure, w.text_ as lead,
                   (select c.group_id_ from camunda.act_ru_identitylink c
                     where c.task_id_ = t.id_ and c.type_ = 'candidate' and c.group_id_ not like 'WORKSHOP-%'
                       and not (t.delegation_ is not distinct from 'PENDING'
                                and exists (select from task_event e
                                             where e.municipality_id = t.tenant_id_ and e.task_id = t.id_ and e.kind = 'ASKED'
                                               and e.to_group = c.group_id_ and e.from_group <> c.group_id_))
                     order by c.group_id_ limit 1) as task_group
            from camunda.act_ru_task t
            join camunda.act_re_procdef d on d.id_ = t.proc_def_id_
            join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
            join camunda.act_ru_variable v on v.var_scope_ = t.proc_inst_id_ and v.name_ = 'measureId'
            left join camunda.act_ru_variable w on w.var_scope_ = t.proc_inst_id_ and w.name_ = 'lead'
            where t.tenant_id_ = :municipality
            """;

    private static final String ENDED = """
            select count(*) from camunda.act_hi_taskinst
            where id_ = :task and tenant_id_ = :municipality and end_time_ is not null
            """;

    private final JdbcClient jdbc;
    private final SteeringRights rights;

    SteeredTasks(JdbcClient jdbc, SteeringRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    /**
     * @return an open task that the person may step in at
     * @throws InterventionRefused if the municipality has no such task, it is over, or the person may not
     */
    public SteeredTask steeredBy(Login who, String id) {
        String municipality = SteeringRights.municipality(who);
        SteeredTask task = find(municipality, id).orElseThrow(() -> missing(municipality, id));
        rights.required(municipality, task.lead(), who);
        return task;
    }

    /**
     * Runs what somebody does with an open task. If somebody else has ended it in the same moment, that is what is said, however the
     * engine failed over what was left of the instance.
     *
     * @throws InterventionRefused if the task is over
     */
    void unlessOver(SteeredTask task, Runnable work) {
        try {
            work.run();
        } catch (ProcessEngineException e) {
            if (find(task.municipality(), task.id()).isEmpty()) {
                throw missing(task.municipality(), task.id());
            }
            throw e;
        }
    }

    /** @return the open tasks of a measure, in all its processes, the most urgent first */
    public List<SteeredTask> ofMeasure(String municipality, String number) {
        return jdbc.sql(SELECT + " and i.business_key_ = :number order by t.due_date_, t.create_time_, t.id_")
                .param("municipality", municipality)
                .param("number", number)
                .query(SteeredTasks::task)
                .list();
    }

    private Optional<SteeredTask> find(String municipality, String id) {
        return jdbc.sql(SELECT + " and t.id_ = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(SteeredTasks::task)
                .optional();
    }

    private InterventionRefused missing(String municipality, String id) {
        boolean ended = jdbc.sql(ENDED)
                        .param("task", id)
                        .param("municipality", municipality)
                        .query(Long.class)
                        .single()
                > 0;
        return ended
                ? new InterventionRefused(Cause.CONFLICT, "steering.taskDone")
                : new InterventionRefused(Cause.NOT_FOUND, "steering.nothingThere");
    }

    private static SteeredTask task(ResultSet row, int number) throws SQLException {
        return new SteeredTask(
                row.getString("id_"),
                row.getString("tenant_id_"),
                row.getString("task_def_key_"),
                row.getString("name_"),
                row.getString("key_"),
                row.getString("proc_def_id_"),
                row.getInt("version_"),
                row.getString("proc_inst_id_"),
                row.getString("execution_id_"),
                UUID.fromString(row.getString("measure")),
                row.getString("business_key_"),
                row.getString("lead"),
                row.getString("task_group"),
                row.getString("assignee_"),
                EngineDays.dayOf(row.getTimestamp("due_date_")),
                EngineDays.dayOf(row.getTimestamp("follow_up_date_")),
                row.getInt("suspension_state_") == SUSPENDED,
                row.getString("delegation_") != null);
    }
}
