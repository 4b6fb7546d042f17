package de.kreislaufstadt.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Multiplies a measure that people have brought somewhere: its record, its states and decisions, and with them the whole tree of
 * its processes as it runs and as the history has it. Ids are made anew and agree with each other, days and departments
 * vary; the projections of the product are left to the product.
 */
final class MeasureCopies {

    /** Rows of a process instance and of its tasks, by the column that says so. */
    private static final Map<String, String> ENGINE = Map.ofEntries(
            Map.entry("act_ru_execution", "proc_inst_id_"),
            Map.entry("act_ru_variable", "proc_inst_id_"),
            Map.entry("act_ru_job", "process_instance_id_"),
            Map.entry("act_ru_event_subscr", "proc_inst_id_"),
            Map.entry("act_ru_task", "proc_inst_id_"),
            Map.entry("act_ru_identitylink", "task_id_"),
            Map.entry("act_ru_authorization", "resource_id_"),
            Map.entry("act_hi_procinst", "proc_inst_id_"),
            Map.entry("act_hi_actinst", "proc_inst_id_"),
            Map.entry("act_hi_taskinst", "proc_inst_id_"));

    /** A field of action has 99,999 numbers at most; a second one takes what is left. */
    static final String NUMBER = "case when n < 90000 then 'BE-' else 'WW-' end || (10 + n % 90000)";

    private static final List<String> RECORD = List.of(
            "measure",
            "measure_version",
            "measure_contributing",
            "measure_state_change",
            "measure_review",
            "measure_decision");

    /** The days of a copy's open tasks: from eight days ago until seven weeks ahead, at the time of the day they had. */
    private static final String DUE = "o.due_date_ + (current_date - cast(o.due_date_ as date)"
            + " + (n * 7919 + (hashtext(o.%s) & 1023)) %% 60 - 8) * interval '1 day'";

    private static final String CREATED = "o.%s - ((n * 31 + (hashtext(o.%s) & 1023)) %% 40) * interval '1 day'";
    private static final String TAKEN = "case when n % 3 = 0 then '%city-head' else o.assignee_ end";

    /** The departments that work on a measure, each some further on in the list of all. */
    private static final String GROUP = "regexp_replace(o.group_id_, '^%city-d[0-9]+', '%city-d' || lpad(cast(1 +"
            + " (cast(substring(o.group_id_ from '^%city-d([0-9]+)') as integer) - 1 + n) % %size as text), 2, '0'))";

    /** What varies from one measure to the next; n is the number of the copy, o the original, l how many rows come after it. */
    private static final Map<String, String> VARYING = Map.ofEntries(
            Map.entry("measure.lead", "(array[%departments])[1 + n % %size]"),
            Map.entry("measure_version.lead", "(array[%departments])[1 + n % %size]"),
            Map.entry("measure_version.title", "o.title || ' ' || n"),
            Map.entry(
                    "measure_version.field_of_action",
                    "(select (array_agg(f.code order by f.code))[1 + n % count(*)::integer] from field_of_action f"
                            + " where f.municipality_id = o.municipality_id)"),
            Map.entry(
                    "measure_state_change.created_at",
                    "o.created_at - (n * 37 % 40 + %later * (5 + n % 60)) * interval '1 day'"),
            Map.entry("measure_state_change.counted", "false"),
            Map.entry("act_ru_task.due_date_", DUE.formatted("id_")),
            Map.entry("act_ru_task.create_time_", CREATED.formatted("create_time_", "id_")),
            Map.entry("act_ru_task.assignee_", TAKEN),
            Map.entry("act_ru_identitylink.group_id_", GROUP),
            Map.entry("act_ru_authorization.group_id_", GROUP),
            Map.entry(
                    "act_hi_taskinst.due_date_",
                    "case when o.end_time_ is null then " + DUE.formatted("id_") + " else o.due_date_ end"),
            Map.entry(
                    "act_hi_taskinst.start_time_",
                    "case when o.end_time_ is null then " + CREATED.formatted("start_time_", "id_")
                            + " else o.start_time_ end"),
            Map.entry(
                    "act_hi_taskinst.assignee_",
                    "case when o.end_time_ is null then " + TAKEN + " else o.assignee_ end"));

    private final Database database;
    private final JdbcTemplate sql;
    private final String city;
    private final List<String> departments;

    /** @param departments keys of those that lead, in turns */
    MeasureCopies(Database database, String city, List<String> departments) {
        this.database = database;
        this.sql = database.sql();
        this.city = city;
        this.departments = departments;
    }

