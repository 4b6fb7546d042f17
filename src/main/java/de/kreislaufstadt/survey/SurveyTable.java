package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Surveys and which departments they asked. */
@Repository
class SurveyTable {

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;

    SurveyTable(NamedParameterJdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /** A department that was asked. */
    record Asked(String department, AnswerState state) {}

    void add(TaskContext task, Survey survey, Collection<String> departments) {
        jdbc.sql("""
                        insert into survey
                            (id, municipality_id, measure_id, aim, guidance, mailbox, answer_until, prepared_by)
                        values (:id, :municipality, :measure, :aim, :guidance, :mailbox, :until, :actor)""")
                .paramSource(Rows.of(task)
                        .addValue("id", survey.id())
                        .addValue("aim", survey.aim())
                        .addValue("guidance", survey.guidance())
                        .addValue("mailbox", survey.mailbox())
                        .addValue("until", survey.until()))
                .update();
        batches.batchUpdate(
                """
                insert into survey_answer (id, municipality_id, measure_id, survey_id, department, state)
                values (:id, :municipality, :measure, :survey, :department, 'ASKED')""",
                departments.stream()
                        .map(department -> Rows.of(task)
                                .addValue("id", UUID.randomUUID())
                                .addValue("survey", survey.id())
                                .addValue("department", department))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** @return the survey that runs or ran last */
    Optional<Survey> find(TaskContext task) {
        return jdbc.sql("""
                        select id, aim, guidance, mailbox, answer_until from survey
                        where municipality_id = :municipality and measure_id = :measure
                        order by created_at desc limit 1""")
                .paramSource(Rows.of(task))
                .query((row, number) -> new Survey(
                        row.getObject("id", UUID.class),
                        row.getString("aim"),
                        row.getString("guidance"),
                        row.getString("mailbox"),
                        row.getObject("answer_until", LocalDate.class)))
                .optional();
    }

    /** @throws NoSuchElementException if the measure was never surveyed */
    Survey current(TaskContext task) {
        return find(task).orElseThrow(() -> new NoSuchElementException("No survey for " + task.measureNumber()));
    }

    /** @return the departments a survey asked, by key */
    List<Asked> asked(TaskContext task, UUID survey) {
        return jdbc.sql("""
                        select department, state from survey_answer
                        where municipality_id = :municipality and survey_id = :survey
                        order by department""")
                .paramSource(Rows.of(task).addValue("survey", survey))
                .query((row, number) ->
                        new Asked(row.getString("department"), AnswerState.valueOf(row.getString("state"))))
                .list();
    }

    void extend(TaskContext task, UUID survey, LocalDate until) {
        jdbc.sql("update survey set answer_until = :until where municipality_id = :municipality and id = :survey")
                .paramSource(Rows.of(task).addValue("survey", survey).addValue("until", until))
                .update();
    }

    /** Closes a survey before all have answered; who has not is recorded as silent. */
    void close(TaskContext task, UUID survey, String reason) {
        MapSqlParameterSource row = Rows.of(task).addValue("survey", survey).addValue("reason", reason);
        jdbc.sql("""
                        update survey set closed_reason = :reason, closed_by = :actor, closed_at = now()
                        where municipality_id = :municipality and id = :survey""").paramSource(row).update();
        jdbc.sql("""
                        update survey_answer set state = 'SILENT'
                        where municipality_id = :municipality and survey_id = :survey and state = 'ASKED'""").paramSource(row).update();
    }
}
