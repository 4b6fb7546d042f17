package de.kreislaufstadt.reporting;

import de.kreislaufstadt.measure.MeasureRecords.Standing;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.process.TaskContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports of measures. No statement here changes what a frozen report says. */
@Repository
class ReportTable {

    private static final String SELECT = "select * from measure_report r where r.municipality_id = :municipality";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    ReportTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** Plans a report of every measure; those that rest are named, and not asked. */
    void plan(String municipality, UUID round, List<Standing> measures) {
        batch.batchUpdate(
                """
                insert into measure_report (id, municipality_id, measure_id, round_id, kind, state, lead)
                values (:id, :municipality, :measure, :round, 'ROUND', :state, :lead)
                """,
                measures.stream()
                        .map(measure -> new MapSqlParameterSource("id", UUID.randomUUID())
                                .addValue("municipality", municipality)
                                .addValue("measure", measure.id())
                                .addValue("round", round)
                                .addValue("state", measure.state() == MeasureState.PAUSED ? "RESTING" : "PLANNED")
                                .addValue("lead", measure.lead()))
                        .toArray(SqlParameterSource[]::new));
    }

    void planCorrection(String municipality, UUID id, Report corrected, String lead, String request) {
        batch.update(
                """
                insert into measure_report (id, municipality_id, measure_id, round_id, corrects_id, kind, state, lead, request)
                values (:id, :municipality, :measure, :round, :corrects, 'CORRECTION', 'PLANNED', :lead, :request)
                """,
                new MapSqlParameterSource("id", id)
                        .addValue("municipality", municipality)
                        .addValue("measure", corrected.measureId())
                        .addValue("round", corrected.round())
                        .addValue("corrects", corrected.id())
                        .addValue("lead", lead)
                        .addValue("request", request));
    }

    /** Adds an empty report that no round has asked for. */
    UUID addOutside(TaskContext task) {
        UUID id = UUID.randomUUID();
        batch.update(
                """
                insert into measure_report (id, municipality_id, measure_id, kind, state, lead)
                values (:id, :municipality, :measure, 'OUTSIDE', 'OPEN', :lead)
                """,
                new MapSqlParameterSource("id", id)
                        .addValue("municipality", task.municipality())
                        .addValue("measure", task.measureId())
                        .addValue("lead", task.lead()));
        return id;
    }

    /** @return the next reports of a round in one of these states, in a fixed order */
    List<Report> next(String municipality, UUID round, String condition, int most) {
        return jdbc.sql(SELECT + " and r.round_id = :round and r.kind = 'ROUND' and " + condition
                        + " order by r.id limit :most")
                .param("municipality", municipality)
                .param("round", round)
                .param("most", most)
                .query(ReportTable::report)
                .list();
    }

