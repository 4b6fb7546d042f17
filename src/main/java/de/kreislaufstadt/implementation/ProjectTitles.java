package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What is implemented: a starter project, or the measure itself. */
@Component
class ProjectTitles extends TitlesInTable {

    private final Texts texts = Texts.of("implementation");

    ProjectTitles(NamedParameterJdbcTemplate jdbc) {
        super(jdbc, "projectId", "implementation_project", "title");
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        return texts.get("implementation.project.item", row.getString("title"));
    }
}
