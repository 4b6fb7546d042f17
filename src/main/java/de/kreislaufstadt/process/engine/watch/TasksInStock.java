package de.kreislaufstadt.process.engine.watch;

import de.kreislaufstadt.process.TaskMoved;
import de.kreislaufstadt.process.TaskMoved.Origin;
import de.kreislaufstadt.process.TaskMoved.Place;
import de.kreislaufstadt.process.TaskStock;
import de.kreislaufstadt.process.engine.model.EngineDays;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.record.StepTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks read from the engine's tables page by page; its own query would load every task with its grants and variables. */
@Component
class TasksInStock implements TaskStock {

    /**
     * A department that was only asked a question does not own the task. What a task is about is a value of the nearest scope
     * around it that has one, and of several such values in the order of {@code :items}.
     */
    private static final String QUERY = """
            with page as (
                select * from camunda.act_ru_task
                where tenant_id_ = :municipality and id_ > :after order by id_ limit :size)
            select t.id_, t.task_def_key_, t.create_time_, t.due_date_, t.follow_up_date_, t.assignee_, d.key_ as process,
                   v.text_ as measure, l.group_id_, item.text_ as item
            from page t
            join camunda.act_re_procdef d on d.id_ = t.proc_def_id_
            left join camunda.act_ru_variable v on v.var_scope_ = t.proc_inst_id_ and v.name_ = 'measureId'
            left join lateral (
                select c.group_id_ from camunda.act_ru_identitylink c
                where c.task_id_ = t.id_ and c.type_ = 'candidate' and c.group_id_ not like 'WORKSHOP-%'
                  and not (t.delegation_ is not distinct from 'PENDING'
                           and exists (select from task_event e
                                       where e.municipality_id = t.tenant_id_ and e.task_id = t.id_ and e.kind = 'ASKED'
                                         and e.to_group = c.group_id_ and e.from_group <> c.group_id_))
                order by c.group_id_ limit 1) l on true
            left join lateral (
                with recursive scope (execution, depth) as (
                    select t.execution_id_, 0
                    union all
                    select e.parent_id_, s.depth + 1
                    from scope s join camunda.act_ru_execution e on e.id_ = s.execution where e.parent_id_ is not null)
                select i.text_ from scope s
                join camunda.act_ru_variable i on i.execution_id_ = s.execution and i.name_ = any(:items) and i.text_ is not null
                order by array_position(:items, i.name_::text), s.depth limit 1) item on true
            order by t.id_
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TasksInStock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<TaskMoved> page(String municipality, String after, int size) {
        return jdbc.sql(QUERY)
                .param("municipality", municipality)
                .param("after", after)
                .param("size", size)
                .param("items", StepTable.ITEMS.toArray(String[]::new))
                .query((row, i) -> task(municipality, row))
                .list();
    }

    private TaskMoved task(String municipality, ResultSet row) throws SQLException {
        String group = row.getString("group_id_");
        String measure = row.getString("measure");
        return new TaskMoved(
                TaskMoved.Kind.OPENED,
                municipality,
                row.getString("id_"),
                clock.instant(),
                new Origin(
                        measure == null ? null : UUID.fromString(measure),
                        row.getString("process"),
                        row.getString("task_def_key_"),
                        row.getString("item")),
                new Place(
                        group == null || !group.startsWith(municipality + "-")
                                ? null
                                : Candidates.departmentOf(group, municipality),
                        group,
                        row.getString("assignee_") != null,
                        EngineDays.dayOf(row.getTimestamp("due_date_")),
                        EngineDays.dayOf(row.getTimestamp("follow_up_date_")),
                        row.getTimestamp("create_time_").toInstant()));
    }
}
