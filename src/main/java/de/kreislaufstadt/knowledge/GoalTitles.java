package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.ItemTitles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Knowledge goals by their question. */
@Component
class GoalTitles implements ItemTitles {

    private final NamedParameterJdbcTemplate jdbc;
    private final Texts texts = Texts.of("knowledge");

    GoalTitles(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String item() {
        return "goalId";
    }

    @Override
    public Map<UUID, String> titles(String municipality, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.query(
                "select id, position, question from knowledge_goal where municipality_id = :municipality and id in (:ids)",
                new MapSqlParameterSource("municipality", municipality).addValue("ids", ids),
                row -> {
                    titles.put(
                            row.getObject("id", UUID.class),
                            texts.get("knowledge.item", row.getInt("position"), row.getString("question")));
                });
        return titles;
    }
}
