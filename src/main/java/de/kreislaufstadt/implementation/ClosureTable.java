package de.kreislaufstadt.implementation;

import de.kreislaufstadt.process.TaskContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of closure reports and what the second person said about each. */
@Repository
class ClosureTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ClosureTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Adds the next version of the report on the scope's project. */
    void add(TaskContext task, UUID id, ClosureForm form) {
        jdbc.sql("""
                insert into project_closure (id, municipality_id, measure_id, project_id, version, closed_on, goal_level, result,
                    public_summary, actual_cost, lessons, continuation, closed_by)
                values (:id, :municipality, :measure, :project,
                    (select coalesce(max(version), 0) + 1 from project_closure
                     where municipality_id = :municipality and project_id = :project),
                    :closedOn, :goalLevel, :result, :summary, :cost, :lessons, :continuation, :actor)
                """)
                .param("id", id)
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("project", task.id("projectId"))
                .param("closedOn", form.closedOn())
                .param("goalLevel", form.goalLevel().name())
                .param("result", form.result())
                .param("summary", form.publicSummary())
                .param("cost", form.actualCost())
                .param("lessons", form.lessons())
                .param("continuation", form.continuation())
                .param("actor", task.actor())
                .update();
        addIndicators(task.municipality(), id, form.indicators());
    }

    private void addIndicators(String municipality, UUID closure, List<ClosureForm.Indicator> indicators) {
        SqlParameterSource[] rows = IntStream.range(0, indicators.size())
                .mapToObj(i -> new MapSqlParameterSource("id", UUID.randomUUID())
                        .addValue("municipality", municipality)
                        .addValue("closure", closure)
                        .addValue("position", i + 1)
                        .addValue("name", indicators.get(i).name())
                        .addValue("achieved", indicators.get(i).achieved())
                        .addValue("source", indicators.get(i).source()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into project_closure_indicator (id, municipality_id, closure_id, position, name, achieved, source)
                values (:id, :municipality, :closure, :position, :name, :achieved, :source)
                """, rows);
    }

    /** @return the newest report on the scope's project, if there is one */
    Optional<Closure> latest(TaskContext task) {
        return jdbc.sql("""
                select c.id, c.closed_on, c.goal_level, c.result, c.public_summary, c.actual_cost, c.lessons, c.continuation,
                    r.comment as return_comment
                from project_closure c
                left join project_closure_review r on r.municipality_id = c.municipality_id and r.closure_id = c.id
                    and r.result = 'RETURN'
                where c.municipality_id = :municipality and c.project_id = :project order by c.version desc limit 1
                """)
                .param("municipality", task.municipality())
                .param("project", task.id("projectId"))
                .query(Closure.class)
                .optional();
    }

    /** @return what a report says about its indicators, in the order of its form */
    List<ClosureForm.Indicator> indicators(String municipality, UUID closure) {
        return jdbc.sql("""
                select name, achieved, source from project_closure_indicator
                where municipality_id = :municipality and closure_id = :closure order by position
                """)
                .param("municipality", municipality)
                .param("closure", closure)
                .query(ClosureForm.Indicator.class)
                .list();
    }

    /**
     * Notes what was said about the latest report of the project.
     *
     * @throws IllegalStateException if it has none
     */
    void review(TaskContext task, ConfirmationForm form) {
        int added = jdbc.sql("""
                insert into project_closure_review (id, municipality_id, closure_id, result, comment, reviewed_by)
                select :id, c.municipality_id, c.id, :result, :comment, :actor from project_closure c
                where c.municipality_id = :municipality and c.project_id = :project order by c.version desc limit 1
                """)
                .param("id", UUID.randomUUID())
                .param("municipality", task.municipality())
                .param("project", task.id("projectId"))
                .param("result", form.result().name())
                .param("comment", form.comment())
                .param("actor", task.actor())
                .update();
        if (added == 0) {
            throw new IllegalStateException("No closure report for " + task.id("projectId"));
        }
    }
}
