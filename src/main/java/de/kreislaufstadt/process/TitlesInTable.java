package de.kreislaufstadt.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Titles that stand in one table of a module: a list of tasks asks for all of them in one statement. */
public abstract class TitlesInTable implements ItemTitles {

    private final NamedParameterJdbcTemplate jdbc;
    private final String item;
    private final String query;

    /**
     * @param item routing value that names such a thing
     * @param table the module's table, with the columns {@code id} and {@code municipality_id}
     * @param columns what {@link #title} needs, separated by commas
     */
    protected TitlesInTable(NamedParameterJdbcTemplate jdbc, String item, String table, String columns) {
        this.jdbc = jdbc;
        this.item = item;
        this.query =
                "select id, " + columns + " from " + table + " where municipality_id = :municipality and id in (:ids)";
    }

    /** @return kind and title in German of the thing in this row */
    protected abstract String title(ResultSet row) throws SQLException;

    @Override
    public final String item() {
        return item;
    }

    @Override
    public final Map<UUID, String> titles(String municipality, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.query(query, new MapSqlParameterSource("municipality", municipality).addValue("ids", ids), row -> {
            titles.put(row.getObject("id", UUID.class), title(row));
        });
        return titles;
    }
}
