package de.kreislaufstadt.implementation;

import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Work packages and what they depend on. */
@Repository
class PackageTable {

    private static final String COLUMNS =
            "p.id, p.code, p.title, p.department, p.begins_on, p.ends_on, p.status, p.progress, p.actual_cost";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    PackageTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @return the new packages with their departments, in the order of the plan */
    List<ItemRef> add(TaskContext task, List<PlanForm.Row> plan) {
        Map<String, UUID> ids = new HashMap<>();
        plan.forEach(row -> ids.put(row.key(), UUID.randomUUID()));
        List<ItemRef> added = new ArrayList<>();
        List<SqlParameterSource> packages = new ArrayList<>();
        List<SqlParameterSource> dependencies = new ArrayList<>();
        for (PlanForm.Row row : plan) {
            UUID id = ids.get(row.key());
            added.add(ItemRef.of(id, row.department()));
            packages.add(parameters(task, row, id).addValue("position", added.size()));
            row.predecessors()
                    .forEach(predecessor -> dependencies.add(new MapSqlParameterSource("package", id)
                            .addValue("municipality", task.municipality())
                            .addValue("predecessor", ids.get(predecessor))));
        }
        batch.batchUpdate("""
                insert into work_package (id, municipality_id, measure_id, project_id, position, code, title, description,
                    department, begins_on, ends_on, milestone, planned_cost, status, planned_by)
                values (:id, :municipality, :measure, :project, :position, :code, :title, :description,
                    :department, :beginsOn, :endsOn, :milestone, :plannedCost, 'OPEN', :actor)
                """, packages.toArray(SqlParameterSource[]::new));
        batch.batchUpdate("""
                insert into work_package_dependency (municipality_id, package_id, depends_on_id)
                values (:municipality, :package, :predecessor)
                """, dependencies.toArray(SqlParameterSource[]::new));
        return added;
    }

    private static MapSqlParameterSource parameters(TaskContext task, PlanForm.Row row, UUID id) {
        return new MapSqlParameterSource("id", id)
                .addValue("municipality", task.municipality())
                .addValue("measure", task.measureId())
                .addValue("project", task.id("projectId"))
                .addValue("code", row.key())
                .addValue("title", row.title())
                .addValue("description", row.description())
                .addValue("department", row.department())
                .addValue("beginsOn", row.beginsOn())
                .addValue("endsOn", row.endsOn())
                .addValue("milestone", row.milestone())
                .addValue("plannedCost", row.plannedCost())
                .addValue("actor", task.actor());
    }

    /** @return the package of the scope, by its routing value {@code packageId} */
    WorkPackage of(TaskContext task) {
        return jdbc.sql("select " + COLUMNS
                        + " from work_package p where p.municipality_id = :municipality and p.id = :id")
                .param("municipality", task.municipality())
                .param("id", task.id("packageId"))
                .query(WorkPackage.class)
                .single();
    }

    /** @return the packages of the scope's project, in the order of the plan */
    List<WorkPackage> ofProject(TaskContext task) {
        return jdbc.sql("select " + COLUMNS
                        + " from work_package p where p.municipality_id = :municipality and p.project_id = :project"
                        + " order by p.position")
                .param("municipality", task.municipality())
                .param("project", task.id("projectId"))
                .query(WorkPackage.class)
                .list();
    }

    /** @return the packages that have to be finished or dropped before the scope's package can be done */
    List<WorkPackage> openPredecessors(TaskContext task) {
        return jdbc.sql("select " + COLUMNS + """
                 from work_package p
                join work_package_dependency d on d.municipality_id = p.municipality_id and d.depends_on_id = p.id
                where d.municipality_id = :municipality and d.package_id = :id
                    and p.status not in ('DONE', 'DROPPED')
                order by p.position
                """)
                .param("municipality", task.municipality())
                .param("id", task.id("packageId"))
                .query(WorkPackage.class)
                .list();
    }

    /** @return the planned end of a package, if it exists */
    Optional<LocalDate> endOf(String municipality, UUID id) {
        return jdbc.sql("select ends_on from work_package where municipality_id = :municipality and id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(LocalDate.class)
                .optional();
    }
}
