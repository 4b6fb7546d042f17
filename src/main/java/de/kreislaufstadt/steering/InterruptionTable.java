package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.steering.PastInterruption.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code measure_intervention}. They are only ever added; reasons are emptied when their time has come. */
@Repository
class InterruptionTable {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String REASONS = "task-reasons";

    private final JdbcClient jdbc;
    private final RetentionPeriods periods;

    InterruptionTable(JdbcClient jdbc, RetentionPeriods periods) {
        this.jdbc = jdbc;
        this.periods = periods;
    }

    @Bean
    static PersonalTable reasonsOfInterventionsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, REASONS, "measure_intervention")
                .with("done_by", Sort.USER)
                .measure("t.measure_id")
                .emptied("reason");
    }

    void add(PastInterruption done) {
        LocalDate day = LocalDate.ofInstant(done.at(), BERLIN);
        jdbc.sql("""
                        insert into measure_intervention
                            (id, municipality_id, measure_id, kind, done_by, done_at, reason, state_before, lead_before,
                             lead_after, merged_into, working_days, tasks, timers, delete_on)
                        values (:id, :municipality, :measure, :kind, :by, :at, :reason, :stateBefore, :leadBefore,
                                :leadAfter, cast(:mergedInto as uuid), cast(:workingDays as integer), :tasks, :timers, :deleteOn)
                        """)
                .param("id", done.id())
                .param("municipality", done.municipality())
                .param("measure", done.measure())
                .param("kind", done.kind().name())
                .param("by", done.by())
                .param("at", Timestamp.from(done.at()))
                .param("reason", done.reason())
                .param("stateBefore", done.stateBefore())
                .param("leadBefore", done.leadBefore())
                .param("leadAfter", done.leadAfter())
                .param("mergedInto", done.mergedInto())
                .param("workingDays", done.workingDays())
                .param("tasks", done.tasks())
                .param("timers", done.timers())
                .param("deleteOn", day.plus(periods.of(done.municipality(), REASONS)))
                .update();
    }

    /** @return what was done to a measure, the last first */
    List<PastInterruption> of(String municipality, UUID measure) {
        return jdbc.sql("select * from measure_intervention"
                        + " where municipality_id = :municipality and measure_id = :measure order by position desc")
                .param("municipality", municipality)
                .param("measure", measure)
                .query(InterruptionTable::intervention)
                .list();
    }

    /** @return the last pause of a measure */
    Optional<PastInterruption> lastPause(String municipality, UUID measure) {
        return of(municipality, measure).stream()
                .filter(done -> done.kind() == Kind.PAUSED)
                .findFirst();
    }

    private static PastInterruption intervention(ResultSet row, int number) throws SQLException {
        return new PastInterruption(
                row.getObject("id", UUID.class),
                row.getString("municipality_id"),
                row.getObject("measure_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("done_by"),
                row.getTimestamp("done_at").toInstant(),
                row.getString("reason"),
                row.getString("state_before"),
                row.getString("lead_before"),
                row.getString("lead_after"),
                row.getObject("merged_into", UUID.class),
                row.getObject("working_days", Integer.class),
                row.getInt("tasks"),
                row.getInt("timers"));
    }
}
