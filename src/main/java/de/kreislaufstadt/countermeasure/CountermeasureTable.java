package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.process.TaskContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Countermeasures and what was done in them. */
@Repository
class CountermeasureTable implements Countermeasures {

    private final JdbcClient jdbc;
    private final Clock clock;

    CountermeasureTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Why a countermeasure begins.
     *
     * @param indicator null unless an indicator missed its target; so are the values after it
     */
    record Reason(
            Cause cause, String indicator, BigDecimal observed, BigDecimal goal, String unit, Integer targetYear) {}

    /** @return false if one runs for this cause already */
    boolean begin(String municipality, UUID measure, UUID id, UUID report, Reason reason, LocalDate deadline) {
        return jdbc.sql("""
                        insert into countermeasure (id, municipality_id, measure_id, cause, indicator, observed, goal, unit,
                                                    target_year, report_id, state, deadline)
                        values (:id, :municipality, :measure, :cause, :indicator, :observed, :goal, :unit, :targetYear,
                                :report, 'RUNNING', :deadline)
                        on conflict (municipality_id, measure_id, cause, coalesce(indicator, '')) where state = 'RUNNING'
                        do nothing
                        """)
                        .param("id", id)
                        .param("municipality", municipality)
                        .param("measure", measure)
                        .param("cause", reason.cause().name())
                        .param("indicator", reason.indicator())
                        .param("observed", reason.observed(), java.sql.Types.NUMERIC)
                        .param("goal", reason.goal(), java.sql.Types.NUMERIC)
                        .param("unit", reason.unit())
                        .param("targetYear", reason.targetYear(), java.sql.Types.INTEGER)
                        .param("report", report)
                        .param("deadline", deadline)
                        .update()
                == 1;
    }

    void runsAs(String municipality, UUID id, String instance) {
        jdbc.sql("update countermeasure set instance_id = :instance where municipality_id = :municipality and id = :id")
                .param("instance", instance)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    void until(TaskContext task, LocalDate deadline) {
        jdbc.sql("update countermeasure set deadline = :deadline where municipality_id = :municipality and id = :id")
                .param("deadline", deadline)
                .param("municipality", task.municipality())
                .param("id", task.id("countermeasureId"))
                .update();
    }

    void end(TaskContext task, State state) {
        jdbc.sql("""
                        update countermeasure set state = :state, ended_at = :now
                        where municipality_id = :municipality and id = :id and state = 'RUNNING'
                        """)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("municipality", task.municipality())
                .param("id", task.id("countermeasureId"))
                .update();
    }

    /** Ends what still runs for a measure that has ended. */
    void endWith(String municipality, UUID measure) {
        jdbc.sql("""
                        update countermeasure set state = 'ENDED', ended_at = :now
                        where municipality_id = :municipality and measure_id = :measure and state = 'RUNNING'
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("municipality", municipality)
                .param("measure", measure)
                .update();
    }

    void note(TaskContext task, Kind kind, String reason, String text, LocalDate until) {
        jdbc.sql("""
                        insert into countermeasure_step (id, municipality_id, countermeasure_id, kind, reason, text, until,
                                                         acted_by, deputy_for_by, created_at)
                        values (:id, :municipality, :countermeasure, :kind, :reason, :text, :until, :by, :deputyFor, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", task.municipality())
                .param("countermeasure", task.id("countermeasureId"))
                .param("kind", kind.name())
                .param("reason", reason)
                .param("text", text)
                .param("until", until, java.sql.Types.DATE)
                .param("by", task.actor())
                .param("deputyFor", task.deputyFor())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Countermeasure one(TaskContext task) {
        UUID id = task.id("countermeasureId");
        return jdbc.sql("select * from countermeasure where municipality_id = :municipality and id = :id")
                .param("municipality", task.municipality())
                .param("id", id)
                .query((row, i) -> countermeasure(row, steps(task.municipality(), id)))
                .single();
    }

    @Override
    public List<Countermeasure> of(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select * from countermeasure where municipality_id = :municipality and measure_id = :measure
                        order by created_at desc
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, i) -> countermeasure(row, steps(municipality, row.getObject("id", UUID.class))))
                .list();
    }

    private List<Step> steps(String municipality, UUID id) {
        return jdbc.sql("""
                        select kind, reason, text, until, created_at from countermeasure_step
                        where municipality_id = :municipality and countermeasure_id = :id order by created_at, id
                        """)
                .param("municipality", municipality)
                .param("id", id)
                .query((row, i) -> new Step(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        row.getString("text"),
                        row.getObject("until", LocalDate.class),
                        row.getObject("created_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .list();
    }

    private static Countermeasure countermeasure(ResultSet row, List<Step> steps) throws SQLException {
        return new Countermeasure(
                row.getObject("id", UUID.class),
                Cause.valueOf(row.getString("cause")),
                row.getString("indicator"),
                row.getBigDecimal("observed"),
                row.getBigDecimal("goal"),
                row.getString("unit"),
                row.getObject("target_year", Integer.class),
                State.valueOf(row.getString("state")),
                row.getObject("deadline", LocalDate.class),
                steps);
    }
}
