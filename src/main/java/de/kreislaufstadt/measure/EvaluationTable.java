package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.EvaluationForm.Goal;
import de.kreislaufstadt.measure.EvaluationForm.GoalResult;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evaluations of measures and whether they were released; a returned one is followed by a new one. */
@Repository
class EvaluationTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    EvaluationTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * @param id row of the evaluation
     * @param returnedBecause what the review asked to change, null if there was none or it was released
     */
    record Stored(UUID id, EvaluationForm content, String returnedBecause) {}

    void add(String municipality, UUID measureId, EvaluationForm evaluation, String author) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into measure_evaluation (id, municipality_id, measure_id, position, summary, lessons,
                            continuation, evaluated_by)
                        select :id, :municipality, :measure,
                            coalesce((select max(e.position) from measure_evaluation e
                                      where e.municipality_id = :municipality and e.measure_id = :measure), 0) + 1,
                            :summary, :lessons, :continuation, :author
                        """)
                .param("id", id)
                .param("municipality", municipality)
                .param("measure", measureId)
                .param("summary", evaluation.summary())
                .param("lessons", evaluation.lessons())
                .param("continuation", evaluation.continuation())
                .param("author", author)
                .update();
        List<Goal> goals = evaluation.goals();
        batch.batchUpdate(
                """
                insert into measure_evaluation_goal (municipality_id, evaluation_id, position, goal, result, explanation)
                values (:municipality, :evaluation, :position, :goal, :result, :explanation)
                """,
                IntStream.range(0, goals.size())
                        .mapToObj(i -> new MapSqlParameterSource("municipality", municipality)
                                .addValue("evaluation", id)
                                .addValue("position", i + 1)
                                .addValue("goal", goals.get(i).goal())
                                .addValue("result", goals.get(i).result().name())
                                .addValue("explanation", goals.get(i).explanation()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** @return the newest evaluation of the measure */
    Optional<Stored> latest(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select e.*, (select r.note from measure_evaluation_review r
                                     where r.municipality_id = e.municipality_id and r.evaluation_id = e.id
                                       and r.result = 'RETURN' order by r.created_at desc limit 1) as returned_because
                        from measure_evaluation e
                        where e.municipality_id = :municipality and e.measure_id = :measure
                        order by e.position desc limit 1
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, index) -> new Stored(
                        row.getObject("id", UUID.class),
                        new EvaluationForm(
                                goals(municipality, row.getObject("id", UUID.class)),
                                row.getString("summary"),
                                row.getString("lessons"),
                                row.getString("continuation")),
                        row.getString("returned_because")))
                .optional();
    }

    /**
     * Notes what a review has said about the newest evaluation of the measure.
     *
     * @throws NoSuchElementException if it has none
     */
    void addReview(String municipality, UUID measureId, ReleaseEvaluation.Form review, String reviewer) {
        int added = jdbc.sql("""
                        insert into measure_evaluation_review (id, municipality_id, evaluation_id, result, note, reviewed_by)
                        select :id, e.municipality_id, e.id, :result, :note, :reviewer from measure_evaluation e
                        where e.municipality_id = :municipality and e.measure_id = :measure
                        order by e.position desc limit 1
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("measure", measureId)
                .param("result", review.result().name())
                .param("note", review.note())
                .param("reviewer", reviewer)
                .update();
        if (added == 0) {
            throw new NoSuchElementException("No evaluation of " + measureId);
        }
    }

    private List<Goal> goals(String municipality, UUID evaluationId) {
        return jdbc.sql("""
                        select goal, result, explanation from measure_evaluation_goal
                        where municipality_id = :municipality and evaluation_id = :evaluation order by position
                        """)
                .param("municipality", municipality)
                .param("evaluation", evaluationId)
                .query((row, index) -> new Goal(
                        row.getString("goal"),
                        GoalResult.valueOf(row.getString("result")),
                        row.getString("explanation")))
                .list();
    }
}
