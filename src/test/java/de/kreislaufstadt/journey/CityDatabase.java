package de.kreislaufstadt.journey;

import de.kreislaufstadt.support.TableSums;
import de.kreislaufstadt.support.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An empty database for one application, and the owner's look into it: what the application wrote, and what it did not. */
final class CityDatabase implements AutoCloseable {

    /** Signing in counts failed attempts in the account, and on the page it begins a session. */
    private static final List<String> TOUCHED_BY_LOGIN = List.of("act_id_user", "account_session");

    private final String url;
    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;

    CityDatabase() {
        this(TestPostgres.newDatabase());
    }

    /** @param url JDBC address of a database that an application has left */
    CityDatabase(String url) {
        this.url = url;
        this.connection = new SingleConnectionDataSource(url, TestPostgres.OWNER, TestPostgres.PASSWORD, true);
        this.jdbc = JdbcClient.create(connection);
    }

    /** @return JDBC address of the database */
    String url() {
        return url;
    }

    JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }

    /** @return the first column of the only row, as text */
    String value(String sql, Object... parameters) {
        return String.valueOf(jdbc.sql(sql).params(parameters).query().singleValue());
    }

    List<String> values(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).list();
    }

    /** @return number of rows of every table of the application, by table */
    Map<String, Integer> rowCounts() {
        String counts = tables("kreislaufstadt").stream()
                .map(table -> "select '" + table + "' as name, count(*) as rows from kreislaufstadt." + table)
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(counts).query((row, i) -> Map.entry(row.getString("name"), row.getInt("rows"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /**
     * Checksums of the content of every table of both schemas, but for accounts and the engine's nightly cleanup.
     *
     * @return number of rows and checksum by table
     */
    Map<String, String> fingerprint() {
        return TableSums.of(jdbc, TOUCHED_BY_LOGIN);
    }

    private List<String> tables(String schema) {
        return jdbc
                .sql("select table_name from information_schema.tables"
                        + " where table_schema = ? and table_type = 'BASE TABLE' order by table_name")
                .param(schema)
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !TOUCHED_BY_LOGIN.contains(table))
                .toList();
    }

    /** @return "table.column" of every text or binary column of a schema that contains the text, in any case of letters */
    List<String> columnsContaining(String schema, String text) {
        return jdbc
                .sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema = ? and table_type = 'BASE TABLE'
                          and data_type in ('text', 'character varying', 'character', 'bytea', 'ARRAY', 'json', 'jsonb')
                        order by table_name, column_name
                        """)
                .param(schema)
                .query((row, i) -> new Column(
                        row.getString("table_name"), row.getString("column_name"), row.getString("data_type")))
                .list()
                .stream()
                .filter(column -> contains(schema, column, text))
                .map(column -> column.table() + "." + column.name())
                .toList();
    }

    private boolean contains(String schema, Column column, String text) {
        String content =
                column.type().equals("bytea") ? "encode(" + column.name() + ", 'escape')" : column.name() + "::text";
        return jdbc.sql("select exists (select from " + schema + "." + column.table() + " where " + content
                        + " ilike '%' || ? || '%')")
                .param(text)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        connection.destroy();
    }

    private record Column(String table, String name, String type) {}
}
