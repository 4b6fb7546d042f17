package de.kreislaufstadt.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs of running measures: the date of their yearly exchange arrives, and what then happens is held up in the middle. */
final class DueJobs {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Every job writes its history before it commits, and takes its time over it as long as there is a row. */
    private static final List<String> SLOW = List.of(
            "create schema if not exists faults",
            "create table if not exists faults.held (n integer)",
            "grant usage on schema faults to public",
            "grant select on faults.held to public",
            """
            create or replace function faults.hold() returns trigger language plpgsql as $$
            begin
                while exists (select from faults.held) loop
                    perform pg_sleep(0.1);
                end loop;
                return new;
            end $$
            """,
            "create or replace trigger hold before insert on camunda.act_hi_actinst"
                    + " for each row execute function faults.hold()");

    private final Cluster cluster;
    private final JdbcClient sql;

    /** How often each job's process was due, by its instance. */
    private final Map<String, Integer> times = new HashMap<>();

    DueJobs(Cluster cluster) {
        this.cluster = cluster;
        this.sql = cluster.server().superuser(cluster.database());
    }

    /** Lets the time of so many jobs come. */
    void due(int count) {
        List<String> jobs = later(count);
        sql.sql("select process_instance_id_ from camunda.act_ru_job where id_ in (:jobs)")
                .param("jobs", jobs)
                .query(String.class)
                .list()
                .forEach(instance -> times.merge(instance, 1, Integer::sum));
        comes(jobs);
    }

    /** @return how many jobs there are whose time has not come */
    int left() {
        return upTo(Integer.MAX_VALUE).size();
    }

    private List<String> upTo(int count) {
        return sql.sql("""
                        select j.id_ from camunda.act_ru_job j join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
                        where d.act_id_ = 'exchange-due' and j.duedate_ > localtimestamp + interval '1 day'
                          and j.retries_ > 0 order by j.id_ limit ?
                        """).param(count).query(String.class).list();
    }

    private List<String> later(int count) {
        List<String> jobs = upTo(count);
        if (jobs.size() < count) {
            throw new IllegalStateException("Only " + jobs.size() + " timers of measures");
        }
        return jobs;
    }

    private void comes(List<String> jobs) {
        sql.sql("update camunda.act_ru_job set duedate_ = localtimestamp - interval '1 hour' where id_ in (:jobs)")
                .param("jobs", jobs)
                .update();
    }

    private void hold() {
        SLOW.forEach(statement -> sql.sql(statement).update());
        sql.sql("insert into faults.held values (1)").update();
    }

    private void letGo() {
        sql.sql("delete from faults.held").update();
    }

    /** @return instances whose job was done more often, or less often, than it was due */
    List<String> wronglyDone() {
        Map<String, Integer> done = new HashMap<>();
        sql.sql("select proc_inst_id_, count(*) from camunda.act_hi_actinst where act_id_ = 'exchange-due' group by 1")
                .query(row -> {
                    done.put(row.getString(1), row.getInt(2));
                });
        return times.keySet().stream()
                .filter(instance -> !times.get(instance).equals(done.getOrDefault(instance, 0)))
                .toList();
    }

    /** @return how many pieces of work of each node are held up just now */
    Map<String, Integer> heldUp() {
        Map<String, Integer> nodes = new TreeMap<>();
        sql.sql("select application_name, count(*) from pg_stat_activity where application_name like 'node-%'"
                        + " and wait_event = 'PgSleep' group by 1")
                .query(row -> {
                    nodes.put(row.getString(1), row.getInt(2));
                });
        return nodes;
    }

    /** @return a node that has begun at least one of the jobs, by its number */
    int begun() {
        await("a job that is held up").atMost(SOON).until(() -> !heldUp().isEmpty());
        String name = heldUp().keySet().iterator().next();
        return Integer.parseInt(name.substring(name.length() - 1)) - 1;
    }

    /** @return the most pieces of work at any time while so many jobs are held up for so long */
    int mostAtOnce(int count, Duration time) {
        hold();
        try {
            due(count);
            begun();
            List<Integer> seen = new ArrayList<>();
            Instant end = Instant.now().plus(time);
            await("the end of the time")
                    .atMost(time.plus(SOON))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        seen.add(atOnce());
                        return Instant.now().isAfter(end);
                    });
            return seen.stream().mapToInt(Integer::intValue).max().orElse(0);
        } finally {
            letGo();
        }
    }

    private int atOnce() {
        return heldUp().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Waits until nothing of it is due any more. */
    void awaitDone() {
        await("jobs that are due")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        sql.sql("select count(*) from camunda.act_ru_job where retries_ > 0 and process_instance_id_ in"
                                                + " (:instances) and duedate_ < localtimestamp")
                                        .param("instances", times.keySet())
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    /** Kills a node in the middle of its jobs. @return how long it takes from there until all of them are done */
    Duration recovery(int count) {
        Instant killed;
        hold();
        try {
            due(count);
            int node = begun();
            await("jobs of several nodes in the middle").atMost(SOON).until(() -> atOnce() >= Cluster.NODES);
            cluster.kill(node);
            killed = Instant.now();
        } finally {
            letGo();
        }
        awaitDone();
        return Duration.between(killed, Instant.now());
    }

    /**
     * Makes a job fail whenever it is tried.
     *
     * @return id of the job
     */
    String poison() {
        String job = later(1).get(0);
        sql.sql("""
                        update camunda.act_ru_variable set text_ = gen_random_uuid()::text where name_ = 'measureId'
                        and proc_inst_id_ = (select process_instance_id_ from camunda.act_ru_job where id_ = ?)
                        """).param(job).update();
        comes(List.of(job));
        return job;
    }

    /** Lets no pause pass between attempts. @return how many attempts it took until an incident tells of it */
    int givenUp(String job) {
        List<Integer> retries = new ArrayList<>();
        await("an incident")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    int left = sql.sql("select retries_ from camunda.act_ru_job where id_ = ?")
                            .param(job)
                            .query(Integer.class)
                            .single();
                    if (!retries.contains(left)) {
                        retries.add(left);
                    }
                    sql.sql("update camunda.act_ru_job set duedate_ = localtimestamp - interval '1 hour'"
                                    + " where id_ = ? and lock_owner_ is null and retries_ > 0")
                            .param(job)
                            .update();
                    return sql.sql("select count(*) from camunda.act_ru_incident where configuration_ = ?")
                                    .param(job)
                                    .query(Long.class)
                                    .single()
                            == 1;
                });
        return retries.size();
    }
}
