package de.kreislaufstadt.reporting;

import de.kreislaufstadt.measure.StatusReports.Assessment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The measures of a round with what they have reported, in one statement. */
@Repository
class RoundRows {

    private static final String SELECT = """
            select r.id, r.measure_id, m.number, coalesce(r.snapshot ->> 'title', v.title) as title, r.lead, r.state, r.kind, r.instance_id, r.as_of, r.assessment,
                   r.reason, r.text, r.plan_next_year, r.reported_at, r.frozen_at, r.request, r.snapshot, m.state_reason,
                   (select c.text from measure_report c
                    where c.municipality_id = r.municipality_id and c.corrects_id = r.id and c.frozen_at is not null
                    order by c.frozen_at desc limit 1) as corrected_text
            from measure_report r
            join measure m on m.municipality_id = r.municipality_id and m.id = r.measure_id
            join lateral (select latest.title from measure_version latest
                          where latest.municipality_id = m.municipality_id and latest.measure_id = m.id
                          order by latest.version desc limit 1) v on true
            where r.municipality_id = :municipality and r.round_id = :round
            """;

    private static final String WITHOUT_SNAPSHOT = SELECT.replace(" r.snapshot,", " null as snapshot,");

    private static final String IN_ORDER =
            " order by split_part(m.number, '-', 1), cast(split_part(m.number, '-', 2) as integer), r.created_at";

    /** Rows that come from the database at a time where all of a round are read; needs a transaction. */
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate cursor;

    RoundRows(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE);
        this.cursor = new NamedParameterJdbcTemplate(template);
    }

    /**
     * A measure of a round.
     *
     * @param title as it was when the report was frozen; before, as it is now
     * @param lead key of the department that was asked
     * @param request why the report was given back; null if it never was
     * @param restsBecause why the measure rests, as published; null where it does not say
     * @param snapshot what its record said when the report was frozen, as JSON; null before
     * @param correctedText what the newest released correction says; null where there is none
     */
    record Row(
            UUID report,
            UUID measure,
            String number,
            String title,
            String lead,
            Report.State state,
            String instance,
            LocalDate asOf,
            Assessment assessment,
            String reason,
            String text,
            String planNextYear,
            OffsetDateTime frozenAt,
            String request,
            String restsBecause,
            String snapshot,
            String correctedText) {}

    /** How many measures of a department stand where. */
    record Count(String lead, Report.State state, int reports) {}

    /** @return what measures report in the round, corrections left out, by number */
    List<Row> of(String municipality, UUID round) {
        return jdbc.sql(WITHOUT_SNAPSHOT + " and r.kind = 'ROUND'" + IN_ORDER)
                .param("municipality", municipality)
                .param("round", round)
                .query(RoundRows::row)
                .list();
    }

    /** Hands the rows of a frozen round over one by one, so that a large one need not fit into memory. */
    void each(String municipality, UUID round, Consumer<Row> consumer) {
        // A long paper takes its time between two portions, and holds nobody up.
        cursor.getJdbcOperations().execute("set local idle_in_transaction_session_timeout to 0");
        cursor.query(
                SELECT + " and r.kind = 'ROUND' and r.snapshot is not null" + IN_ORDER,
                new MapSqlParameterSource("municipality", municipality).addValue("round", round),
                row -> {
                    consumer.accept(row(row, 0));
                });
    }

    List<Row> waiting(String municipality, UUID round, int most) {
        return jdbc.sql(WITHOUT_SNAPSHOT + " and r.kind = 'ROUND' and r.state in ('PLANNED', 'OPEN')" + IN_ORDER
                        + " limit :most")
                .param("municipality", municipality)
                .param("round", round)
                .param("most", most)
                .query(RoundRows::row)
                .list();
    }

    List<Count> counts(String municipality, UUID round) {
        return jdbc.sql("""
                        select lead, state, count(*) as reports from measure_report
                        where municipality_id = :municipality and round_id = :round and kind = 'ROUND'
                        group by lead, state order by lead, state
                        """)
                .param("municipality", municipality)
                .param("round", round)
                .query((row, i) -> new Count(
                        row.getString("lead"), Report.State.valueOf(row.getString("state")), row.getInt("reports")))
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        String assessment = row.getString("assessment");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("measure_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("lead"),
                Report.State.valueOf(row.getString("state")),
                row.getString("instance_id"),
                row.getObject("as_of", LocalDate.class),
                assessment == null ? null : Assessment.valueOf(assessment),
                row.getString("reason"),
                row.getString("text"),
                row.getString("plan_next_year"),
                row.getObject("frozen_at", OffsetDateTime.class),
                row.getString("request"),
                row.getString("state_reason"),
                row.getString("snapshot"),
                row.getString("corrected_text"));
    }
}
