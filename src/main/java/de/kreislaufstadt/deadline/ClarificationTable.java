package de.kreislaufstadt.deadline;

import de.kreislaufstadt.process.WatchedTask;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Overdue tasks that somebody was asked to clarify. */
@Repository
class ClarificationTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClarificationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a clarification ended. */
    enum State {
        CLARIFIED,
        SETTLED
    }

    /** @return false if the task has an open clarification already */
    boolean open(UUID id, WatchedTask task, UUID reminder) {
        return jdbc.sql("""
                                insert into clarification (id, municipality_id, measure_id, reminder_id, task_id, task_key,
                                                           department)
                                values (:id, :municipality, :measure, :reminder, :task, :key, :department)
                                on conflict (municipality_id, task_id) where state = 'OPEN' do nothing
                                """)
                        .param("id", id)
                        .param("municipality", task.municipality())
                        .param("measure", task.measureId())
                        .param("reminder", reminder)
                        .param("task", task.id())
                        .param("key", task.key())
                        .param("department", task.department())
                        .update()
                == 1;
    }

    void started(String municipality, UUID id, String instance) {
        jdbc.sql("update clarification set instance_id = :instance where municipality_id = :municipality and id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .param("instance", instance)
                .update();
    }

    /**
     * A question that has been closed.
     *
     * @param instance engine's id of the process that asks it
     */
    record Closed(UUID id, String instance) {}

    /** @return the question about the task; empty if nobody was asked or the answer has come */
    Optional<Closed> close(String municipality, String task, State state) {
        return jdbc.sql("""
                        update clarification set state = :state, closed_at = :now
                        where municipality_id = :municipality and task_id = :task and state = 'OPEN'
                        returning id, instance_id
                        """)
                .param("municipality", municipality)
                .param("task", task)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> new Closed(row.getObject("id", UUID.class), row.getString("instance_id")))
                .optional();
    }

    /** @return the escalation that a question was asked for */
    UUID reminderOf(String municipality, UUID id) {
        return jdbc.sql("select reminder_id from clarification where municipality_id = :municipality and id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(UUID.class)
                .single();
    }
}