    Report of(String municipality, UUID id) {
        return jdbc.sql(SELECT + " and r.id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(ReportTable::report)
                .single();
    }

    /** @return what a measure reports in a round, corrections left out */
    Optional<Report> inRound(String municipality, UUID round, String number) {
        return jdbc.sql(SELECT + """
                         and r.round_id = :round and r.kind = 'ROUND'
                           and r.measure_id = (select m.id from measure m
                                               where m.municipality_id = :municipality and m.number = :number)
                        """)
                .param("municipality", municipality)
                .param("round", round)
                .param("number", number)
                .query(ReportTable::report)
                .optional();
    }

    /** @return reports that rounds still wait for of a measure */
    List<Report> expected(String municipality, UUID measure) {
        return jdbc.sql(
                        SELECT
                                + " and r.measure_id = :measure and r.kind = 'ROUND' and r.state in ('PLANNED', 'OPEN') order by r.round_id")
                .param("municipality", municipality)
                .param("measure", measure)
                .query(ReportTable::report)
                .list();
    }

    /** @return the newest frozen report of a measure in a round: its last correction, or what it reported */
    Optional<Report> frozen(String municipality, UUID round, String number) {
        return jdbc.sql(SELECT + """
                         and r.round_id = :round and r.frozen_at is not null and r.state = 'REPORTED'
                           and r.measure_id = (select m.id from measure m
                                               where m.municipality_id = :municipality and m.number = :number)
                         order by r.frozen_at desc, r.reported_at desc limit 1
                        """)
                .param("municipality", municipality)
                .param("round", round)
                .param("number", number)
                .query(ReportTable::report)
                .optional();
    }

    /** @return the last report of a measure before this one; empty before the first */
    Optional<Report> last(String municipality, UUID measure, UUID besides) {
        return jdbc.sql(SELECT + """
                         and r.measure_id = :measure and r.state = 'REPORTED' and r.id <> :besides
                         order by r.reported_at desc limit 1
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("besides", besides)
                .query(ReportTable::report)
                .optional();
    }

    void opened(String municipality, UUID id, String instance) {
        jdbc.sql("""
                        update measure_report set state = 'OPEN', instance_id = :instance
                        where municipality_id = :municipality and id = :id and state = 'PLANNED'
                        """)
                .param("instance", instance)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    /** What it says stays until it is reported anew. */
    void giveBack(String municipality, UUID id, String lead, String instance, String reason) {
        jdbc.sql("""
                        update measure_report set state = 'OPEN', lead = :lead, instance_id = :instance, request = :reason
                        where municipality_id = :municipality and id = :id and state = 'REPORTED' and frozen_at is null
                        """)
                .param("lead", lead)
                .param("instance", instance)
                .param("reason", reason)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    void takeAsItWas(String municipality, UUID id) {
        jdbc.sql("""
                        update measure_report set state = 'REPORTED'
                        where municipality_id = :municipality and id = :id and state = 'OPEN' and reported_at is not null
                        """).param("municipality", municipality).param("id", id).update();
    }

    /** @return false if nobody waits for it any more */
    boolean end(String municipality, UUID id) {
        return jdbc.sql("""
                        update measure_report set state = 'ENDED', instance_id = null
                        where municipality_id = :municipality and id = :id and state in ('PLANNED', 'OPEN')
                        """).param("municipality", municipality).param("id", id).update() == 1;
    }

    /** @return the engine's ids of the processes of reports that rest with their measures */
    List<String> resting(String municipality, UUID round) {
        return jdbc.sql("""
                        select r.instance_id from measure_report r
                        join measure m on m.municipality_id = r.municipality_id and m.id = r.measure_id and m.state = 'PAUSED'
                        where r.municipality_id = :municipality and r.round_id = :round and r.kind = 'ROUND'
                          and r.state = 'OPEN' and r.instance_id is not null
                        """)
                .param("municipality", municipality)
                .param("round", round)
                .query(String.class)
                .list();
    }

    /** @return whether a report of the round was given back and is not there again */
    boolean anyOpen(String municipality, UUID round) {
        return jdbc.sql("""
                        select exists (select from measure_report
                                       where municipality_id = :municipality and round_id = :round and kind = 'ROUND'
                                         and state = 'OPEN')
                        """)
                .param("municipality", municipality)
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    /** Whoever has not reported is missing from now on. */
    void missing(String municipality, UUID round) {
        jdbc.sql("""
                        update measure_report set state = 'MISSING'
                        where municipality_id = :municipality and round_id = :round and kind = 'ROUND'
                          and state in ('PLANNED', 'OPEN')
                        """).param("municipality", municipality).param("round", round).update();
    }

    void withdrawn(String municipality, UUID id) {
        jdbc.sql("""
                        update measure_report set instance_id = null
                        where municipality_id = :municipality and id = :id and state = 'MISSING'
                        """).param("municipality", municipality).param("id", id).update();
    }

    /** @return false if the report is frozen or withdrawn, so that nothing was written */
    boolean report(TaskContext task, UUID id, ReportForm form) {
        return jdbc.sql("""
                        update measure_report set state = 'REPORTED', as_of = :asOf, assessment = :assessment,
                            reason = :reason, text = :text, plan_next_year = :plan, reported_by = :by,
                            deputy_for_by = :deputyFor, reported_at = :now
                        where municipality_id = :municipality and id = :id and frozen_at is null
                          and state in ('OPEN', 'REPORTED')
                        """)
                        .param("asOf", form.asOf())
                        .param("assessment", form.assessment().name())
                        .param("reason", form.reason())
                        .param("text", form.text())
                        .param("plan", form.planNextYear())
                        .param("by", task.actor())
                        .param("deputyFor", task.deputyFor())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("municipality", task.municipality())
                        .param("id", id)
                        .update()
                == 1;
    }

    void freeze(String municipality, UUID id, String snapshot) {
        jdbc.sql("""
                        update measure_report set frozen_at = :now, snapshot = cast(:snapshot as jsonb)
                        where municipality_id = :municipality and id = :id and frozen_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("snapshot", snapshot)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    static Report report(ResultSet row, int index) throws SQLException {
        String assessment = row.getString("assessment");
        return new Report(
                row.getObject("id", UUID.class),
                row.getObject("measure_id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getObject("corrects_id", UUID.class),
                Report.Kind.valueOf(row.getString("kind")),
                Report.State.valueOf(row.getString("state")),
                row.getString("lead"),
                row.getString("instance_id"),
                row.getString("request"),
                row.getObject("as_of", LocalDate.class),
                assessment == null ? null : Assessment.valueOf(assessment),
                row.getString("reason"),
                row.getString("text"),
                row.getString("plan_next_year"),
                row.getString("reported_by"),
                row.getObject("reported_at", OffsetDateTime.class),
                row.getObject("frozen_at", OffsetDateTime.class));
    }
}
