package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.ItemTitles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Ideas for starter projects by their title. */
@Component
class IdeaTitles implements ItemTitles {

    private final NamedParameterJdbcTemplate jdbc;
    private final Texts texts = Texts.of("starterproject");

    IdeaTitles(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String item() {
        return "ideaId";
    }

    @Override
    public Map<UUID, String> titles(String municipality, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.query(
                "select id, title from starter_idea where municipality_id = :municipality and id in (:ids)",
                new MapSqlParameterSource("municipality", municipality).addValue("ids", ids),
                row -> {
                    titles.put(
                            row.getObject("id", UUID.class), texts.get("starterproject.item", row.getString("title")));
                });
        return titles;
    }
}
