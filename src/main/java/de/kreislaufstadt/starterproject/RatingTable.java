package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.process.TaskContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ratings of project sketches. */
@Repository
class RatingTable {

    private final JdbcClient jdbc;

    RatingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest version of a sketch with its rating.
     *
     * @param department key of the department that looks after the bearer
     * @param score from 0 to 100
     */
    record Rated(
            UUID sketchId,
            UUID ideaId,
            String department,
            String title,
            String bearer,
            BigDecimal score,
            boolean knockOut,
            Recommendation recommendation,
            String justification) {}

    void add(
            TaskContext task,
            UUID sketch,
            Levels levels,
            RatingForm form,
            BigDecimal score,
            Recommendation recommendation) {
        jdbc.sql("""
                insert into sketch_rating (id, municipality_id, measure_id, sketch_id, circularity, climate_basis, climate,
                    feasibility, regional_value, visibility, cost, readiness, knock_outs, score, recommendation,
                    justification, consulted, rated_by)
                values (:id, :municipality, :measure, :sketch, :circularity, :basis, :climate, :feasibility, :regional,
                    :visibility, :cost, :readiness, :knockOuts, :score, :recommendation, :justification, :consulted, :actor)
                """)
                .param("id", UUID.randomUUID())
                .param("municipality", task.municipality())
                .param("measure", task.measureId())
                .param("sketch", sketch)
                .param("circularity", levels.circularity())
                .param("basis", form.climateBasis().name())
                .param("climate", levels.climate())
                .param("feasibility", levels.feasibility())
                .param("regional", levels.regionalValue())
                .param("visibility", levels.visibility())
                .param("cost", levels.cost())
                .param("readiness", levels.readiness())
                .param(
                        "knockOuts",
                        form.knockOuts().stream().map(KnockOut::name).toArray(String[]::new))
                .param("score", score)
                .param("recommendation", recommendation.name())
                .param("justification", form.justification())
                .param("consulted", form.consulted().toArray(String[]::new))
                .param("actor", task.actor())
                .update();
    }

    /** @return the rated sketches of a round, best first */
    List<Rated> ofRound(String municipality, UUID round) {
        return jdbc.sql("""
                select s.id as sketch_id, i.id as idea_id, i.department, s.title, s.bearer, r.score,
                    cardinality(r.knock_outs) > 0 as knock_out, r.recommendation, r.justification
                from starter_idea i
                join project_sketch s on s.municipality_id = i.municipality_id and s.idea_id = i.id
                    and s.version = (select max(version) from project_sketch v
                                     where v.municipality_id = i.municipality_id and v.idea_id = i.id)
                join sketch_rating r on r.municipality_id = s.municipality_id and r.sketch_id = s.id
                where i.municipality_id = :municipality and i.round_id = :round
                order by r.score desc, s.title
                """)
                .param("municipality", municipality)
                .param("round", round)
                .query(Rated.class)
                .list();
    }

    /** @return what a sketch was rated with, by field of its form; empty where it has not been rated */
    Map<String, Object> entries(String municipality, UUID sketch) {
        return jdbc.sql("""
                select climate_basis as "climateBasis", climate, feasibility, regional_value as "regionalValue", visibility,
                    cost as "costLevel", readiness, justification, array_to_string(knock_outs, ',') as "knockOuts",
                    array_to_string(consulted, ',') as consulted, score, recommendation
                from sketch_rating where municipality_id = :municipality and sketch_id = :sketch
                """).param("municipality", municipality).param("sketch", sketch).query().listOfRows().stream()
                .findFirst()
                .orElse(Map.of());
    }
}
