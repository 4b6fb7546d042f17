package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.TaskContext;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks and releases with their comments. */
@Repository
class ReviewTable {

    private final JdbcClient jdbc;

    ReviewTable(NamedParameterJdbcTemplate batches) {
        this.jdbc = JdbcClient.create(batches);
    }

    /** What was checked. */
    enum Subject {
        STAKEHOLDERS,
        STATUS_QUO
    }

    void add(TaskContext task, Subject subject, ReviewResult result, String comment) {
        jdbc.sql("""
                        insert into survey_review
                            (id, municipality_id, measure_id, subject, result, comment, reviewed_by)
                        values (:id, :municipality, :measure, :subject, :result, :comment, :actor)""")
                .paramSource(Rows.of(task)
                        .addValue("id", UUID.randomUUID())
                        .addValue("subject", subject.name())
                        .addValue("result", result.name())
                        .addValue("comment", comment))
                .update();
    }

    /** @return comment of the last check, if it gave the work back */
    Optional<String> lastComment(TaskContext task, Subject subject) {
        return jdbc.sql("""
                        select coalesce(comment, '') from survey_review
                        where municipality_id = :municipality and measure_id = :measure and subject = :subject
                        order by created_at desc limit 1""")
                .paramSource(Rows.of(task).addValue("subject", subject.name()))
                .query(String.class)
                .optional()
                .filter(comment -> !comment.isEmpty());
    }
}
