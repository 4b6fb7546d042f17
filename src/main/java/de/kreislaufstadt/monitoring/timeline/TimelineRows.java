package de.kreislaufstadt.monitoring.timeline;

import de.kreislaufstadt.monitoring.timeline.Plan.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads for some measures at once what their timelines are drawn from; each question is one statement. */
@Component
class TimelineRows {

    private final JdbcClient jdbc;

    TimelineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stay in a state.
     *
     * @param until null = the measure is still in it
     */
    record Stay(String state, Instant from, Instant until) {}

    /**
     * Something that happened on a day, or is planned for it.
     *
     * @param kind {@code DECISION}, {@code WORKSHOP}, {@code MILESTONE} or, before the measure was taken over, {@code STEP}
     * @param title its name as people have written it; of a step the key of its task
     * @param state result of the decision, state of the workshop or of the work package; {@code DONE} of a step
     */
    record Event(String kind, LocalDate day, String title, String state) {}

    List<Map.Entry<UUID, Stay>> stays(String municipality, Collection<UUID> measures) {
        return asked("""
                        select measure_id, to_state, created_at,
                               lead(created_at) over (partition by measure_id order by position) as until
                        from measure_state_change
                        where municipality_id = :municipality and measure_id = any(:measures)
                        order by measure_id, position
                        """, municipality, measures)
                .query((row, i) -> Map.entry(
                        row.getObject("measure_id", UUID.class),
                        new Stay(row.getString("to_state"), instant(row, "created_at"), instant(row, "until"))))
                .list();
    }

    Map<UUID, Plan.Known> known(String municipality, Collection<UUID> measures) {
        Map<UUID, Plan.Known> known = new HashMap<>();
        asked("""
                        select m.id, (m.created_at at time zone 'Europe/Berlin')::date as proposed, v.begins_on,
                               coalesce(v.ends_on, v.planned_until) as ends_on, d.decided_on, d.phases,
                               w.first_day as workshop_from, w.last_day as workshop_until,
                               p.first_day as package_from, p.last_day as package_until
                        from measure m
                        join lateral (select begins_on, ends_on, planned_until from measure_version
                                      where municipality_id = m.municipality_id and measure_id = m.id
                                      order by version desc limit 1) v on true
                        left join lateral (select decided_on, phases from measure_decision
                                           where municipality_id = m.municipality_id and measure_id = m.id and result = 'APPROVE'
                                           order by position desc limit 1) d on true
                        left join lateral (select min(workshop_date) as first_day, max(workshop_date) as last_day from workshop
                                           where municipality_id = m.municipality_id and measure_id = m.id
                                             and state <> 'CANCELLED') w on true
                        left join lateral (select min(begins_on) as first_day, max(ends_on) as last_day from work_package
                                           where municipality_id = m.municipality_id and measure_id = m.id
                                             and status <> 'DROPPED') p on true
                        where m.municipality_id = :municipality and m.id = any(:measures)
                        """, municipality, measures).query(row -> {
            known.put(
                    row.getObject("id", UUID.class),
                    new Plan.Known(
                            day(row, "proposed"),
                            day(row, "begins_on"),
                            day(row, "ends_on"),
                            day(row, "decided_on"),
                            phases(row),
                            span(row, "workshop"),
                            span(row, "package")));
        });
        return known;
    }

    /** @return by measure, in the order of their days */
    Map<UUID, List<Event>> events(String municipality, Collection<UUID> measures) {
        Map<UUID, List<Event>> events = new HashMap<>();
        asked("""
                        select measure_id, kind, day, title, state from (
                            select measure_id, 'DECISION' as kind, decided_on as day, body as title, result as state
                            from measure_decision where municipality_id = :municipality and measure_id = any(:measures)
                            union all
                            select measure_id, 'DECISION', decided_on, body_name, result
                            from selection_decision where municipality_id = :municipality and measure_id = any(:measures)
                            union all
                            select measure_id, 'WORKSHOP', workshop_date, coalesce(title, number::text), state
                            from workshop where municipality_id = :municipality and measure_id = any(:measures)
                            union all
                            select measure_id, 'MILESTONE', ends_on, milestone, status
                            from work_package
                            where municipality_id = :municipality and measure_id = any(:measures) and milestone is not null
                            union all
                            select measure_id, 'STEP', (completed_at at time zone 'Europe/Berlin')::date, task_key, 'DONE'
                            from step
                            where municipality_id = :municipality and measure_id = any(:measures) and origin = 'TAKEN_OVER') happened
                        where day is not null
                        order by day, kind, title
                        """, municipality, measures).query(row -> {
            events.computeIfAbsent(row.getObject("measure_id", UUID.class), missing -> new ArrayList<>())
                    .add(new Event(
                            row.getString("kind"), day(row, "day"), row.getString("title"), row.getString("state")));
        });
        return events;
    }

    private JdbcClient.StatementSpec asked(String sql, String municipality, Collection<UUID> measures) {
        return jdbc.sql(sql).param("municipality", municipality).param("measures", measures.toArray(UUID[]::new));
    }

    private static List<String> phases(ResultSet row) throws SQLException {
        return row.getArray("phases") == null
                ? List.of()
                : List.of((String[]) row.getArray("phases").getArray());
    }

    private static Span span(ResultSet row, String name) throws SQLException {
        LocalDate from = day(row, name + "_from");
        return from == null ? null : new Span(from, day(row, name + "_until"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
