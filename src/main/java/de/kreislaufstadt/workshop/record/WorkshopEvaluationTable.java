package de.kreislaufstadt.workshop.record;

import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_evaluation} and {@code workshop_rating}: sums only, nothing leads back to a participant. */
@Repository
public class WorkshopEvaluationTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    WorkshopEvaluationTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public void add(String municipality, UUID workshop, EvaluationForm form, String actor) {
        jdbc.sql("""
                        with entered as (
                            update workshop set state = :state where municipality_id = :municipality and id = :workshop
                        )
                        insert into workshop_evaluation (id, municipality_id, workshop_id, responses, aim_reached,
                            would_attend_again, strengths, improvements, lessons, evaluated_by)
                        values (:id, :municipality, :workshop, :responses, :aimReached,
                            :wouldAttendAgain, :strengths, :improvements, :lessons, :actor)
                        """)
                .paramSource(Params.of(municipality, workshop)
                        .with("id", UUID.randomUUID())
                        .with("state", WorkshopState.EVALUATED)
                        .with("responses", form.responses())
                        .with("aimReached", form.aimReached())
                        .with("wouldAttendAgain", form.wouldAttendAgain())
                        .with("strengths", form.strengths())
                        .with("improvements", form.improvements())
                        .with("lessons", form.lessons())
                        .with("actor", actor))
                .update();
        batch.batchUpdate(
                """
                insert into workshop_rating (id, municipality_id, workshop_id, aspect, very_good, good, fair, poor)
                values (:id, :municipality, :workshop, :aspect, :veryGood, :good, :fair, :poor)
                """,
                Params.rows(
                        form.ratings(),
                        (rating, position) -> Params.of(municipality, workshop)
                                .with("aspect", rating.aspect())
                                .with("veryGood", rating.veryGood())
                                .with("good", rating.good())
                                .with("fair", rating.fair())
                                .with("poor", rating.poor())));
    }
}
