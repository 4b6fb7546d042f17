package de.kreislaufstadt.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A candidate's database on the one PostgreSQL of the run.
 *
 * @param url JDBC address
 * @param schema where the engine's tables are
 */
record Database(String url, String user, String password, String schema) {

    /** Starts PostgreSQL as it comes, but with room for all candidates' connections. */
    static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .start();
    }

    JdbcTemplate sql() {
        DriverManagerDataSource source = new DriverManagerDataSource(url, user, password);
        source.setSchema(schema);
        return new JdbcTemplate(source);
    }

    /** Brings the planner's knowledge up to date, so that no candidate is measured with another state than the other. */
    void settle() {
        sql().execute("vacuum analyze");
    }

    /**
     * Multiplies one open task that the engine itself has made: its instance, its candidate group, its grant. Every row is
     * a copy but for its ids, its group, its name and its due date.
     *
     * @param groups the copies take turns among them
     * @param from number of the first copy, so that more can be added
     */
    void multiplyTask(String task, List<String> groups, int from, int count) {
        String groupOf = "(array['" + String.join("','", groups) + "'])[1 + n % " + groups.size() + "]";
        copy(
                "act_ru_execution",
                "id_ = (select proc_inst_id_ from act_ru_task where id_ = '" + task + "')",
                from,
                count,
                Map.of(
                        "id_",
                        "'bench-i-' || n",
                        "proc_inst_id_",
                        "'bench-i-' || n",
                        "root_proc_inst_id_",
                        "'bench-i-' || n",
                        "business_key_",
                        "'B-' || n"));
        copy(
                "act_ru_task",
                "id_ = '" + task + "'",
                from,
                count,
                Map.of(
                        "id_",
                        "'bench-t-' || n",
                        "proc_inst_id_",
                        "'bench-i-' || n",
                        "execution_id_",
                        "'bench-i-' || n",
                        "name_",
                        "'Aufgabe ' || n",
                        "due_date_",
                        "timestamp '2027-01-01' + (n * 7919 % 40000) * interval '1 minute'"));
        copy(
                "act_ru_identitylink",
                "task_id_ = '" + task + "' and group_id_ is not null",
                from,
                count,
                Map.of("id_", "'bench-l-' || n", "task_id_", "'bench-t-' || n", "group_id_", groupOf));
        copy(
                "act_ru_authorization",
                "resource_id_ = '" + task + "' and group_id_ is not null",
                from,
                count,
                Map.of(
                        "id_",
                        "'bench-a-' || n",
                        "resource_id_",
                        "'bench-t-' || n",
                        "group_id_",
                        groupOf,
                        "root_proc_inst_id_",
                        "'bench-i-' || n"));
    }

    private void copy(String table, String original, int from, int count, Map<String, String> changed) {
        JdbcTemplate sql = sql();
        List<String> columns = sql.queryForList(
                "select column_name from information_schema.columns where table_schema = ? and table_name = ?"
                        + " order by ordinal_position",
                String.class,
                schema,
                table);
        String values = String.join(
                ", ",
                columns.stream()
                        .map(column -> changed.getOrDefault(column, "o." + column))
                        .toList());
        int copies = sql.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from (select * from " + table + " where " + original + " limit 1) o, generate_series(" + from + ", "
                + (from + count - 1) + ") n");
        if (copies != count) {
            throw new IllegalStateException("Copied " + copies + " rows of " + table + ", expected " + count);
        }
    }
}
