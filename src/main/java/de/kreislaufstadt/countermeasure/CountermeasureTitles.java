package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** A countermeasure is known by what it is about. */
@Component
class CountermeasureTitles extends TitlesInTable {

    private final Texts texts = Texts.of("countermeasure");

    CountermeasureTitles(NamedParameterJdbcTemplate jdbc) {
        super(jdbc, "countermeasureId", "countermeasure", "indicator");
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        String indicator = row.getString("indicator");
        return indicator == null
                ? texts.get("countermeasure.title.risk")
                : texts.get("countermeasure.title.indicator", indicator);
    }
}
