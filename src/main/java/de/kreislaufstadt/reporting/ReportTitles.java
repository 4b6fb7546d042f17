package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.ItemTitles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** A report is known by the name of its round. */
@Component
class ReportTitles implements ItemTitles {

    private final NamedParameterJdbcTemplate jdbc;

    ReportTitles(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String item() {
        return "reportId";
    }

    @Override
    public Map<UUID, String> titles(String municipality, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.query("""
                select r.id, g.name from measure_report r
                join reporting_round g on g.municipality_id = r.municipality_id and g.id = r.round_id
                where r.municipality_id = :municipality and r.id in (:ids)
                """, new MapSqlParameterSource("municipality", municipality).addValue("ids", ids), row -> {
            titles.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return titles;
    }
}
