package de.kreislaufstadt.process.engine.record;

import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** What happened to open tasks. Rows are only ever added. */
@Repository
public class TaskEventTable {

    private static final String INSERT = """
            insert into task_event (id, municipality_id, measure_id, process_key, task_key, task_id, kind, done_by, done_at,
                                    from_group, to_group, held_by, given_to_by, follow_up_before, follow_up, due_before, due,
                                    reason, delete_on)
            values (:id, :municipality, :measure, :process, :taskKey, :task, :kind, :by, :at,
                    :fromGroup, :toGroup, :heldBy, :givenTo, :followUpBefore, :followUp, :dueBefore, :due,
                    :reason, :deleteOn)
            """;

    private static final String OF_TASK =
            "select * from task_event where municipality_id = :municipality and task_id = :task order by position";

    private static final String OF_MEASURE =
            "select * from task_event where municipality_id = :municipality and measure_id = :measure order by position";

    /** The engine's mark says that the question is open, and the last question is the one. */
    private static final String OPEN_QUESTION = """
            select e.* from task_event e
            join camunda.act_ru_task t on t.id_ = e.task_id and t.tenant_id_ = e.municipality_id and t.delegation_ = 'PENDING'
            where e.task_id = :task and e.kind = 'ASKED'
            order by e.position desc limit 1
            """;

    private static final String LAST_FROM = """
            select * from task_event
            where municipality_id in (:municipalities) and task_id = :task and from_group in (:groups)
              and kind in ('HANDED_OVER', 'RETURNED')
            order by position desc limit 1
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final RetentionPeriods periods;

    TaskEventTable(NamedParameterJdbcTemplate jdbc, RetentionPeriods periods) {
        this.jdbc = jdbc;
        this.periods = periods;
    }

    /** Keeps what happened to a task; joins the caller's transaction. */
    public void add(TaskEvent event) {
        LocalDate day = event.at().atZone(ModelWords.ZONE).toLocalDate();
        jdbc.update(
                INSERT,
                new MapSqlParameterSource("id", event.id())
                        .addValue("municipality", event.municipality())
                        .addValue("measure", event.measure())
                        .addValue("process", event.process())
                        .addValue("taskKey", event.taskKey())
                        .addValue("task", event.taskId())
                        .addValue("kind", event.kind().name())
                        .addValue("by", event.by())
                        .addValue("at", Timestamp.from(event.at()))
                        .addValue("fromGroup", event.fromGroup())
                        .addValue("toGroup", event.toGroup())
                        .addValue("heldBy", event.heldBy())
                        .addValue("givenTo", event.givenTo())
                        .addValue("followUpBefore", event.followUpBefore())
                        .addValue("followUp", event.followUp())
                        .addValue("dueBefore", event.dueBefore())
                        .addValue("due", event.due())
                        .addValue("reason", event.reason())
                        .addValue("deleteOn", day.plus(periods.of(event.municipality(), "task-reasons"))));
    }

    /** Says of an answer that it came with the filled form: who gave it has worked on the step. */
    public void filled(String municipality, UUID event) {
        jdbc.update(
                "update task_event set filled = true where municipality_id = :municipality and id = :id",
                new MapSqlParameterSource("municipality", municipality).addValue("id", event));
    }

    /** @return what happened to a task, oldest first */
    public List<TaskEvent> ofTask(String municipality, String task) {
        return jdbc.query(
                OF_TASK,
                new MapSqlParameterSource("municipality", municipality).addValue("task", task),
                TaskEventTable::event);
    }

    /** @return what happened to the tasks of a measure, oldest first */
    public List<TaskEvent> ofMeasure(String municipality, UUID measure) {
        return jdbc.query(
                OF_MEASURE,
                new MapSqlParameterSource("municipality", municipality).addValue("measure", measure),
                TaskEventTable::event);
    }

    /** @return the question a task waits for the answer to, if there is one */
    public Optional<TaskEvent> openQuestion(String task) {
        return jdbc.query(OPEN_QUESTION, new MapSqlParameterSource("task", task), TaskEventTable::event).stream()
                .findFirst();
    }

    /** @return how a task left one of these groups, if it did */
    public Optional<TaskEvent> leaving(List<String> municipalities, String task, List<String> groups) {
        if (municipalities.isEmpty() || groups.isEmpty()) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        LAST_FROM,
                        new MapSqlParameterSource("municipalities", municipalities)
                                .addValue("task", task)
                                .addValue("groups", groups),
                        TaskEventTable::event)
                .stream()
                .findFirst();
    }

    private static TaskEvent event(ResultSet row, int number) throws SQLException {
        return new TaskEvent(
                row.getObject("id", UUID.class),
                row.getString("municipality_id"),
                row.getObject("measure_id", UUID.class),
                row.getString("process_key"),
                row.getString("task_key"),
                row.getString("task_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("done_by"),
                row.getTimestamp("done_at").toInstant(),
                row.getString("from_group"),
                row.getString("to_group"),
                row.getString("held_by"),
                row.getString("given_to_by"),
                day(row.getDate("follow_up_before")),
                day(row.getDate("follow_up")),
                day(row.getDate("due_before")),
                day(row.getDate("due")),
                row.getString("reason"));
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
