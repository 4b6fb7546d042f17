package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.workshop.record.EvaluationForm;
import de.kreislaufstadt.workshop.record.Params;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of {@code workshop_feedback}, {@code workshop_feedback_mark} and {@code workshop_feedback_remark}: counters, and
 * remarks in no order.
 */
@Repository
public class FeedbackTable {

    private static final String PURPOSE = "Auswertung des Workshops";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    FeedbackTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @param attendAgain how many of the responses would come again */
    public record Sums(int responses, int attendAgain) {}

    /** A remark, whoever made it. */
    public record Remark(Kind kind, String text) {

        public enum Kind {
            STRENGTH,
            IMPROVEMENT
        }
    }

    public Optional<Sums> sums(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select responses, attend_again from workshop_feedback
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(Sums.class)
                .optional();
    }

    public List<EvaluationForm.Rating> marks(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select aspect, very_good, good, fair, poor from workshop_feedback_mark
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(EvaluationForm.Rating.class)
                .list();
    }

    /** @return the remarks in the order of their text, which says nothing about who came first */
    public List<Remark> remarks(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select kind, text from workshop_feedback_remark
                        where municipality_id = :municipality and workshop_id = :workshop order by text
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(Remark.class)
                .list();
    }

    /**
     * Counts one response.
     *
     * @param deleteOn the same day for all responses to a workshop
     */
    void count(String municipality, UUID workshop, Feedback feedback, LocalDate deleteOn) {
        jdbc.sql("""
                        insert into workshop_feedback as known
                            (id, municipality_id, workshop_id, responses, attend_again)
                        values (:id, :municipality, :workshop, 1, :again)
                        on conflict (municipality_id, workshop_id) do update
                        set responses = known.responses + 1, attend_again = known.attend_again + excluded.attend_again
                        """)
                .paramSource(Params.of(municipality, workshop)
                        .with("id", UUID.randomUUID())
                        .with("again", feedback.again() == Feedback.Again.YES ? 1 : 0))
                .update();
        countMarks(municipality, workshop, feedback);
        List<Remark> remarks = new ArrayList<>();
        if (!feedback.strengths().isEmpty()) {
            remarks.add(new Remark(Remark.Kind.STRENGTH, feedback.strengths()));
        }
        if (!feedback.improvements().isEmpty()) {
            remarks.add(new Remark(Remark.Kind.IMPROVEMENT, feedback.improvements()));
        }
        batch.batchUpdate(
                """
                insert into workshop_feedback_remark (id, municipality_id, workshop_id, kind, text, purpose, delete_on)
                values (:id, :municipality, :workshop, :kind, :text, :purpose, :deleteOn)
                """,
                Params.rows(
                        remarks,
                        (remark, position) -> Params.of(municipality, workshop)
                                .with("kind", remark.kind())
                                .with("text", remark.text())
                                .with("purpose", PURPOSE)
                                .with("deleteOn", deleteOn)));
    }

    private void countMarks(String municipality, UUID workshop, Feedback feedback) {
        batch.batchUpdate(
                """
                insert into workshop_feedback_mark as known
                    (id, municipality_id, workshop_id, aspect, very_good, good, fair, poor)
                values (:id, :municipality, :workshop, :aspect, :veryGood, :good, :fair, :poor)
                on conflict (municipality_id, workshop_id, aspect) do update
                set very_good = known.very_good + excluded.very_good, good = known.good + excluded.good,
                    fair = known.fair + excluded.fair, poor = known.poor + excluded.poor
                """,
                Params.rows(
                        List.copyOf(feedback.marks().entrySet()),
                        (mark, position) -> Params.of(municipality, workshop)
                                .with("aspect", mark.getKey())
                                .with("veryGood", mark.getValue() == Feedback.Mark.VERY_GOOD ? 1 : 0)
                                .with("good", mark.getValue() == Feedback.Mark.GOOD ? 1 : 0)
                                .with("fair", mark.getValue() == Feedback.Mark.FAIR ? 1 : 0)
                                .with("poor", mark.getValue() == Feedback.Mark.POOR ? 1 : 0)));
    }

    /** Forgets everything about a workshop, in one statement. */
    public void delete(String municipality, UUID workshop) {
        jdbc.sql("""
                        with remarks as (
                            delete from workshop_feedback_remark
                            where municipality_id = :municipality and workshop_id = :workshop
                        ), marks as (
                            delete from workshop_feedback_mark
                            where municipality_id = :municipality and workshop_id = :workshop
                        )
                        delete from workshop_feedback
                        where municipality_id = :municipality and workshop_id = :workshop
                        """).paramSource(Params.of(municipality, workshop)).update();
    }
}
