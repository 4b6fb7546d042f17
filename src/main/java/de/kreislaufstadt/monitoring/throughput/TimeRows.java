package de.kreislaufstadt.monitoring.throughput;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how long tasks took: from the counts, and from the tasks themselves as far as they are not counted yet. */
@Component
class TimeRows {

    /** No month comes after it. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 1);

    private static final String ALL = "*";

    private static final String FRESH = CountedTimes.levels(
            "municipality_id = :municipality and not counted and month >= :from and month < :until");

    private final JdbcClient jdbc;

    TimeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A user task of a model. */
    record Step(String process, String task) implements Comparable<Step> {

        @Override
        public int compareTo(Step other) {
            int byProcess = process.compareTo(other.process);
            return byProcess == 0 ? task.compareTo(other.task) : byProcess;
        }
    }

    /**
     * What was counted.
     *
     * @param steps by step and kind, all departments together
     * @param departments by department and kind, all steps together; the empty key stands for tasks of no department
     * @param doers the departments that did a step
     */
    record Read(
            Map<Step, Map<String, Counts>> steps,
            Map<String, Map<String, Counts>> departments,
            Map<Step, Set<String>> doers) {}

    /** @param from first day of the first month that counts */
    Read since(String municipality, LocalDate from) {
        return between(municipality, from, NEVER);
    }

    /** @param until first day of the first month that does not count any more */
    Read between(String municipality, LocalDate from, LocalDate until) {
        Read read = new Read(new TreeMap<>(), new TreeMap<>(), new HashMap<>());
        jdbc.sql("""
                        select kind, process_key, task_key, department, steps, tasks from task_time
                        where municipality_id = :municipality and month >= :from and month < :until and (department = '*' or task_key = '*')
                        union all
                        select kind, process_key, task_key, department, steps, tasks from (%s) fresh
                        where department = '*' or task_key = '*'
                        """.formatted(FRESH))
                .param("municipality", municipality)
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    add(read, row);
                });
        jdbc.sql("""
                        select process_key, task_key, department from task_time
                        where municipality_id = :municipality and month >= :from and month < :until and department <> '*' and task_key <> '*'
                        union
                        select process_key, task_key, department from task_time_fact
                        where municipality_id = :municipality and not counted and month >= :from and month < :until
                        """)
                .param("municipality", municipality)
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    read.doers()
                            .computeIfAbsent(step(row), key -> new HashSet<>())
                            .add(row.getString("department"));
                });
        return read;
    }

    private static void add(Read read, ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        Counts counts = ALL.equals(row.getString("task_key"))
                ? counts(read.departments(), row.getString("department"), kind)
                : counts(read.steps(), step(row), kind);
        Integer[] durations = (Integer[]) row.getArray("steps").getArray();
        Long[] tasks = (Long[]) row.getArray("tasks").getArray();
        for (int i = 0; i < durations.length; i++) {
            counts.add(durations[i], tasks[i]);
        }
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(row.getString("process_key"), row.getString("task_key"));
    }

    private static <K> Counts counts(Map<K, Map<String, Counts>> all, K key, String kind) {
        return all.computeIfAbsent(key, missing -> new HashMap<>()).computeIfAbsent(kind, missing -> new Counts());
    }
}
