package de.kreislaufstadt.workshop;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.ItemTitles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Workshops by their number and, once it is known, their title. */
@Component
class WorkshopTitles implements ItemTitles {

    private final NamedParameterJdbcTemplate jdbc;
    private final Texts texts = Texts.of("workshop");

    WorkshopTitles(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String item() {
        return "workshopId";
    }

    @Override
    public Map<UUID, String> titles(String municipality, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.query(
                "select id, number, title from workshop where municipality_id = :municipality and id in (:ids)",
                new MapSqlParameterSource("municipality", municipality).addValue("ids", ids),
                row -> {
                    titles.put(row.getObject("id", UUID.class), title(row.getInt("number"), row.getString("title")));
                });
        return titles;
    }

    private String title(int number, String title) {
        String workshop = texts.get("workshop.workshop", number);
        return title == null ? workshop : workshop + ": " + title;
    }
}
