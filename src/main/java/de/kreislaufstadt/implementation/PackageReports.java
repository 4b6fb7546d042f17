package de.kreislaufstadt.implementation;

import de.kreislaufstadt.process.TaskContext;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments report about their work packages, and how the lead department resolves blockages. */
@Repository
class PackageReports {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate named;

    PackageReports(JdbcClient jdbc, NamedParameterJdbcTemplate named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    /** A blockage that waits for a decision. */
    record Blocked(UUID reportId, String reason) {}

    /** Keeps the report and moves the package to what it says; costs not stated anew stay as they were. */
    void add(TaskContext task, PackageForm form) {
        MapSqlParameterSource values = new MapSqlParameterSource("id", UUID.randomUUID())
                .addValue("municipality", task.municipality())
                .addValue("package", task.id("packageId"))
                .addValue("status", form.status().name())
                .addValue("progress", form.percent())
                .addValue("cost", form.actualCost(), Types.NUMERIC)
                .addValue("evidence", form.evidence(), Types.VARCHAR)
                .addValue("reason", form.reason())
                .addValue("actor", task.actor());
        named.update("""
                insert into work_package_report (id, municipality_id, package_id, status, progress, actual_cost, evidence, reason, reported_by)
                values (:id, :municipality, :package, :status, :progress, :cost, :evidence, :reason, :actor)
                """, values);
        named.update("""
                update work_package set status = :status, progress = :progress, actual_cost = coalesce(:cost, actual_cost),
                    evidence = coalesce(:evidence, evidence), changed_at = now()
                where municipality_id = :municipality and id = :package
                """, values);
    }

    /** @return the newest report of the scope's package that nobody has resolved yet */
    Blocked blocked(TaskContext task) {
        return jdbc.sql("""
                select r.id as report_id, r.reason from work_package_report r
                where r.municipality_id = :municipality and r.package_id = :package and r.status = 'BLOCKED'
                    and not exists (select 1 from blockage b where b.municipality_id = r.municipality_id and b.report_id = r.id)
                order by r.created_at desc limit 1
                """)
                .param("municipality", task.municipality())
                .param("package", task.id("packageId"))
                .query(Blocked.class)
                .single();
    }

    /** Resolves a blockage: work goes on, perhaps until a later day, or the package is dropped. */
    void resolve(TaskContext task, Blocked blocked, BlockageForm form) {
        MapSqlParameterSource values = new MapSqlParameterSource("id", UUID.randomUUID())
                .addValue("municipality", task.municipality())
                .addValue("package", task.id("packageId"))
                .addValue("report", blocked.reportId())
                .addValue("result", form.result().name())
                .addValue("resolution", form.resolution())
                .addValue("newEndsOn", form.newEndsOn(), Types.DATE)
                .addValue("actor", task.actor())
                .addValue(
                        "status",
                        (form.result() == BlockageResult.CONTINUE ? PackageStatus.RUNNING : PackageStatus.DROPPED)
                                .name());
        named.update("""
                insert into blockage (id, municipality_id, report_id, package_id, result, resolution, new_ends_on, resolved_by)
                values (:id, :municipality, :report, :package, :result, :resolution, :newEndsOn, :actor)
                """, values);
        named.update("""
                update work_package set status = :status, ends_on = coalesce(:newEndsOn, ends_on), changed_at = now()
                where municipality_id = :municipality and id = :package
                """, values);
    }

    /** @return how the last blockage of the scope's package was resolved, if there was one */
    Optional<String> lastResolution(TaskContext task) {
        return jdbc.sql("""
                select resolution from blockage where municipality_id = :municipality and package_id = :package
                order by created_at desc limit 1
                """)
                .param("municipality", task.municipality())
                .param("package", task.id("packageId"))
                .query(String.class)
                .optional();
    }
}
