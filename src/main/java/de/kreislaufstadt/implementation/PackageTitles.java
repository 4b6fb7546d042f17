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

/** Work packages by code and title. */
@Component
class PackageTitles implements ItemTitles {

    private final NamedParameterJdbcTemplate jdbc;
    private final Texts texts = Texts.of("implementation");

    PackageTitles(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String item() {
        return "packageId";
    }

    @Override
    public Map<UUID, String> titles(String municipality, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.query(
                "select id, code, title from work_package where municipality_id = :municipality and id in (:ids)",
                new MapSqlParameterSource("municipality", municipality).addValue("ids", ids),
                row -> {
                    titles.put(
                            row.getObject("id", UUID.class),
                            texts.get("implementation.package.item", row.getString("code"), row.getString("title")));
                });
        return titles;
    }
}
