package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.reporting.periodic.ReportContent.Decided;
import de.kreislaufstadt.reporting.periodic.ReportContent.Effect;
import de.kreislaufstadt.reporting.periodic.ReportContent.MeasureLine;
import de.kreislaufstadt.reporting.periodic.ReportContent.PhaseTime;
import de.kreislaufstadt.reporting.periodic.ReportContent.Progress;
import de.kreislaufstadt.reporting.periodic.ReportContent.Stated;
import de.kreislaufstadt.reporting.periodic.ReportContent.Steps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Puts a report's figures together from the records as they were on the last day of its period: what was written later is not
 * yet known to it. Only reads; the tables belong to other modules.
 */
@Repository
class ReportFigures {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The measures with the version and the state they had at a moment; state first, since a measure's own is today's. */
    static final String KNOWN = """
            with known as (
                select m.id, m.number, s.to_state as state, v.id as version_id, v.lead, v.field_of_action, v.begins_on,
                       coalesce(v.short_title, v.title) as title, v.planned_until, v.planned_until_precision
                from measure m
                join lateral (select w.* from measure_version w
                              where w.municipality_id = m.municipality_id and w.measure_id = m.id
                                and w.created_at < :end
                              order by w.version desc limit 1) v on true
                join lateral (select c.to_state from measure_state_change c
                              where c.municipality_id = m.municipality_id and c.measure_id = m.id
                                and c.created_at < :end
                              order by c.position desc limit 1) s on true
                where m.municipality_id = :municipality)
            """;

    static final String STAYING = " k.state not in ('MERGED', 'CANCELLED', 'REJECTED') ";

    /**
     * A status report counts by the day it describes: what is said about the last day of a period is written after it. Why a
     * measure is late stands in its report, not in the timeline.
     */
    private static final String MEASURES = KNOWN + """
            select k.number, k.title, k.state, k.begins_on, f.label as field, coalesce(d.name, k.lead) as lead_name,
                   case k.planned_until_precision when 'MONTH' then to_char(k.planned_until, 'MM/YYYY')
                        else to_char(k.planned_until, 'DD.MM.YYYY') end as planned,
                   r.assessment, r.as_of, concat_ws(chr(10), w.reason, r.text) as text
            from known k
            join field_of_action f on f.municipality_id = :municipality and f.code = k.field_of_action
            left join department d on d.municipality_id = :municipality and d.key = k.lead
            left join lateral (select q.assessment, q.as_of, q.text from measure_status_report q
                               where q.municipality_id = :municipality and q.measure_id = k.id and q.as_of <= :asOf
                               order by q.as_of desc, q.created_at desc limit 1) r on true
            left join lateral (select q.reason from measure_report q
                               where q.municipality_id = :municipality and q.measure_id = k.id and q.as_of = r.as_of
                                 and q.frozen_at is not null and q.assessment = r.assessment and q.text = r.text
                               order by q.reported_at desc limit 1) w on true
            order by k.number
            """;

    private static final String PROGRESS = KNOWN + """
            select k.number, k.title, c.from_state, c.to_state, cast(c.created_at at time zone 'Europe/Berlin' as date) as day,
                   c.reason
            from measure_state_change c join known k on k.id = c.measure_id
            where c.municipality_id = :municipality and c.created_at >= :begin and c.created_at < :end
            order by k.number, c.position
            """;

    private static final String DECISIONS = KNOWN + """
            , taken as (
                select 1 as gate, id, measure_id, position, body, decided_on, result, paper_number, conditions, reason
                from measure_decision where municipality_id = :municipality
                union all
                select 2, id, measure_id, position, body_name, decided_on, result, paper_number, conditions, reason
                from selection_decision where municipality_id = :municipality)
            select k.number, k.title, d.body, d.decided_on, d.result, d.paper_number, d.reason,
                   coalesce(d.conditions, (select string_agg(c.text, E'\n' order by c.position) from decision_condition c
                                           where c.municipality_id = :municipality and c.decision_id = d.id)) as conditions
            from taken d join known k on k.id = d.measure_id
            where d.decided_on between :from and :asOf
            order by d.decided_on, k.number, d.gate, d.position
            """;

    private static final String EFFECTS = KNOWN + """
            select r.unit, sum(r.number) as total, count(*) as measures
            from reported_value r join known k on k.version_id = r.owner_id
            where r.municipality_id = :municipality and r.field = 'co2' and r.status = 'VALUE' and %s
            group by r.unit order by r.unit
            """.formatted(STAYING);

    private static final String STATED = KNOWN + """
            select count(r.id) as stated, count(*) as of
            from known k
            left join reported_value r on r.municipality_id = :municipality and r.owner_id = k.version_id
                 and r.field = 'co2' and r.status = 'VALUE'
            where %s
            """.formatted(STAYING);

