package de.kreislaufstadt.starterproject;

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

/** Versions of project sketches with their indicators. */
@Repository
class SketchTable {

    private static final String SELECT = """
            select id, idea_id, version, title, field, main_r_strategy, problem, solution, goal, material_stream,
                bearer, bearer_outside, partners, array_to_string(agency_roles, ',') as agency_roles, starts_on,
                months, staff, risks, legal_questions, next_steps
            from project_sketch
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    SketchTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Adds the next version of an idea's sketch. */
    void add(TaskContext task, UUID id, UUID ideaId, SketchForm form) {
        MapSqlParameterSource row = new MapSqlParameterSource("id", id)
                .addValue("municipality", task.municipality())
                .addValue("measure", task.measureId())
                .addValue("idea", ideaId)
                .addValue("title", form.title())
                .addValue("field", form.field().name())
                .addValue("problem", form.problem())
                .addValue("solution", form.solution())
                .addValue("goal", form.goal())
                .addValue("strategy", form.mainRStrategy().name())
                .addValue("stream", form.materialStream())
                .addValue("bearer", form.bearer())
                .addValue("outside", Boolean.TRUE.equals(form.bearerOutside()))
                .addValue("partners", form.partners())
                .addValue(
                        "roles",
                        form.agencyRoles().stream().map(AgencyRole::name).toArray(String[]::new))
                .addValue("startsOn", form.startsOn())
                .addValue("months", form.months())
                .addValue("staff", form.staff())
                .addValue("risks", form.risks())
                .addValue("legal", form.legalQuestions())
                .addValue("next", form.nextSteps())
                .addValue("actor", task.actor());
        batch.update("""
                insert into project_sketch (id, municipality_id, measure_id, idea_id, version, title, field, problem,
                    solution, goal, main_r_strategy, material_stream, bearer, bearer_outside, partners, agency_roles,
                    starts_on, months, staff, risks, legal_questions, next_steps, sketched_by)
                values (:id, :municipality, :measure, :idea,
                    (select coalesce(max(version), 0) + 1 from project_sketch
                     where municipality_id = :municipality and idea_id = :idea),
                    :title, :field, :problem, :solution, :goal, :strategy, :stream, :bearer, :outside, :partners,
                    :roles, :startsOn, :months, :staff, :risks, :legal, :next, :actor)
                """, row);
        addIndicators(task.municipality(), id, form.indicators());
    }

    private void addIndicators(String municipality, UUID sketch, List<SketchForm.Indicator> indicators) {
        SqlParameterSource[] rows = IntStream.range(0, indicators.size())
                .mapToObj(i -> new MapSqlParameterSource("id", UUID.randomUUID())
                        .addValue("municipality", municipality)
                        .addValue("sketch", sketch)
                        .addValue("position", i + 1)
                        .addValue("name", indicators.get(i).name())
                        .addValue("kind", indicators.get(i).kind().name())
                        .addValue("unit", indicators.get(i).unit())
                        .addValue("start", indicators.get(i).start())
                        .addValue("goal", indicators.get(i).goal())
                        .addValue("year", indicators.get(i).targetYear()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into sketch_indicator (id, municipality_id, sketch_id, position, name, kind, unit, start_value, goal_value, target_year)
                values (:id, :municipality, :sketch, :position, :name, :kind, :unit, :start, :goal, :year)
                """, rows);
    }

    /** @return the newest version of an idea's sketch, if there is one */
    Optional<Sketch> latest(String municipality, UUID ideaId) {
        return jdbc.sql(SELECT + """
                where municipality_id = :municipality and idea_id = :idea order by version desc limit 1
                """)
                .param("municipality", municipality)
                .param("idea", ideaId)
                .query(Sketch.class)
                .optional();
    }

    /** @return a version of a sketch */
    Sketch get(String municipality, UUID id) {
        return jdbc.sql(SELECT + "where municipality_id = :municipality and id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(Sketch.class)
                .single();
    }

    /** @return the indicators of a version, in the order of its form */
    List<SketchForm.Indicator> indicators(String municipality, UUID sketchId) {
        return jdbc.sql("""
                select name, kind, unit, start_value as start, goal_value as goal, target_year from sketch_indicator
                where municipality_id = :municipality and sketch_id = :sketch order by position
                """)
                .param("municipality", municipality)
                .param("sketch", sketchId)
                .query(SketchForm.Indicator.class)
                .list();
    }

    /** @return why the lead department last asked for a rework of the idea's sketch, if it did */
    Optional<String> reworkReason(String municipality, UUID ideaId) {
        return jdbc.sql("""
                select c.reason from selection_choice c
                join project_sketch s on s.municipality_id = c.municipality_id and s.id = c.sketch_id
                where c.municipality_id = :municipality and s.idea_id = :idea and c.choice = 'REWORK'
                order by s.version desc, c.created_at desc limit 1
                """)
                .param("municipality", municipality)
                .param("idea", ideaId)
                .query(String.class)
                .optional();
    }
}
