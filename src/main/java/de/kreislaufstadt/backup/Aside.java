package de.kreislaufstadt.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What was in the database stays beside it under another name until what was restored has proved to be right. As long as it is
 * there a restore is under way or was interrupted, and no application starts.
 */
final class Aside {

    private static final List<String> SCHEMAS = List.of("kreislaufstadt", "camunda");
    private static final String BEFORE = "_before";

    /** Whether a restore was begun and not ended, as SQL. */
    static final String UNDER_WAY =
            "select exists (select from pg_namespace where nspname = 'kreislaufstadt" + BEFORE + "')";

    private final Connection connection;

    /**
     * @param connection of the role that owns the tables; every step is a transaction of its own
     */
    Aside(Connection connection) {
        this.connection = connection;
    }

    void put() throws SQLException {
        inOneGo(schema -> List.of(
                "create schema if not exists " + schema, "alter schema " + schema + " rename to " + schema + BEFORE));
    }

    /** Makes everything what it was. */
    void back() throws SQLException {
        inOneGo(schema -> List.of(
                "drop schema if exists " + schema + " cascade",
                "alter schema " + schema + BEFORE + " rename to " + schema));
    }

    void drop() throws SQLException {
        inOneGo(schema -> List.of("drop schema " + schema + BEFORE + " cascade"));
    }

    private interface Steps {
        List<String> of(String schema);
    }

    private void inOneGo(Steps steps) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Nobody works here, so nobody has to be waited for.
            statement.execute("set local lock_timeout to '30s'");
            for (String schema : SCHEMAS) {
                for (String step : steps.of(schema)) {
                    statement.execute(step);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
