package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Workshops by their number and, once it is known, their title. */
@Component
class WorkshopTitles extends TitlesInTable {

    private final Texts texts = Texts.of("workshop");

    WorkshopTitles(NamedParameterJdbcTemplate jdbc) {
        super(jdbc, "workshopId", "workshop", "number, title");
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        String workshop = texts.get("workshop.workshop", row.getInt("number"));
        String title = row.getString("title");
        return title == null ? workshop : workshop + ": " + title;
    }
}
