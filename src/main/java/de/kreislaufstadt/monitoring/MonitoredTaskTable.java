package de.kreislaufstadt.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.TaskMoved;
import de.kreislaufstadt.process.TaskMoved.Kind;
import de.kreislaufstadt.process.TaskMoved.Origin;
import de.kreislaufstadt.process.TaskMoved.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** One row per user task of a municipality, open or over: {@code monitored_task}. */
@Repository
class MonitoredTaskTable {

    /** In this order: what is opened and moved on in one transaction is there before it moves. */
    private static final List<Set<Kind>> IN_ORDER = List.of(
            EnumSet.of(Kind.OPENED),
            EnumSet.of(Kind.CHANGED),
            EnumSet.of(Kind.RENAMED),
            EnumSet.of(Kind.COMPLETED, Kind.CANCELLED, Kind.SKIPPED));

    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectMapper json;

    MonitoredTaskTable(NamedParameterJdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes what happened to tasks of a municipality, the last of each kind per task. */
    void write(String municipality, List<TaskMoved> moves) {
        if (!moves.isEmpty()) {
            jdbc.query(
                    "select note_task_moves(:municipality, cast(:moves as jsonb))",
                    new MapSqlParameterSource("municipality", municipality).addValue("moves", told(moves)),
                    row -> {});
        }
    }

    /**
     * What one transaction has done in a municipality.
     *
     * @param changed measures that are to be derived anew whether or not tasks of theirs have moved
     */
    record Done(String municipality, List<TaskMoved> moves, Set<UUID> changed) {}

    /** Writes what one transaction has done, and derives anew what the portfolio shows of the measures. */
    void write(Collection<Done> done) {
        jdbc.batchUpdate(
                "call note_monitored(:municipality, cast(:moves as jsonb), :changed)",
                done.stream()
                        .map(here -> new MapSqlParameterSource("municipality", here.municipality())
                                .addValue("moves", told(here.moves()))
                                .addValue("changed", here.changed().toArray(UUID[]::new)))
                        .toArray(SqlParameterSource[]::new));
    }

    private String told(List<TaskMoved> moves) {
        ArrayNode told = json.createArrayNode();
        for (Set<Kind> kinds : IN_ORDER) {
            Map<String, TaskMoved> last = new LinkedHashMap<>();
            moves.stream().filter(moved -> kinds.contains(moved.kind())).forEach(moved -> {
                // A task that is completed may also be deleted; what happened first is how it ended.
                if (moved.kind() == Kind.CHANGED) {
                    last.put(moved.taskId(), moved);
                } else {
                    last.putIfAbsent(moved.taskId(), moved);
                }
            });
            last.values().forEach(moved -> tell(moved, told.addObject()));
        }
        return told.toString();
    }

    private static void tell(TaskMoved moved, ObjectNode told) {
        told.put("kind", moved.kind().name())
                .put("task", moved.taskId())
                .put("at", moved.at().toString());
        Origin origin = moved.origin();
        if (origin != null) {
            told.put("measure", Objects.toString(origin.measureId(), null))
                    .put("process", origin.processKey())
                    .put("key", origin.taskKey())
                    .put("item", origin.item());
        }
        Place place = moved.place();
        if (place != null) {
            told.put("department", place.department())
                    .put("group", place.group())
                    .put("held", place.held())
                    .put("openedAt", place.openedAt().toString())
                    .put("due", Objects.toString(place.due(), null))
                    .put("followUp", Objects.toString(place.followUp(), null));
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
}
