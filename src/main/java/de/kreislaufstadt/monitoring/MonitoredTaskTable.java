package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.process.TaskMoved;
import de.kreislaufstadt.process.TaskMoved.Kind;
import de.kreislaufstadt.process.TaskMoved.Origin;
import de.kreislaufstadt.process.TaskMoved.Place;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** One row per user task of a municipality, open or over: {@code monitored_task}. */
@Repository
class MonitoredTaskTable {

    private static final String OPEN = """
            insert into monitored_task (task_id, municipality_id, measure_id, process_key, task_key, item, department, task_group,
                                        held, opened_at, first_taken_at, due, follow_up)
            values (:task, :municipality, :measure, :process, :key, :item, :department, :group,
                    :held, :openedAt, case when :held then cast(:at as timestamptz) end, :due, :followUp)
            on conflict (task_id) do nothing
            """;

    /** A group that is not told stays; paused and ended rows keep what they know. */
    private static final String CHANGE = """
            update monitored_task
            set department = coalesce(:department, department), task_group = coalesce(:group, task_group), held = :held,
                opened_at = :openedAt, first_taken_at = coalesce(first_taken_at, case when :held then cast(:at as timestamptz) end),
                due = :due, follow_up = :followUp
            where task_id = :task and municipality_id = :municipality and ended_at is null
            """;

    private static final String RENAME = """
            update monitored_task set task_key = :key where task_id = :task and municipality_id = :municipality and ended_at is null
            """;

    private static final String END = """
            update monitored_task
            set ended_at = :at, ended_how = :how, paused_since = null,
                paused_seconds = paused_seconds + coalesce(greatest(extract(epoch from cast(:at as timestamptz) - paused_since), 0), 0)::bigint
            where task_id = :task and municipality_id = :municipality and ended_at is null
            """;

    private final NamedParameterJdbcTemplate jdbc;

    MonitoredTaskTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what happened to tasks, the last of each kind per task. */
    void write(List<TaskMoved> moves) {
        batch(OPEN, moves, Kind.OPENED);
        batch(CHANGE, moves, Kind.CHANGED);
        batch(RENAME, moves, Kind.RENAMED);
        batch(END, moves, Kind.COMPLETED, Kind.CANCELLED, Kind.SKIPPED);
    }

    private void batch(String sql, List<TaskMoved> moves, Kind... kinds) {
        Map<String, TaskMoved> last = new LinkedHashMap<>();
        moves.stream().filter(moved -> List.of(kinds).contains(moved.kind())).forEach(moved -> {
            // A task that is completed may also be deleted; what happened first is how it ended.
            if (moved.kind() == Kind.CHANGED) {
                last.put(moved.taskId(), moved);
            } else {
                last.putIfAbsent(moved.taskId(), moved);
            }
        });
        if (!last.isEmpty()) {
            jdbc.batchUpdate(
                    sql, last.values().stream().map(MonitoredTaskTable::row).toArray(SqlParameterSource[]::new));
        }
    }

    /** What the projection knows of an open task. */
    record Known(String taskId, String department, boolean held, LocalDate due, LocalDate followUp, Instant openedAt) {

        /** A group that is not told is not compared. */
        boolean isAt(Place place) {
            return (place.group() == null || Objects.equals(department, place.department()))
                    && held == place.held()
                    && Objects.equals(due, place.due())
                    && Objects.equals(followUp, place.followUp())
                    && openedAt.truncatedTo(ChronoUnit.MILLIS)
                            .equals(place.openedAt().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** @return open tasks with ids after one and up to another, by id; null for up to the end */
    Map<String, Known> known(String municipality, String after, String last) {
        Map<String, Known> known = new LinkedHashMap<>();
        jdbc.query(
                """
                select task_id, department, held, due, follow_up, opened_at from monitored_task
                where municipality_id = :municipality and ended_at is null and task_id > :after
                  and (cast(:last as text) is null or task_id <= :last)
                """,
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("after", after)
                        .addValue("last", last),
                row -> {
                    known.put(
                            row.getString("task_id"),
                            new Known(
                                    row.getString("task_id"),
                                    row.getString("department"),
                                    row.getBoolean("held"),
                                    row.getObject("due", LocalDate.class),
                                    row.getObject("follow_up", LocalDate.class),
                                    row.getTimestamp("opened_at").toInstant()));
                });
        return known;
    }

    private static MapSqlParameterSource row(TaskMoved moved) {
        MapSqlParameterSource row = new MapSqlParameterSource("task", moved.taskId())
                .addValue("municipality", moved.municipality())
                .addValue("at", moment(moved.at()))
                .addValue("how", moved.kind().name());
        Origin origin = moved.origin();
        if (origin != null) {
            row.addValue("measure", origin.measureId())
                    .addValue("process", origin.processKey())
                    .addValue("key", origin.taskKey())
                    .addValue("item", origin.item());
        }
        Place place = moved.place();
        if (place != null) {
            row.addValue("department", place.department())
                    .addValue("group", place.group())
                    .addValue("held", place.held())
                    .addValue("openedAt", moment(place.openedAt()))
                    .addValue("due", place.due())
                    .addValue("followUp", place.followUp());
        }
        return row;
    }

    private static Timestamp moment(Instant moment) {
        return Timestamp.from(moment);
    }
}
