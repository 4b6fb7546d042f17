package de.kreislaufstadt.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.LiveState.NextStep;
import de.kreislaufstadt.released.Releasing;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is true of measures now: their state, the phases that are planned and past, and the public step that waits for somebody. Codes,
 * names of departments and days; no text that a person has written is read.
 */
@Component
class LiveValues {

    private static final String SELECT = "select * from live_values(:municipality, :measures, :tasks, :steps)";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final DepartmentDirectory departments;
    private final Releasing releasing;
    private final Clock clock;

    LiveValues(JdbcClient jdbc, ObjectMapper json, DepartmentDirectory departments, Releasing releasing, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.departments = departments;
        this.releasing = releasing;
        this.clock = clock;
    }

    /** @param mark of what was told last; null where nothing was */
    private record Known(Releasing.Live live, String mark) {}

    private record Open(String step, String department, LocalDate due) {}

    /** Says what is true now of those among these measures that are public. */
    void tell(String municipality, Set<UUID> measures) {
        tell(municipality, measures, List.of());
    }

    /** @param tasks engine's ids of tasks that have moved, whose measures nobody has asked for */
    void tell(String municipality, Collection<UUID> measures, Collection<String> tasks) {
        List<Known> now = jdbc.sql(SELECT)
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .param("tasks", tasks.toArray(String[]::new))
                .param("steps", PublicSteps.named().toArray(String[]::new))
                .query((row, i) -> new Known(
                        new Releasing.Live(row.getObject("id", UUID.class), state(municipality, row)),
                        row.getString("live_mark")))
                .list();
        List<Releasing.Live> different = now.stream()
                .filter(one -> !mark(one.live().state()).equals(one.mark()))
                .map(Known::live)
                .toList();
        if (!different.isEmpty()) {
            releasing.live(municipality, different);
            different.forEach(one -> remember(municipality, one));
        }
    }

    private void remember(String municipality, Releasing.Live told) {
        jdbc.sql("""
                        update publication set live_mark = :mark
                        where municipality_id = :municipality and measure_id = :measure
                        """)
                .param("mark", mark(told.state()))
                .param("municipality", municipality)
                .param("measure", told.measure())
                .update();
    }

    /** @return the same for the same values, whenever they became true */
    private static String mark(LiveState state) {
        return Digest.of(new LiveState(
                        state.state(),
                        state.phase(),
                        state.since(),
                        state.plannedPhases(),
                        state.past(),
                        state.next(),
                        null)
                .toString());
    }

    private LiveState state(String municipality, ResultSet row) throws SQLException {
        String state = row.getString("state");
        List<Stays.Entered> course = read(row.getString("course"), new TypeReference<>() {});
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        List<Stays.Done> before = read(row.getString("before"), new TypeReference<>() {});
        Stays stays = new Stays(course, before, clock.getZone());
        Array planned = row.getArray("planned");
        return new LiveState(
                state,
                stays.phase(state),
                course.isEmpty() ? created : course.get(course.size() - 1).at().toInstant(),
                planned == null ? List.of() : Arrays.asList((String[]) planned.getArray()),
                stays.past(),
                "PAUSED".equals(state)
                        ? null
                        : next(municipality, read(row.getString("open"), new TypeReference<List<Open>>() {})),
                clock.instant());
    }

    /** Where several departments have the same step to do, none of them is named. */
    private NextStep next(String municipality, List<Open> open) {
        if (open.isEmpty()) {
            return null;
        }
        Open first = open.get(0);
        List<String> who = open.stream()
                .filter(one -> one.step().equals(first.step()))
                .map(Open::department)
                .filter(department -> department != null)
                .map(department -> departments.currentOf(municipality, department))
                .distinct()
                .toList();
        return new NextStep(
                first.step(), who.size() == 1 ? departments.nameOf(municipality, who.get(0)) : null, first.due());
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A course cannot be read", e);
        }
    }
}
