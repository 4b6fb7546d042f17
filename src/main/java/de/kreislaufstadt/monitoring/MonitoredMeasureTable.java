package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.process.MeasureChanged;
import de.kreislaufstadt.process.TaskMoved;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** One row per measure with what the portfolio shows of it: {@code monitored_measure}. */
@Repository
class MonitoredMeasureTable {

    /** A measure that is named, or that of a task: where a task moves on, nobody has asked for its measure yet. */
    private static final String ONE = """
            coalesce(cast(:measure as uuid), (select own.measure_id from monitored_task own
                     where own.municipality_id = :municipality and own.task_id = cast(:task as text)))""";

    /**
     * Two transactions may move tasks of one measure at the same time, and each sees only its own: the second waits here for
     * the first, and its next statement sees what both have done.
     */
    private static final String WAIT = """
            update monitored_measure set number = number where municipality_id = :municipality and measure_id = %s
            """.formatted(ONE);

    /**
     * What asks for clarification of an overdue task is no step of the measure. Open tasks are read once for all measures that
     * are asked for: as a subquery of each measure they would be looked for through any index there is while the database has
     * not yet counted a table that has just been filled.
     */
    private static final String DERIVED = """
            with open as materialized (
                select distinct on (t.measure_id) t.measure_id, t.task_key, t.process_key, t.department, t.held, t.due,
                       count(*) over of_measure as tasks,
                       bool_or(starts_with(t.task_key, 'decide-')) over of_measure as decision
                from monitored_task t
                where t.municipality_id = :municipality and t.ended_at is null and t.process_key <> 'overdue-clarification'
                  and t.measure_id = %1$s
                window of_measure as (partition by t.measure_id)
                order by t.measure_id, t.due nulls last, t.opened_at, t.task_id)
            insert into monitored_measure as known (municipality_id, measure_id, number, title, short_title, field_of_action, lead,
                    state, phase, since, planned_until, next_task, next_process, next_department, next_held, next_due, open_tasks,
                    decision_due)
            select m.municipality_id, m.id, m.number, v.title, v.short_title, v.field_of_action, m.lead, m.state,
                   case when m.state in ('COMPLETED', 'PAUSED', 'MERGED', 'CANCELLED', 'REJECTED', 'DEFERRED')
                        then coalesce(c.from_state, m.state) else m.state end,
                   coalesce(c.created_at, m.created_at), v.planned_until,
                   n.task_key, n.process_key, n.department, coalesce(n.held, false), n.due,
                   coalesce(n.tasks, 0), coalesce(n.decision, false)
            from measure m
            join lateral (select * from measure_version latest
                          where latest.municipality_id = m.municipality_id and latest.measure_id = m.id
                          order by latest.version desc limit 1) v on true
            left join lateral (select * from measure_state_change change
                               where change.municipality_id = m.municipality_id and change.measure_id = m.id
                               order by change.position desc limit 1) c on true
            left join open n on n.measure_id = m.id
            where m.municipality_id = :municipality and m.id = %1$s
            on conflict (municipality_id, measure_id) do update
            set number = excluded.number, title = excluded.title, short_title = excluded.short_title,
                field_of_action = excluded.field_of_action, lead = excluded.lead, state = excluded.state,
                phase = excluded.phase, since = excluded.since, planned_until = excluded.planned_until,
                next_task = excluded.next_task, next_process = excluded.next_process,
                next_department = excluded.next_department, next_held = excluded.next_held, next_due = excluded.next_due,
                open_tasks = excluded.open_tasks, decision_due = excluded.decision_due
            where (known.number, known.title, known.short_title, known.field_of_action, known.lead, known.state, known.phase,
                   known.since, known.planned_until, known.next_task, known.next_process, known.next_department,
                   known.next_held, known.next_due, known.open_tasks, known.decision_due)
                  is distinct from
                  (excluded.number, excluded.title, excluded.short_title, excluded.field_of_action, excluded.lead,
                   excluded.state, excluded.phase, excluded.since, excluded.planned_until, excluded.next_task,
                   excluded.next_process, excluded.next_department, excluded.next_held, excluded.next_due,
                   excluded.open_tasks, excluded.decision_due)
            """;

    private static final int PAGE = 200;

    private final NamedParameterJdbcTemplate jdbc;

    MonitoredMeasureTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Derives the rows of measures anew: of those that have changed, and of those whose tasks have moved. */
    void derive(Collection<MeasureChanged> changed, Collection<TaskMoved> moves) {
        Set<Key> keys = new TreeSet<>();
        changed.forEach(
                one -> keys.add(new Key(one.municipality(), one.measureId().toString(), null)));
        moves.forEach(moved -> {
            UUID measure = moved.origin() == null ? null : moved.origin().measureId();
            keys.add(
                    measure == null
                            ? new Key(moved.municipality(), null, moved.taskId())
                            : new Key(moved.municipality(), measure.toString(), null));
        });
        if (!keys.isEmpty()) {
            SqlParameterSource[] rows = keys.stream().map(Key::row).toArray(SqlParameterSource[]::new);
            jdbc.batchUpdate(WAIT, rows);
            jdbc.batchUpdate(DERIVED.formatted(ONE), rows);
        }
    }

    /**
     * Derives the rows of a municipality anew, some at a time: a statement over all of a large city could take longer than a
     * connection waits.
     *
     * @return how many were missing or wrong
     */
    int deriveAll(String municipality) {
        int different = 0;
        List<UUID> page = after(municipality, null);
        while (!page.isEmpty()) {
            different += jdbc.update(
                    DERIVED.formatted("any(:measures)"),
                    new MapSqlParameterSource("municipality", municipality)
                            .addValue("measures", page.toArray(UUID[]::new)));
            page = page.size() < PAGE ? List.of() : after(municipality, page.get(page.size() - 1));
        }
        return different;
    }

    private List<UUID> after(String municipality, UUID last) {
        return jdbc.queryForList(
                """
                select m.id from measure m
                where m.municipality_id = :municipality and (cast(:last as uuid) is null or m.id > cast(:last as uuid))
                order by m.id limit :size
                """,
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("last", last == null ? null : last.toString())
                        .addValue("size", PAGE),
                UUID.class);
    }

    /** A measure, or a task of it; in the same order whoever waits for several. */
    private record Key(String municipality, String measure, String task) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::municipality)
                .thenComparing(Key::measure, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Key::task, Comparator.nullsLast(Comparator.naturalOrder()));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        SqlParameterSource row() {
            return new MapSqlParameterSource("municipality", municipality)
                    .addValue("measure", measure)
                    .addValue("task", task);
        }
    }
}
