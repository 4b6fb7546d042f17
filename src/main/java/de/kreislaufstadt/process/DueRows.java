package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Rows that carry the day on which they go in their column {@code delete_on}. */
public final class DueRows implements RetentionRule {

    private static final int AT_ONCE = 500;

    private static final String DUE = """
            id in (select id from %1$s where municipality_id = :municipality and delete_on <= :today and %2$s
                   order by delete_on, id limit :most for update skip locked)
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final String table;
    private final String statement;

    private DueRows(NamedParameterJdbcTemplate jdbc, String table, String change, String condition) {
        this.jdbc = jdbc;
        this.table = table;
        this.statement = change + " where municipality_id = :municipality and " + DUE.formatted(table, condition);
    }

    /** @return the rule that deletes the rows of a table, with what refers to them */
    public static RetentionRule deleted(NamedParameterJdbcTemplate jdbc, String table) {
        return new DueRows(jdbc, table, "delete from " + table, "true");
    }

    /** @return the rule that empties a column of free text; the rest of the row stays as proof */
    public static RetentionRule emptied(NamedParameterJdbcTemplate jdbc, String table, String column) {
        return new DueRows(jdbc, table, "update " + table + " set " + column + " = null", column + " is not null");
    }

    @Override
    public Set<String> tables() {
        return Set.of(table);
    }

    @Override
    public int forget(String municipality, LocalDate today) {
        return jdbc.update(
                statement,
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("today", today)
                        .addValue("most", AT_ONCE));
    }
}
