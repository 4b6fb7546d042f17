package de.kreislaufstadt.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Multiplies an open task that the engine itself has made: its instance with its values, its candidate group, its grant.
 * Every row is a copy but for its ids, its group, its name and its dates, and {@link #compare} proves it.
 */
final class TaskCopies {

    /** What differs from one real task to the next, too. */
    private static final Set<String> VARYING = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "task_id_",
            "resource_id_",
            "var_scope_",
            "act_inst_id_",
            "business_key_",
            "group_id_",
            "create_time_",
            "created_",
            "duedate_",
            "repeat_",
            "due_date_",
            "act_ru_task.name_",
            "act_ru_variable.text_");

    private final Database database;
    private final String schema;
    private final String task;
    private final String instance;

    /** @param task made by the engine */
    TaskCopies(Database database, String task) {
        this.database = database;
        this.schema = database.schema();
        this.task = task;
        this.instance = database.sql()
                .queryForObject("select proc_inst_id_ from act_ru_task where id_ = ?", String.class, task);
    }

    /**
     * @param groups the copies take turns among them
     * @param from number of the first copy, so that more can be added
     * @param created SQL of the moment a copy came up; may use its number n
     * @param due SQL of its due date
     */
    void add(List<String> groups, int from, int count, String created, String due) {
        String group = "(array['" + String.join("','", groups) + "'])[1 + n % " + groups.size() + "]";
        String instanceOf = id("instance");
        String taskOf = id("task");
        Map<String, String> execution = Map.of(
                "id_", instanceOf,
                "proc_inst_id_", instanceOf,
                "root_proc_inst_id_", instanceOf,
                "business_key_", "'BE-' || n");
        database.copy("act_ru_execution", "id_ = '" + instance + "'", from, count, execution);
        Map<String, String> value = Map.of(
                "id_", id("' || o.id_ || '"),
                "proc_inst_id_", instanceOf,
                "execution_id_", instanceOf,
                "var_scope_", instanceOf);
        database.copy("act_ru_variable", "proc_inst_id_ = '" + instance + "'", from, count, value);
        Map<String, String> timer = Map.of(
                "id_", id("' || o.id_ || '"),
                "process_instance_id_", instanceOf,
                "root_proc_inst_id_", instanceOf,
                "execution_id_", instanceOf);
        database.copy("act_ru_job", "process_instance_id_ = '" + instance + "'", from, count, timer);
        Map<String, String> message = Map.of(
                "id_", id("' || o.id_ || '"),
                "proc_inst_id_", instanceOf,
                "execution_id_", instanceOf);
        database.copy("act_ru_event_subscr", "proc_inst_id_ = '" + instance + "'", from, count, message);
        Map<String, String> copied = Map.of(
                "id_", taskOf,
                "proc_inst_id_", instanceOf,
                "execution_id_", instanceOf,
                "name_", "'Aufgabe ' || n",
                "create_time_", created,
                "due_date_", due);
        database.copy("act_ru_task", "id_ = '" + task + "'", from, count, copied);
        Map<String, String> link = Map.of("id_", id("link"), "task_id_", taskOf, "group_id_", group);
        database.copy("act_ru_identitylink", "task_id_ = '" + task + "'", from, count, link);
        Map<String, String> grant = Map.of("id_", id("grant"), "resource_id_", taskOf, "group_id_", group);
        database.copy("act_ru_authorization", "resource_id_ = '" + task + "'", from, count, grant);
    }

    /** As long and as scattered as the engine's own ids. */
    private String id(String what) {
        return "cast(md5('" + task + " " + what + " ' || n) as uuid)::text";
    }

    /**
     * Compares a copy with another task that the engine has made: in every runtime table both have equally many rows, and
     * these agree in every column but those that differ between real tasks as well.
     *
     * @throws IllegalStateException naming table and column if they differ
     */
    void compare(int number, String other) {
        String copied = database.sql()
                .queryForObject("select " + id("task") + " from (values (" + number + ")) as v (n)", String.class);
        Map<String, Object> copy = rowsOf(copied);
        Map<String, Object> real = rowsOf(other);
        real.forEach((table, rows) -> {
            if (!rows.equals(copy.get(table))) {
                throw new IllegalStateException(
                        "Not like those of a real task: " + table + "\ncopied " + copy.get(table) + "\nreal   " + rows);
            }
        });
    }

    private Map<String, Object> rowsOf(String taskId) {
        JdbcTemplate sql = database.sql();
        String instanceId =
                sql.queryForObject("select proc_inst_id_ from act_ru_task where id_ = ?", String.class, taskId);
        Map<String, Object> rows = new TreeMap<>();
        sql.queryForList(
                        "select table_name, column_name from information_schema.columns where table_schema = ?"
                                + " and table_name like 'act\\_ru\\_%'"
                                + " and column_name in ('proc_inst_id_', 'process_instance_id_', 'task_id_', 'resource_id_')",
                        schema)
                .forEach(column -> {
                    String table = (String) column.get("table_name");
                    String key = (String) column.get("column_name");
                    boolean ofInstance = key.endsWith("inst_id_") || key.endsWith("instance_id_");
                    rows.put(
                            table + " by " + key,
                            sql
                                    .queryForList(
                                            "select * from " + table + " where " + key + " = ?",
                                            ofInstance ? instanceId : taskId)
                                    .stream()
                                    .map(row -> comparable(table, row))
                                    .map(Map::toString)
                                    .sorted()
                                    .toList());
                });
        return rows;
    }

    private static Map<String, Object> comparable(String table, Map<String, Object> row) {
        Map<String, Object> values = new HashMap<>(row);
        values.replaceAll((column, value) ->
                value != null && (VARYING.contains(column) || VARYING.contains(table + "." + column)) ? "…" : value);
        return new TreeMap<>(values);
    }
}
