package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Exchanges in the city group by the day they were planned on. */
@Component
class ExchangeTitles extends TitlesInTable {

    private final Texts texts = Texts.of("survey");

    ExchangeTitles(NamedParameterJdbcTemplate jdbc) {
        super(jdbc, "exchangeId", "exchange", "planned_on");
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        return texts.get("survey.item", ReadersLanguage.day(row.getObject("planned_on", LocalDate.class)));
    }
}