    /** @return names of the tables that get rows */
    static List<String> tables() {
        return Stream.concat(RECORD.stream(), ENGINE.keySet().stream()).toList();
    }

    /** @param later how many rows of the same table follow it */
    private record Original(String table, Map<String, Object> row, int later) {}

    /**
     * @param number of the measure to be copied
     * @param from number of the first copy
     */
    void add(String number, int from, int count) {
        List<Original> rows = record(number);
        List<String> instances = sql.queryForList(
                "select id_ from act_hi_procinst where business_key_ = ? and tenant_id_ = ?",
                String.class,
                number,
                city);
        List<String> tasks = sql.queryForList(
                "select id_ from act_ru_task where proc_inst_id_ = any (?)",
                String.class,
                new Object[] {instances.toArray(String[]::new)});
        new TreeMap<>(ENGINE).forEach((table, column) -> {
            boolean ofTask = column.equals("task_id_") || column.equals("resource_id_");
            rows.addAll(read(table, column, ofTask ? tasks : instances, "1"));
        });
        insert(rows, number, from, count);
    }

    /** Copies the record only: a measure whose processes the engine has forgotten. */
    void addWithoutProcesses(String number, int from, int count) {
        insert(record(number), number, from, count);
    }

    private List<Original> record(String number) {
        List<String> measure = sql.queryForList(
                "select id::text from measure where municipality_id = ? and number = ?", String.class, city, number);
        List<Original> rows = new ArrayList<>(read("measure", "id::text", measure, "1"));
        List<Original> versions = read("measure_version", "measure_id::text", measure, "version");
        rows.addAll(versions);
        rows.addAll(read(
                "measure_contributing",
                "version_id::text",
                versions.stream()
                        .map(version -> version.row().get("id").toString())
                        .toList(),
                "position"));
        rows.addAll(read("measure_state_change", "measure_id::text", measure, "position"));
        rows.addAll(read("measure_review", "measure_id::text", measure, "created_at"));
        rows.addAll(read("measure_decision", "measure_id::text", measure, "position"));
        return rows;
    }

    private List<Original> read(String table, String column, List<String> values, String order) {
        List<Map<String, Object>> found = sql.queryForList(
                "select * from " + table + " where " + column + " = any (?) order by " + order,
                new Object[] {values.toArray(String[]::new)});
        List<Original> rows = new ArrayList<>();
        found.forEach(row -> rows.add(new Original(table, row, found.size() - rows.size() - 1)));
        return rows;
    }

    private void insert(List<Original> rows, String number, int from, int count) {
        Set<String> ids = new HashSet<>();
        rows.forEach(original -> original.row().forEach((column, value) -> {
            if (column.equals("id") || column.equals("id_") || column.equals("act_inst_id_")) {
                ids.add(String.valueOf(value));
            }
        }));
        try (SingleConnectionDataSource source = database.unchecked()) {
            JdbcTemplate connected = new JdbcTemplate(source);
            rows.forEach(original -> connected.update(statement(original, ids, number, from, count)));
        }
    }

    private String statement(Original original, Set<String> ids, String number, int from, int count) {
        Set<String> columns = database.columns(original.table());
        String values = columns.stream()
                .map(column -> value(original, column, ids, number))
                .collect(Collectors.joining(", "));
        return "insert into " + original.table() + " (" + String.join(", ", columns) + ") select " + values
                + " from (select * from " + original.table() + " where " + key(original.row())
                + ") o, generate_series(" + from + ", " + (from + count - 1) + ") n";
    }

    private String value(Original original, String column, Set<String> ids, String number) {
        Object value = original.row().get(column);
        String varying = VARYING.get(original.table() + "." + column);
        if (value != null && ids.contains(value.toString())) {
            String copied = "cast(md5('" + value + " ' || n) as uuid)";
            return value instanceof String ? copied + "::text" : copied;
        }
        if (number.equals(value)) {
            return NUMBER;
        }
        if (varying == null || value == null && (column.equals("due_date_") || column.equals("group_id_"))) {
            return "o." + column;
        }
        return varying.replace("%departments", "'" + String.join("','", departments) + "'")
                .replace("%size", String.valueOf(departments.size()))
                .replace("%later", String.valueOf(original.later()))
                .replace("%city", city);
    }

    private static String key(Map<String, Object> row) {
        for (String id : List.of("id_", "id")) {
            if (row.containsKey(id)) {
                return id + " = '" + row.get(id) + "'";
            }
        }
        return "version_id = '" + row.get("version_id") + "' and position = " + row.get("position");
    }
}