    /** A phase that was interrupted by a pause is one phase: its parts are added up, and the pause is not. */
    private static final String PHASES = """
            with part as (
                select c.measure_id, c.to_state as state, c.created_at as entered,
                       lead(c.created_at) over following as left_at, lead(c.to_state) over following as next
                from measure_state_change c
                where c.municipality_id = :municipality and c.created_at < :end
                window following as (partition by c.measure_id order by c.position)),
            phase as (
                select measure_id, state, sum(extract(epoch from left_at - entered)) / 86400 as days,
                       max(left_at) filter (where next <> 'PAUSED') as ended
                from part where left_at is not null and state not in ('PAUSED', 'DEFERRED')
                group by measure_id, state)
            select state, count(*) as measures, round(percentile_cont(0.5) within group (order by days)) as median,
                   round(percentile_cont(0.9) within group (order by days)) as ninety
            from phase where ended >= :begin and ended < :end group by state
            """;

    /** In time is what was done on the last day of its deadline or before. */
    private static final String STEPS = """
            select count(*) as done, count(due) as with_deadline,
                   count(*) filter (where cast(ended_at at time zone 'Europe/Berlin' as date) <= due) as in_time
            from monitored_task
            where municipality_id = :municipality and ended_how = 'COMPLETED'
              and ended_at >= :begin and ended_at < :end
            """;

    private final JdbcClient jdbc;

    ReportFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param asOf last day that is known, within the period */
    ReportContent of(String municipality, String city, Period period, LocalDate asOf) {
        Moment moment = new Moment(municipality, period.from(), asOf);
        return new ReportContent(
                city,
                period.from(),
                period.until(),
                asOf,
                moment.asked(MEASURES).query(ReportFigures::measure).list(),
                moment.asked(PROGRESS).query(ReportFigures::progress).list(),
                moment.asked(DECISIONS).query(ReportFigures::decided).list(),
                moment.asked(MoneyFigures.MONEY).query(MoneyFigures::money).list(),
                moment.asked(MoneyFigures.FUNDERS).query(MoneyFigures::funder).list(),
                moment.asked(EFFECTS).query(ReportFigures::effect).list(),
                moment.asked(STATED)
                        .query((row, i) -> new Stated(row.getInt("stated"), row.getInt("of")))
                        .single(),
                moment.asked(PHASES).query(ReportFigures::phase).list(),
                moment.asked(STEPS)
                        .query((row, i) ->
                                new Steps(row.getInt("done"), row.getInt("with_deadline"), row.getInt("in_time")))
                        .single());
    }

    /** What the statements ask about: from the first moment of a day to the last of another. */
    private final class Moment {

        private final String municipality;
        private final LocalDate from;
        private final LocalDate asOf;

        Moment(String municipality, LocalDate from, LocalDate asOf) {
            this.municipality = municipality;
            this.from = from;
            this.asOf = asOf;
        }

        StatementSpec asked(String sql) {
            return jdbc.sql(sql)
                    .param("municipality", municipality)
                    .param("from", from)
                    .param("asOf", asOf)
                    .param("begin", startOf(from))
                    .param("end", startOf(asOf.plusDays(1)));
        }

        private OffsetDateTime startOf(LocalDate day) {
            return day.atStartOfDay(ZONE).toOffsetDateTime();
        }
    }

    private static MeasureLine measure(ResultSet row, int index) throws SQLException {
        return new MeasureLine(
                row.getString("number"),
                row.getString("title"),
                row.getString("field"),
                row.getString("state"),
                row.getString("lead_name"),
                row.getObject("begins_on", LocalDate.class),
                row.getString("planned"),
                row.getString("assessment"),
                row.getObject("as_of", LocalDate.class),
                row.getString("text"));
    }

    private static Progress progress(ResultSet row, int index) throws SQLException {
        return new Progress(
                row.getString("number"),
                row.getString("title"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getObject("day", LocalDate.class),
                row.getString("reason"));
    }

    private static Decided decided(ResultSet row, int index) throws SQLException {
        return new Decided(
                row.getString("number"),
                row.getString("title"),
                row.getString("body"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("result"),
                row.getString("paper_number"),
                row.getString("conditions"),
                row.getString("reason"));
    }

    private static Effect effect(ResultSet row, int index) throws SQLException {
        return new Effect(row.getString("unit"), row.getBigDecimal("total"), row.getInt("measures"));
    }

    private static PhaseTime phase(ResultSet row, int index) throws SQLException {
        return new PhaseTime(
                row.getString("state"), row.getInt("measures"), row.getInt("median"), row.getInt("ninety"));
    }
}
