package de.kreislaufstadt.reporting;

import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.reporting.ReportForm.FundingEntry;
import de.kreislaufstadt.reporting.ReportForm.IndicatorEntry;
import de.kreislaufstadt.reporting.ReportForm.YearEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** The lists of a report: indicators, years, funders. */
@Repository
class ReportLists {

    private static final List<String> TABLES =
            List.of("measure_report_indicator", "measure_report_year", "measure_report_funding");

    private final NamedParameterJdbcTemplate jdbc;

    ReportLists(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes the lists of a report that is not frozen in place of those it had.
     *
     * @param known indicators of the record by their name
     */
    void write(String municipality, UUID report, ReportForm form, Map<String, Indicator> known) {
        MapSqlParameterSource of = new MapSqlParameterSource("municipality", municipality).addValue("report", report);
        TABLES.forEach(table -> jdbc.update(
                "delete from " + table + " where municipality_id = :municipality and report_id = :report", of));
        insert("""
                insert into measure_report_indicator (municipality_id, report_id, position, name, unit, start_value,
                                                      goal_value, target_year, measured_on, value, finding, source)
                values (:municipality, :report, :position, :name, :unit, :start, :goal, :targetYear, :measuredOn, :value,
                        :finding, :source)
                """, municipality, report, form.indicators(), (row, entry) -> {
            Indicator indicator = known.get(entry.indicator());
            row.addValue("name", entry.indicator())
                    .addValue("unit", indicator.unit())
                    .addValue("start", indicator.start())
                    .addValue("goal", indicator.goal())
                    .addValue("targetYear", indicator.targetYear())
                    .addValue("measuredOn", entry.measuredOn())
                    .addValue("value", entry.value())
                    .addValue("finding", entry.finding())
                    .addValue("source", entry.source());
        });
        insert(
                """
                insert into measure_report_year (municipality_id, report_id, position, year, planned_cost, actual_cost,
                                                 planned_posts, actual_posts)
                values (:municipality, :report, :position, :year, :plannedCost, :actualCost, :plannedPosts, :actualPosts)
                """,
                municipality,
                report,
                form.years(),
                (row, entry) -> row.addValue("year", entry.year())
                        .addValue("plannedCost", entry.plannedCost())
                        .addValue("actualCost", entry.actualCost())
                        .addValue("plannedPosts", entry.plannedPosts())
                        .addValue("actualPosts", entry.actualPosts()));
        insert(
                """
                insert into measure_report_funding (municipality_id, report_id, position, year, funder, planned, actual)
                values (:municipality, :report, :position, :year, :funder, :planned, :actual)
                """,
                municipality,
                report,
                form.funding(),
                (row, entry) -> row.addValue("year", entry.year())
                        .addValue("funder", entry.funder().strip())
                        .addValue("planned", entry.planned())
                        .addValue("actual", entry.actual()));
    }

    List<YearEntry> years(String municipality, UUID report) {
        return jdbc.query(
                """
                select year, planned_cost, actual_cost, planned_posts, actual_posts from measure_report_year
                where municipality_id = :municipality and report_id = :report order by year
                """,
                new MapSqlParameterSource("municipality", municipality).addValue("report", report),
                (row, i) -> year(row));
    }

    /** @return what the reports of a round say of each year together, by year; null where none states a number */
    List<YearEntry> yearsOfRound(String municipality, UUID round) {
        return jdbc.query(
                """
                select y.year, sum(y.planned_cost) as planned_cost, sum(y.actual_cost) as actual_cost,
                       sum(y.planned_posts) as planned_posts, sum(y.actual_posts) as actual_posts
                from measure_report_year y
                join measure_report r on r.municipality_id = y.municipality_id and r.id = y.report_id
                where y.municipality_id = :municipality and r.round_id = :round and r.kind = 'ROUND' and r.state = 'REPORTED'
                group by y.year order by y.year
                """,
                new MapSqlParameterSource("municipality", municipality).addValue("round", round),
                (row, i) -> year(row));
    }

    List<FundingEntry> funding(String municipality, UUID report) {
        return jdbc.query(
                """
                select year, funder, planned, actual from measure_report_funding
                where municipality_id = :municipality and report_id = :report order by year, funder
                """,
                new MapSqlParameterSource("municipality", municipality).addValue("report", report),
                (row, i) -> new FundingEntry(
                        row.getInt("year"),
                        row.getString("funder"),
                        row.getBigDecimal("planned"),
                        row.getBigDecimal("actual")));
    }

    List<IndicatorEntry> indicators(String municipality, UUID report) {
        return jdbc.query(
                """
                select name, measured_on, value, finding, source from measure_report_indicator
                where municipality_id = :municipality and report_id = :report order by position
                """,
                new MapSqlParameterSource("municipality", municipality).addValue("report", report),
                (row, i) -> new IndicatorEntry(
                        row.getString("name"),
                        row.getObject("measured_on", java.time.LocalDate.class),
                        row.getBigDecimal("value"),
                        row.getString("finding"),
                        row.getString("source")));
    }

    private static YearEntry year(ResultSet row) throws SQLException {
        return new YearEntry(
                row.getInt("year"),
                row.getBigDecimal("planned_cost"),
                row.getBigDecimal("actual_cost"),
                row.getBigDecimal("planned_posts"),
                row.getBigDecimal("actual_posts"));
    }

    private <E> void insert(
            String sql, String municipality, UUID report, List<E> entries, BiConsumer<MapSqlParameterSource, E> fill) {
        jdbc.batchUpdate(
                sql,
                IntStream.range(0, entries.size())
                        .mapToObj(i -> {
                            MapSqlParameterSource row = new MapSqlParameterSource("municipality", municipality)
                                    .addValue("report", report)
                                    .addValue("position", i + 1);
                            fill.accept(row, entries.get(i));
                            return row;
                        })
                        .toArray(SqlParameterSource[]::new));
    }
}
