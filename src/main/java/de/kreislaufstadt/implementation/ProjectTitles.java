package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.ItemTitles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What is implemented: a starter project, or the measure itself. */
@Component
class ProjectTitles implements ItemTitles {

    private final NamedParameterJdbcTemplate jdbc;
    private final Texts texts = Texts.of("implementation");

    ProjectTitles(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String item() {
        return "projectId";
    }

    @Override
    public Map<UUID, String> titles(String municipality, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.query(
                "select id, title from implementation_project where municipality_id = :municipality and id in (:ids)",
                new MapSqlParameterSource("municipality", municipality).addValue("ids", ids),
                row -> {
                    titles.put(
                            row.getObject("id", UUID.class),
                            texts.get("implementation.project.item", row.getString("title")));
                });
        return titles;
    }
}
