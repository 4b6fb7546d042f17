package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Ideas for starter projects by their title. */
@Component
class IdeaTitles extends TitlesInTable {

    private final Texts texts = Texts.of("starterproject");

    IdeaTitles(NamedParameterJdbcTemplate jdbc) {
        super(jdbc, "ideaId", "starter_idea", "title");
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        return texts.get("starterproject.item", row.getString("title"));
    }
}
