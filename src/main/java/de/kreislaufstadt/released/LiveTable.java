package de.kreislaufstadt.released;

import com.fasterxml.jackson.core.type.TypeReference;
import de.kreislaufstadt.released.LiveState.NextStep;
import de.kreislaufstadt.released.LiveState.Stay;
import de.kreislaufstadt.released.Releasing.Live;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** What is true of released measures now. */
@Repository
class LiveTable {

    private static final TypeReference<List<Stay>> STAYS = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;

    LiveTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether anything of it was not known yet; measures that were never released are passed over */
    boolean say(String municipality, Collection<Live> now) {
        if (now.isEmpty()) {
            return false;
        }
        MapSqlParameterSource those = new MapSqlParameterSource("municipality", municipality)
                .addValue(
                        "measures",
                        now.stream().map(live -> live.measure().toString()).toArray(String[]::new));
        Set<UUID> released = new HashSet<>();
        Map<UUID, LiveState> known = new HashMap<>();
        jdbc.query("""
                select m.measure_id, l.* from released_measure m
                left join released_live l on l.municipality_id = m.municipality_id and l.measure_id = m.measure_id
                where m.municipality_id = :municipality and m.measure_id = any(cast(:measures as uuid[]))
                """, those, row -> {
            UUID measure = row.getObject(1, UUID.class);
            released.add(measure);
            LiveState state = state(row);
            if (state != null) {
                known.put(measure, state);
            }
        });
        List<Live> news = now.stream()
                .filter(live -> released.contains(live.measure()))
                .filter(live -> !live.state().saysTheSameAs(known.get(live.measure())))
                .toList();
        if (!news.isEmpty()) {
            write(municipality, news);
        }
        return !news.isEmpty();
    }

    private void write(String municipality, List<Live> news) {
        jdbc.batchUpdate(
                """
                insert into released_live (municipality_id, measure_id, state, phase, since, planned_phases, past,
                                           next_step, next_department, next_due, changed_at)
                values (:municipality, :measure, :state, :phase, :since, cast(:planned as text[]), cast(:past as jsonb),
                        :step, :department, :due, :changedAt)
                on conflict (municipality_id, measure_id) do update set
                    state = excluded.state, phase = excluded.phase, since = excluded.since,
                    planned_phases = excluded.planned_phases, past = excluded.past, next_step = excluded.next_step,
                    next_department = excluded.next_department, next_due = excluded.next_due, changed_at = excluded.changed_at
                """, news.stream().map(live -> values(municipality, live)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource values(String municipality, Live live) {
        LiveState state = live.state();
        NextStep next = state.next();
        return new MapSqlParameterSource("municipality", municipality)
                .addValue("measure", live.measure())
                .addValue("state", state.state())
                .addValue("phase", state.phase())
                .addValue("since", Timestamp.from(state.since().truncatedTo(ChronoUnit.MICROS)))
                .addValue("planned", state.plannedPhases().toArray(String[]::new))
                .addValue("past", ReleasedJson.write(state.past()))
                .addValue("step", next == null ? null : next.step())
                .addValue("department", next == null ? null : next.department())
                .addValue("due", next == null ? null : next.due())
                .addValue("changedAt", Timestamp.from(state.changedAt().truncatedTo(ChronoUnit.MICROS)));
    }

    /** @return what a row with the columns of the table says; null if it has none */
    static LiveState state(ResultSet row) throws SQLException {
        if (row.getString("state") == null) {
            return null;
        }
        String step = row.getString("next_step");
        return new LiveState(
                row.getString("state"),
                row.getString("phase"),
                row.getTimestamp("since").toInstant(),
                List.of((String[]) row.getArray("planned_phases").getArray()),
                ReleasedJson.read(row.getString("past"), STAYS),
                step == null
                        ? null
                        : new NextStep(
                                step, row.getString("next_department"), row.getObject("next_due", LocalDate.class)),
                row.getTimestamp("changed_at").toInstant());
    }
}
