package de.kreislaufstadt.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the log of one measure, newest first. */
@Repository
class CourseTable {

    private final JdbcClient jdbc;

    CourseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line of the log with its values.
     *
     * @param takenAt when somebody first took the task; null where nobody did
     */
    record Line(LoggedEntry entry, Instant takenAt, List<Part> parts) {}

    /** @param logged JSON; null where it has been erased */
    record Part(String sort, String field, String logged) {}

    /** A time in which the measure rested. */
    record Rest(Instant from, Instant until) {}

    /** Steps of one process under one version of its model, as the log has them. */
    record Steps(String process, int version, Map<String, Integer> times) {}

    /**
     * @param before only entries with a smaller number
     * @param most at most so many entries
     */
    List<Line> of(String municipality, UUID measure, long before, int most) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.*, v.part, v.sort, v.field_key, v.logged,
                               (select min(t.happened_at) from audit_entry t
                                where t.municipality_id = e.municipality_id and t.measure_id = e.measure_id
                                  and t.task_key = e.task_key and t.task_id = e.task_id and t.position < e.position
                                  and t.kind in ('TASK_TAKEN', 'TASK_ASSIGNED')) as taken_at
                        from (select * from audit_entry
                              where municipality_id = :municipality and measure_id = :measure and position < :before
                              order by position desc limit :most) e
                        left join audit_value v on v.municipality_id = e.municipality_id and v.position = e.position
                        order by e.position desc, v.part
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("before", before)
                .param("most", most)
                .query(row -> {
                    LoggedEntry entry = LoggedEntry.of(row);
                    Line line = lines.get(entry.position());
                    if (line == null) {
                        line = new Line(entry, takenAt(row), new ArrayList<>());
                        lines.put(entry.position(), line);
                    }
                    if (row.getString("sort") != null) {
                        line.parts()
                                .add(new Part(
                                        row.getString("sort"), row.getString("field_key"), row.getString("logged")));
                    }
                });
        return List.copyOf(lines.values());
    }

    private static Instant takenAt(ResultSet row) throws SQLException {
        return row.getTimestamp("taken_at") == null
                ? null
                : row.getTimestamp("taken_at").toInstant();
    }

    /** @return accounts by token; without those that have been erased */
    Map<UUID, String> people(String municipality, Collection<UUID> tokens) {
        Map<UUID, String> people = new HashMap<>();
        if (!tokens.isEmpty()) {
            jdbc.sql(
                            "select token, person from audit_person where municipality_id = :municipality and token = any(:tokens)")
                    .param("municipality", municipality)
                    .param("tokens", tokens.toArray(UUID[]::new))
                    .query(row -> {
                        people.put(row.getObject("token", UUID.class), row.getString("person"));
                    });
        }
        return people;
    }

    /** @return stretches of time in which the measure rested, in their order; the last may be without an end */
    List<Rest> rests(String municipality, UUID measure) {
        List<Rest> rests = new ArrayList<>();
        Instant[] since = new Instant[1];
        jdbc.sql("""
                        select kind, happened_at from audit_entry
                        where municipality_id = :municipality and measure_id = :measure
                          and kind in ('MEASURE_PAUSED', 'MEASURE_RESUMED', 'MEASURE_CANCELLED', 'MEASURE_MERGED')
                        order by position
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .query(row -> {
                    Instant at = row.getTimestamp("happened_at").toInstant();
                    if ("MEASURE_PAUSED".equals(row.getString("kind"))) {
                        since[0] = at;
                    } else if (since[0] != null) {
                        rests.add(new Rest(since[0], at));
                        since[0] = null;
                    }
                });
        if (since[0] != null) {
            rests.add(new Rest(since[0], Instant.MAX));
        }
        return rests;
    }

    /** @return the steps that were completed, by process in the order in which the processes began */
    List<Steps> steps(String municipality, UUID measure) {
        Map<List<Object>, Steps> steps = new LinkedHashMap<>();
        jdbc.sql("""
                        select process_key, model_version, task_key, count(*) as times from audit_entry
                        where municipality_id = :municipality and measure_id = :measure and process_key is not null
                          and task_key is not null and model_version is not null
                          and kind in ('MEASURE_PROPOSED', 'STEP_COMPLETED')
                        group by process_key, model_version, task_key order by min(position)
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .query(row -> {
                    String process = row.getString("process_key");
                    int version = row.getInt("model_version");
                    steps.computeIfAbsent(
                                    List.of(process, version),
                                    key -> new Steps(process, version, new LinkedHashMap<>()))
                            .times()
                            .put(row.getString("task_key"), row.getInt("times"));
                });
        return List.copyOf(steps.values());
    }
}
