package de.kreislaufstadt.question;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** A question is known by its day: what it says is read by whoever opens it. */
@Component
class QuestionTitles extends TitlesInTable {

    private final Texts texts = Texts.of("question");
    private final Clock clock;

    QuestionTitles(NamedParameterJdbcTemplate jdbc, Clock clock) {
        super(jdbc, "questionId", "public_question", "asked_at");
        this.clock = clock;
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        return texts.get(
                "question.title",
                ReadersLanguage.day(row.getTimestamp("asked_at")
                        .toInstant()
                        .atZone(clock.getZone())
                        .toLocalDate()));
    }
}
