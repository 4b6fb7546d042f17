package de.kreislaufstadt.monitoring.throughput;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the counts of {@code task_time} and {@code phase_time}: takes in what has ended since, each task and each phase exactly
 * once, however many nodes do so at the same time.
 */
@Component
class CountedTimes {

    /**
     * Durations are counted per step for all departments, and per department for all steps. Of a step of one department only
     * is kept how often it was done: to know whether enough people stand behind the figures of the step. {@code *} stands for
     * what a level does not tell apart, and each of its months is a row with all its durations.
     */
    private static final String LEVELS = """
            select kind, process_key, task_key, department, month, array_agg(step order by step) as steps,
                   array_agg(tasks order by step) as tasks
            from (select kind, coalesce(process_key, '*') as process_key, coalesce(task_key, '*') as task_key,
                         case when grouping(department) = 1 then '*' else department end as department, month, step,
                         count(*) as tasks
                  from task_time_fact where %s
                  group by grouping sets ((kind, process_key, task_key, month, step), (kind, department, month, step),
                                          (kind, process_key, task_key, department, month, step))
                  having kind = 'DONE' or grouping(department) = 1 or grouping(process_key) = 1) level
            group by kind, process_key, task_key, department, month
            """;

    private static final String INSERT = """
            insert into task_time (municipality_id, kind, process_key, task_key, department, month, steps, tasks)
            select :municipality, levels.* from (%s) levels
            """;

    /** What is new is added to what was counted of the same month, duration by duration. */
    private static final String ADDED = """
            on conflict (municipality_id, kind, process_key, task_key, department, month) do update set (steps, tasks) = (
                select array_agg(step order by step), array_agg(sum order by step)
                from (select step, sum(tasks)::bigint as sum
                      from (select unnest(task_time.steps) as step, unnest(task_time.tasks) as tasks
                            union all
                            select unnest(excluded.steps), unnest(excluded.tasks)) every
                      group by step) summed)
            """;

    private static final List<String> RECOUNT = List.of(
            "delete from task_time where municipality_id = :municipality",
            """
            update monitored_task set counted = true
            where municipality_id = :municipality and ended_at is not null and not counted
            """,
            INSERT.formatted(levels("municipality_id = :municipality and counted")),
            "delete from phase_time where municipality_id = :municipality",
            "update measure_state_change set counted = true where municipality_id = :municipality and not counted",
            """
            insert into phase_time (municipality_id, state, month, step, measures)
            select :municipality, state, month, step, count(*) from phase_time_fact
            where municipality_id = :municipality and counted
            group by state, month, step
            """);

    private final JdbcClient jdbc;

    CountedTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what the tasks contribute of which a condition on {@code task_time_fact} holds: rows of the counts */
    static String levels(String condition) {
        return LEVELS.formatted(condition);
    }

    /**
     * Counts tasks that have ended and are not counted yet, passing over those that somebody else is counting at the moment.
     *
     * @param most so many at most
     * @return how many were counted; fewer than asked for mean that nothing is left
     */
    @Transactional
    public int take(String municipality, int most) {
        // A recount waits until this is done, and this for a recount: neither sees half of the other.
        jdbc.sql("lock table task_time in row exclusive mode").update();
        return jdbc.sql("""
                        with batch as (
                            select task_id from monitored_task
                            where municipality_id = :municipality and ended_at is not null and not counted
                            limit :most for update skip locked),
                        marked as (
                            update monitored_task t set counted = true from batch
                            where t.municipality_id = :municipality and t.task_id = batch.task_id
                            returning t.task_id),
                        added as (
                            %s
                            order by kind, process_key, task_key, department, month
                            %s
                            returning 1)
                        select (select count(*) from marked) + 0 * (select count(*) from added)
                        """.formatted(
                                INSERT.formatted(levels(
                                        "municipality_id = :municipality and task_id in (select task_id from marked)")),
                                ADDED))
                .param("municipality", municipality)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /**
     * The same for phases that have ended.
     *
     * @param most so many changes of state at most
     */
    @Transactional
    public int takePhases(String municipality, int most) {
        jdbc.sql("lock table phase_time in row exclusive mode").update();
        return jdbc.sql("""
                        with batch as (
                            select id from measure_state_change
                            where municipality_id = :municipality and not counted
                            limit :most for update skip locked),
                        marked as (
                            update measure_state_change c set counted = true from batch
                            where c.municipality_id = :municipality and c.id = batch.id
                            returning c.id),
                        added as (
                            insert into phase_time (municipality_id, state, month, step, measures)
                            select :municipality, state, month, step, count(*) from phase_time_fact
                            where municipality_id = :municipality and id in (select id from marked)
                            group by state, month, step order by state, month, step
                            on conflict (municipality_id, state, month, step)
                                do update set measures = phase_time.measures + excluded.measures
                            returning 1)
                        select (select count(*) from marked) + 0 * (select count(*) from added)
                        """)
                .param("municipality", municipality)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Counts everything anew, e.g. after rows were repaired by hand; what ends meanwhile is taken in afterwards. */
    @Transactional
    public void recount(String municipality) {
        jdbc.sql("lock table task_time, phase_time in share row exclusive mode").update();
        for (String statement : RECOUNT) {
            jdbc.sql(statement).param("municipality", municipality).update();
        }
    }
}
