package de.kreislaufstadt.deadline;

import de.kreislaufstadt.process.WatchedTask;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** New dates of open tasks, with the original one and the reason. Rows are only ever added. */
@Repository
class ExtensionTable {

    private final JdbcClient jdbc;
    private final Period reasonRetention;

    /** @param reasonRetention how long the reason of a new date is kept, ISO 8601 */
    ExtensionTable(JdbcClient jdbc, @Value("${kreislaufstadt.retention.task-reasons:P12M}") Period reasonRetention) {
        this.jdbc = jdbc;
        this.reasonRetention = reasonRetention;
    }

    /** One change of a task's date; the reason is null once its time is over. */
    record Extension(
            LocalDate original, LocalDate previous, LocalDate due, ClarifyResult step, String reason, LocalDate on) {}

    void add(String municipality, WatchedTask task, Extension extension, String by) {
        jdbc.sql("""
                        insert into deadline_extension (id, municipality_id, measure_id, task_id, task_key, department,
                                original_due, previous_due, new_due, step_taken, reason, decided_by, decided_on, delete_on)
                        values (:id, :municipality, :measure, :task, :key, :department,
                                :original, :previous, :due, :step, :reason, :by, :on, :deleteOn)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("measure", task.measureId())
                .param("task", task.id())
                .param("key", task.key())
                .param("department", task.department())
                .param("original", extension.original())
                .param("previous", extension.previous())
                .param("due", extension.due())
                .param("step", extension.step().name())
                .param("reason", extension.reason())
                .param("by", by)
                .param("on", extension.on())
                .param("deleteOn", extension.on().plus(reasonRetention))
                .update();
    }

    /** @return changes of the task's date so far, the oldest first */
    List<Extension> of(String municipality, String task) {
        return jdbc.sql("""
                        select original_due, previous_due, new_due, step_taken, reason, decided_on
                        from deadline_extension where municipality_id = :municipality and task_id = :task
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
