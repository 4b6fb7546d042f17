package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.ItemTitles;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Exchanges in the city group by the day they were planned on. */
@Component
class ExchangeTitles implements ItemTitles {

    private static final DateTimeFormatter GERMAN_DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final NamedParameterJdbcTemplate jdbc;
    private final Texts texts = Texts.of("survey");

    ExchangeTitles(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String item() {
        return "exchangeId";
    }

    @Override
    public Map<UUID, String> titles(String municipality, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.query(
                "select id, planned_on from exchange where municipality_id = :municipality and id in (:ids)",
                new MapSqlParameterSource("municipality", municipality).addValue("ids", ids),
                row -> {
                    titles.put(
                            row.getObject("id", UUID.class),
                            texts.get("survey.item", GERMAN_DATE.format(row.getObject("planned_on", LocalDate.class))));
                });
        return titles;
    }
}
