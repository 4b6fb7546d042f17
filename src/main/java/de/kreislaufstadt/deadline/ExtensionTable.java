package de.kreislaufstadt.deadline;

import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.WatchedTask;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** New dates of open tasks, with the original one and the reason. Rows are only ever added. */
@Repository
class ExtensionTable {

    private final JdbcClient jdbc;
    private final RetentionPeriods periods;

    ExtensionTable(JdbcClient jdbc, RetentionPeriods periods) {
        this.jdbc = jdbc;
        this.periods = periods;
    }

    /** One change of a task's date; the reason is null once its time is over. */
    record Extension(
            LocalDate original, LocalDate previous, LocalDate due, ClarifyResult step, String reason, LocalDate on) {}

    /**
     * Which task a change is of.
     *
     * @param event what happened to the task, where the date was changed from the task; else null
     * @param clarification question to a superior that ended with it; null if none did
     */
    record Subject(
            String municipality,
            UUID measure,
            String task,
            String taskKey,
            String department,
            UUID event,
            UUID clarification) {

        static Subject of(WatchedTask task) {
            return new Subject(
                    task.municipality(), task.measureId(), task.id(), task.key(), task.department(), null, null);
        }
    }

    void add(Subject subject, Extension extension, String by) {
        jdbc.sql("""
                        insert into deadline_extension (id, municipality_id, measure_id, task_id, task_key, department,
                                original_due, previous_due, new_due, step_taken, reason, decided_by, decided_on, delete_on,
                                event_id, clarification_id)
                        values (:id, :municipality, :measure, :task, :key, :department,
                                :original, :previous, :due, :step, :reason, :by, :on, :deleteOn, :event, :clarification)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", subject.municipality())
                .param("measure", subject.measure())
                .param("task", subject.task())
                .param("key", subject.taskKey())
                .param("department", subject.department())
                .param("event", subject.event())
                .param("clarification", subject.clarification())
                .param("original", extension.original())
                .param("previous", extension.previous())
                .param("due", extension.due())
                .param("step", extension.step().name())
                .param("reason", extension.reason())
                .param("by", by)
                .param("on", extension.on())
                .param("deleteOn", extension.on().plus(periods.of(subject.municipality(), "task-reasons")))
                .update();
    }

    /**
     * A change that was taken back.
     *
     * @param clarification question to a superior that had ended with it, if one had
     */
    record TakenBack(Optional<UUID> clarification) {}

    /**
     * Marks the change of a date that was made from its task as one that never was.
     *
     * @return empty if there is no such change, or it is marked already
     */
    Optional<TakenBack> takeBack(String municipality, String task, UUID event, Instant now) {
        return jdbc.sql("""
                        update deadline_extension set taken_back_at = :now
                        where municipality_id = :municipality and task_id = :task and event_id = :event
                          and taken_back_at is null
                        returning clarification_id
                        """)
                .param("now", Timestamp.from(now))
                .param("municipality", municipality)
                .param("task", task)
                .param("event", event)
                .query((row, i) -> new TakenBack(Optional.ofNullable(row.getObject(1, UUID.class))))
                .optional();
    }

    /** @return changes of the task's date so far, the oldest first */
    List<Extension> of(String municipality, String task) {
        return jdbc.sql("""
                        select original_due, previous_due, new_due, step_taken, reason, decided_on
                        from deadline_extension
                        where municipality_id = :municipality and task_id = :task and taken_back_at is null
                        order by created_at
                        """)
                .param("municipality", municipality)
                .param("task", task)
                .query((row, i) -> new Extension(
                        row.getObject("original_due", LocalDate.class),
                        row.getObject("previous_due", LocalDate.class),
                        row.getObject("new_due", LocalDate.class),
                        ClarifyResult.valueOf(row.getString("step_taken")),
                        row.getString("reason"),
                        row.getObject("decided_on", LocalDate.class)))
                .list();
    }

    /** @return last day but one on which the task had another date; empty if it has the one it began with */
    Optional<LocalDate> original(String municipality, String task) {
        return of(municipality, task).stream().map(Extension::original).findFirst();
    }

    /** @return day of the last change of date by task, of those tasks that had one */
    Map<String, LocalDate> lastChanges(String municipality, List<WatchedTask> tasks) {
        Map<String, LocalDate> changes = new HashMap<>();
        if (!tasks.isEmpty()) {
            jdbc.sql("""
                            select task_id, max(decided_on) as day from deadline_extension
                            where municipality_id = :municipality and task_id = any(cast(:tasks as text[]))
                              and taken_back_at is null
                            group by task_id
                            """)
                    .param("municipality", municipality)
                    .param("tasks", tasks.stream().map(WatchedTask::id).toArray(String[]::new))
                    .query(row -> {
                        changes.put(row.getString("task_id"), row.getObject("day", LocalDate.class));
                    });
        }
        return changes;
    }
}
