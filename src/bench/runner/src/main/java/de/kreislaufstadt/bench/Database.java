package de.kreislaufstadt.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A candidate's database on the one PostgreSQL of the run.
 *
 * @param url JDBC address
 * @param schema where the engine's tables are
 */
record Database(String url, String name, String user, String password, String schema) {

    /** Where PostgreSQL writes what it is told to write about statements. */
    static Path log() {
        return Path.of(System.getProperty("results")).toAbsolutePath().resolve("postgresql");
    }

    /** Starts PostgreSQL as it comes and as safe as it comes, but with room for all candidates' connections. */
    static EmbeddedPostgres server() throws IOException {
        Files.createDirectories(log());
        try (var old = Files.list(log())) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // Not loaded where time is what counts.
                .setServerConfig(
                        "shared_preload_libraries",
                        System.getProperty("bench.part", "").contains("growth") ? "pg_stat_statements" : "")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "jsonlog")
                .setServerConfig("log_directory", log().toString())
                .setServerConfig("log_filename", "statements")
                .start();
    }

    /** A connection for each statement; tables of the engine and, where there are, ours. */
    JdbcTemplate sql() {
        DriverManagerDataSource source = new DriverManagerDataSource(
                url + "?currentSchema=kreislaufstadt," + schema + "&stringtype=unspecified", user, password);
        return new JdbcTemplate(source);
    }

    /**
     * One connection on which rows may come in any order: nothing is looked up that they refer to. For rows that refer to each
     * other; to be closed.
     */
    SingleConnectionDataSource unchecked() {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                url + "?currentSchema=kreislaufstadt," + schema + "&stringtype=unspecified", user, password, true);
        new JdbcTemplate(source).execute("set session_replication_role = replica");
        return source;
    }

    /** Brings the planner's knowledge up to date, so that no candidate is measured with another state than the other. */
    void settle() {
        sql().execute("vacuum analyze");
    }

    /** What the application and PostgreSQL have used together for it so far: hardly depends on what else the machine does. */
    double processorMillis(Server application) {
        List<Long> processes =
                sql().queryForList("select pid from pg_stat_activity where datname = current_database()", Long.class);
        processes.add(application.pid());
        return Machine.processorMillis(processes);
    }

    long count(String sql, Object... parameters) {
        return sql().queryForObject(sql, Long.class, parameters);
    }

    /** @return names of the columns of a table, of the engine or ours, but for those that the database fills itself */
    Set<String> columns(String table) {
        return new LinkedHashSet<>(sql().queryForList(
                        "select column_name from information_schema.columns where table_schema in (?, 'kreislaufstadt')"
                                + " and table_name = ? and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position",
                        String.class,
                        schema,
                        table));
    }

    /**
     * Copies rows again and again.
     *
     * @param original condition for the rows to be copied
     * @param from number of the first copy
     * @param changed SQL of the columns that are not copied as they are; may use the number n of the copy and the row o
     */
    void copy(String table, String original, int from, int count, Map<String, String> changed) {
        JdbcTemplate sql = sql();
        Set<String> columns = columns(table);
        String values = columns.stream()
                .map(column -> changed.getOrDefault(column, "o." + column))
                .collect(Collectors.joining(", "));
        sql.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from (select * from " + table + " where " + original + ") o, generate_series(" + from + ", "
                + (from + count - 1) + ") n");
    }
}
