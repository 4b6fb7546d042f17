package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.process.TaskContext;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_step}: what was decided on the way of a workshop, and what the next person should know. */
@Repository
public class WorkshopStepTable {

    private static final String INSERT = """
            insert into workshop_step (id, municipality_id, workshop_id, task, result, note, done_by)
            values (:id, :municipality, :workshop, :task, :result, :note, :actor)
            """;

    private final JdbcClient jdbc;

    WorkshopStepTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(TaskContext task, UUID workshop, Enum<?> result, String note) {
        jdbc.sql(INSERT).paramSource(step(task, workshop, result, note)).update();
    }

    /**
     * Notes a decision together with the state the workshop enters by it, in one statement.
     *
     * @return the kind of the workshop; empty as long as it has none
     */
    public Optional<WorkshopKind> add(
            TaskContext task, UUID workshop, WorkshopState state, Enum<?> result, String note) {
        return jdbc.sql("""
                        with entered as (
                            update workshop set state = :state where municipality_id = :municipality and id = :workshop
                            returning coalesce(kind, '') as kind
                        )
                        """ + INSERT + " returning (select kind from entered)")
                .paramSource(step(task, workshop, result, note).with("state", state))
                .query(String.class)
                .optional()
                .filter(kind -> !kind.isEmpty())
                .map(WorkshopKind::valueOf);
    }

    private static Params step(TaskContext task, UUID workshop, Enum<?> result, String note) {
        return Params.of(task.municipality(), workshop)
                .with("id", UUID.randomUUID())
                .with("task", task.taskKey())
                .with("result", result)
                .with("note", note)
                .with("actor", task.actor());
    }

    /** @return the latest decision about a workshop, whichever task it was made in */
    public Optional<Step> latest(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select task, result, note from workshop_step
                        where municipality_id = :municipality and workshop_id = :workshop order by entry desc limit 1
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(Step.class)
                .optional();
    }

    /** @param note comment or reason, null where none was given */
    public record Step(String task, String result, String note) {}
}
