package de.kreislaufstadt.implementation;

import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Status reports per project; the measure's own timeline is kept by its module. */
@Repository("projectStatusTable")
class StatusTable {

    private final JdbcClient jdbc;

    StatusTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest report, to build on. */
    record Last(LocalDate asOf, String text, String planNextYear) {}

    void add(TaskContext task, StatusReport report) {
        jdbc.sql("""
                insert into project_status_report (id, municipality_id, measure_id, project_id, as_of, text, plan_next_year, assessment, reported_by)
                values (:id, :municipality, :measure, :project, :asOf, :text, :plan, :assessment, :actor)
                """)
                .param("id", UUID.randomUUID())
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("project", task.id("projectId"))
                .param("asOf", report.asOf())
                .param("text", report.text())
                .param("plan", report.planNextYear())
                .param("assessment", report.assessment().name())
                .param("actor", task.actor())
                .update();
    }

    Optional<Last> last(TaskContext task) {
        return jdbc.sql("""
                select as_of, text, plan_next_year from project_status_report
                where municipality_id = :municipality and project_id = :project
                order by as_of desc, created_at desc limit 1
                """)
                .param("municipality", task.municipality())
                .param("project", task.id("projectId"))
                .query(Last.class)
                .optional();
    }
}
