package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.WatchedTask;
import de.kreislaufstadt.process.WatchedTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tasks read from the engine's tables page by page: the engine's own query would load entities with their grants, and
 * the morning's look at all deadlines passes over every open task.
 */
@Component
class TasksUnderWatch implements WatchedTasks {

    /** Above the engine's 50 that tasks begin with, so that Tasklist can sort by it; costs no statement to look at. */
    static final int ESCALATED = 75;

    private static final int USUAL = 50;

    /**
     * Whoever was asked a question works on the task without being a member of its group; whoever has left the group or
     * the municipality works on nothing. A department that was only asked a question does not own the task.
     */
    private static final String SELECT = """
            select t.id_, t.task_def_key_, t.name_, t.create_time_, t.due_date_, i.business_key_, v.text_ as measure,
                   w.text_ as lead,                   l.group_id_,
                   (select t.assignee_ where exists (
                       select from camunda.act_id_membership m
                       where m.user_id_ = t.assignee_
                         and (m.group_id_ = l.group_id_
                              or t.delegation_ = 'PENDING' and m.group_id_ = t.tenant_id_ || '-staff'))) as assignee
            from camunda.act_ru_task t
            join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
            join camunda.act_ru_variable v on v.var_scope_ = t.proc_inst_id_ and v.name_ = 'measureId'
            left join camunda.act_ru_variable w on w.var_scope_ = t.proc_inst_id_ and w.name_ = 'lead'
            left join lateral (
                select c.group_id_ from camunda.act_ru_identitylink c
                where c.task_id_ = t.id_ and c.type_ = 'candidate' and c.group_id_ is not null
                  and not (t.delegation_ is not distinct from 'PENDING'
                           and exists (select from task_event e
                                       where e.municipality_id = t.tenant_id_ and e.task_id = t.id_ and e.kind = 'ASKED'
                                         and e.to_group = c.group_id_ and e.from_group <> c.group_id_))
                order by c.group_id_ limit 1) l on true
            where t.tenant_id_ = :municipality
            """;

    private final JdbcClient jdbc;
    private final TaskService tasks;

    TasksUnderWatch(JdbcClient jdbc, TaskService tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    @Override
    public List<WatchedTask> page(String municipality, String after, int size) {
        return jdbc.sql(SELECT + " and t.due_date_ is not null and t.id_ > :after order by t.id_ limit :size")
                .param("municipality", municipality)
                .param("after", after)
                .param("size", size)
                .query((row, i) -> task(municipality, row))
                .list();
    }

    @Override
    public Optional<WatchedTask> find(String municipality, String id) {
        return jdbc.sql(SELECT + " and t.id_ = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query((row, i) -> task(municipality, row))
                .optional();
    }

    @Override
    public List<Option> people(WatchedTask task) {
        return membersOf(task.group());
    }

    @Override
    public boolean headCanClarify(WatchedTask task) {
        return !task.ofHead() && !membersOf(task.group() + Candidates.HEAD).isEmpty();
    }

    private List<Option> membersOf(String group) {
        Collator german = Collator.getInstance(Locale.GERMAN);
        return jdbc
                .sql("""
                        select u.id_, trim(coalesce(u.first_, '') || ' ' || coalesce(u.last_, '')) as name
                        from camunda.act_id_membership m join camunda.act_id_user u on u.id_ = m.user_id_
                        where m.group_id_ = :group
                        """)
                .param("group", group)
                .query((row, i) -> new Option(row.getString("id_"), row.getString("name")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Option::label, german))
                .toList();
    }

    @Override
    public void setDue(WatchedTask task, LocalDate due) {
        change(task, found -> found.setDueDate(EngineDays.endOf(due)));
    }

    @Override
    public void assign(WatchedTask task, String user) {
        SignedIn.asSystem(() -> {
            tasks.setAssignee(task.id(), user);
            return null;
        });
    }

    @Override
    public void markEscalated(WatchedTask task, boolean escalated) {
        change(task, found -> found.setPriority(escalated ? ESCALATED : USUAL));
    }

    private void change(WatchedTask task, Consumer<Task> change) {
        SignedIn.asSystem(() -> {
            Task found = tasks.createTaskQuery().taskId(task.id()).singleResult();
            change.accept(found);
            tasks.saveTask(found);
            return null;
        });
    }

    private static WatchedTask task(String municipality, ResultSet row) throws SQLException {
        String group = row.getString("group_id_");
        return new WatchedTask(
                municipality,
                row.getString("id_"),
                row.getString("task_def_key_"),
                row.getString("name_"),
                UUID.fromString(row.getString("measure")),
                row.getString("business_key_"),
                row.getString("lead"),
                group == null ? null : Candidates.departmentOf(group, municipality),
                group,
                group != null && group.endsWith(Candidates.HEAD),
                row.getString("assignee"),
                EngineDays.dayOf(row.getTimestamp("create_time_")),
                EngineDays.dayOf(row.getTimestamp("due_date_")));
    }
}
