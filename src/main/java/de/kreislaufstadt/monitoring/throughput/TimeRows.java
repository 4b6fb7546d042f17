package de.kreislaufstadt.monitoring.throughput;

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

    private static final String ALL = "*";

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
        Read read = new Read(new TreeMap<>(), new TreeMap<>(), new HashMap<>());
        jdbc.sql("""
                        select kind, process_key, task_key, department, step, sum(tasks) as tasks from (
                            select kind, process_key, task_key, department, step, tasks from task_time
                            where municipality_id = :municipality and month >= :from
                            union all
                            select kind, process_key, task_key, department, step, tasks from (
                                select %s from task_time_fact
                                where municipality_id = :municipality and not counted and month >= :from
                                group by %s) fresh) everything
                        group by kind, process_key, task_key, department, step
                        """.formatted(CountedTimes.COLUMNS, CountedTimes.LEVELS))
                .param("municipality", municipality)
                .param("from", from)
                .query(row -> {
                    add(
                            read,
                            row.getString("kind"),
                            new Step(row.getString("process_key"), row.getString("task_key")),
                            row.getString("department"),
                            row.getInt("step"),
                            row.getLong("tasks"));
                });
        return read;
    }

    private static void add(Read read, String kind, Step step, String department, int duration, long tasks) {
        if (ALL.equals(step.task())) {
            counts(read.departments(), department, kind).add(duration, tasks);
        } else if (ALL.equals(department)) {
            counts(read.steps(), step, kind).add(duration, tasks);
        } else {
            read.doers().computeIfAbsent(step, key -> new HashSet<>()).add(department);
        }
    }

    private static <K> Counts counts(Map<K, Map<String, Counts>> all, K key, String kind) {
        return all.computeIfAbsent(key, missing -> new HashMap<>()).computeIfAbsent(kind, missing -> new Counts());
    }
}
