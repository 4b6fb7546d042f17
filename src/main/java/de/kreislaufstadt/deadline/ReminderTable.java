package de.kreislaufstadt.deadline;

import de.kreislaufstadt.deadline.ReminderCalendar.DueStage;
import de.kreislaufstadt.process.WatchedTask;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Planned reminders and escalations. */
@Repository
class ReminderTable {

    private final JdbcClient jdbc;

    ReminderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stage of a task that has come. */
    record Planned(UUID id, WatchedTask task, DueStage due) {}

    /** An escalation nobody has been asked about yet. */
    record Escalation(UUID id, String taskId) {}

    /**
     * Writes a page of stages in one statement.
     *
     * @return ids of those that nobody, on whatever node, has planned before
     */
    Set<UUID> plan(String municipality, List<Planned> page, LocalDate today) {
        if (page.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        insert into reminder (id, municipality_id, measure_id, task_id, task_key, stage, action, anchor,
                                              planned_on)
                        select cast(r.id as uuid), :municipality, cast(r.measure as uuid), r.task, r.key, r.stage, r.action,
                               cast(r.anchor as date), :today
                        from unnest(cast(:ids as text[]), cast(:measures as text[]), cast(:tasks as text[]),
                                    cast(:keys as text[]), cast(:stages as text[]), cast(:actions as text[]),
                                    cast(:anchors as text[]))
                             as r (id, measure, task, key, stage, action, anchor)
                        on conflict (municipality_id, task_id, stage, anchor) do nothing
                        returning id
                        """)
                .param("municipality", municipality)
                .param("today", today)
                .param("ids", column(page, Planned::id))
                .param("measures", column(page, row -> row.task().measureId()))
                .param("tasks", column(page, row -> row.task().id()))
                .param("keys", column(page, row -> row.task().key()))
                .param("stages", column(page, row -> row.due().stage().moment()))
                .param("actions", column(page, row -> row.due().stage().action()))
                .param("anchors", column(page, row -> row.due().anchor()))
                .query(UUID.class)
                .list());
    }

    private static String[] column(List<Planned> page, Function<Planned, ?> value) {
        return page.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** @return escalations to be opened now; other transactions do not see them until this one has ended */
    List<Escalation> toEscalate(String municipality, int size) {
        return jdbc.sql("""
                        select id, task_id from reminder
                        where municipality_id = :municipality and action = 'ESCALATE' and not escalated
                        order by id limit :size for update skip locked
                        """)
                .param("municipality", municipality)
                .param("size", size)
                .query((row, i) -> new Escalation(row.getObject("id", UUID.class), row.getString("task_id")))
                .list();
    }

    /** What is planned for a task that rests is planned anew when it goes on. */
    void forget(String municipality, List<Escalation> resting) {
        if (!resting.isEmpty()) {
            jdbc.sql("delete from reminder where municipality_id = :municipality and id in (:ids) and not escalated")
                    .param("municipality", municipality)
                    .param("ids", resting.stream().map(Escalation::id).toList())
                    .update();
        }
    }

    void escalated(String municipality, List<Escalation> done) {
        if (!done.isEmpty()) {
            jdbc.sql("update reminder set escalated = true where municipality_id = :municipality and id in (:ids)")
                    .param("municipality", municipality)
                    .param("ids", done.stream().map(Escalation::id).toList())
                    .update();
        }
    }
}
