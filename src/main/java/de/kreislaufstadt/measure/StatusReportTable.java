package de.kreislaufstadt.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores status reports. */
@Repository
class StatusReportTable implements StatusReports {

    private final JdbcClient jdbc;

    StatusReportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String municipality, UUID measureId, StatusReport report, String author) {
        jdbc.sql("""
                        insert into measure_status_report
                            (id, municipality_id, measure_id, as_of, text, plan_next_year, assessment, reported_by)
                        values (:id, :municipality, :measure, :asOf, :text, :plan, :assessment, :author)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("measure", measureId)
                .param("asOf", report.asOf())
                .param("text", report.text())
                .param("plan", report.planNextYear())
                .param("assessment", report.assessment().name())
                .param("author", author)
                .update();
    }

    @Override
    public List<StatusReport> of(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select as_of, text, plan_next_year, assessment from measure_status_report
                        where municipality_id = :municipality and measure_id = :measure
                        order by as_of desc, created_at desc
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, index) -> report(row))
                .list();
    }

    @Override
    public Map<UUID, List<StatusReport>> of(String municipality, Collection<UUID> measures) {
        Map<UUID, List<StatusReport>> reports = new HashMap<>();
        jdbc.sql("""
                        select measure_id, as_of, text, plan_next_year, assessment from measure_status_report
                        where municipality_id = :municipality and measure_id = any(:measures)
                        order by as_of desc, created_at desc
                        """)
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .query(row -> {
                    reports.computeIfAbsent(row.getObject("measure_id", UUID.class), id -> new ArrayList<>())
                            .add(report(row));
                });
        return reports;
    }

    private static StatusReport report(ResultSet row) throws SQLException {
        return new StatusReport(
                row.getObject("as_of", LocalDate.class),
                row.getString("text"),
                row.getString("plan_next_year"),
                Assessment.valueOf(row.getString("assessment")));
    }
}
