package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Knowledge goals by their question. */
@Component
class GoalTitles extends TitlesInTable {

    private final Texts texts = Texts.of("knowledge");

    GoalTitles(NamedParameterJdbcTemplate jdbc) {
        super(jdbc, "goalId", "knowledge_goal", "position, question");
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        return texts.get("knowledge.item", row.getInt("position"), row.getString("question"));
    }
}
