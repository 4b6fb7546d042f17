package de.kreislaufstadt.implementation;

import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.starterproject.StarterProject;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projects that are implemented. */
@Repository("implementationProjectTable")
class ProjectTable {

    private static final String INSERT = """
            insert into implementation_project (id, municipality_id, measure_id, kind, title, department, status)
            values (:id, :municipality, :measure, :kind, :title, :department, 'PREPARED')
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ProjectTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Adds those starter projects that are not there yet. */
    void addStarterProjects(TaskContext scope, List<StarterProject> projects) {
        SqlParameterSource[] rows = projects.stream()
                .map(project ->
                        row(scope, project.id(), ProjectKind.STARTER_PROJECT, project.title(), project.department()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate(INSERT, rows);
    }

    /** Adds the measure itself as a project unless it is there already. */
    void addMeasure(TaskContext scope, String title) {
        batch.update(INSERT, row(scope, UUID.randomUUID(), ProjectKind.MEASURE, title, scope.lead()));
    }

    private static MapSqlParameterSource row(
            TaskContext scope, UUID id, ProjectKind kind, String title, String department) {
        return new MapSqlParameterSource("id", id)
                .addValue("municipality", scope.municipality())
                .addValue("measure", scope.measureId())
                .addValue("kind", kind.name())
                .addValue("title", title)
                .addValue("department", department);
    }

    /** @return the projects of a measure, by title */
    List<Project> ofMeasure(String municipality, UUID measureId) {
        return jdbc.sql("""
                select id, kind, title, department, status, created_at from implementation_project
                where municipality_id = :municipality and measure_id = :measure order by title, id
                """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(Project.class)
                .list();
    }

    /** @return the project of the scope, by its routing value {@code projectId} */
    Project of(TaskContext scope) {
        return jdbc.sql("""
                select id, kind, title, department, status, created_at from implementation_project
                where municipality_id = :municipality and id = :id
                """)
                .param("municipality", scope.municipality())
                .param("id", scope.id("projectId"))
                .query(Project.class)
                .single();
    }

    void setStatus(TaskContext scope, ProjectStatus status) {
        jdbc.sql("""
                update implementation_project set status = :status
                where municipality_id = :municipality and id = :id
                """)
                .param("status", status.name())
                .param("municipality", scope.municipality())
                .param("id", scope.id("projectId"))
                .update();
    }
}
