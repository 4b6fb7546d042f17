package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Conditions by what they ask for, in a few words. */
@Component
class ConditionTitles extends TitlesInTable {

    private static final int LONGEST = 120;

    private final Texts texts = Texts.of("measure");

    ConditionTitles(NamedParameterJdbcTemplate jdbc) {
        super(jdbc, "conditionId", "decision_condition", "text");
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        String text = row.getString("text");
        return texts.get(
                "measure.condition.item", text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
    }
}
