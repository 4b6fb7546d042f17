package de.kreislaufstadt.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures that rest until a day, whose timers are all made due at once: one, two and three nodes take them up again, and each of them
 * gets the task to review it. Counted is also how often a node that looked for jobs found that another one had taken them.
 */
final class EngineJobs {

    private static final int JOBS = Integer.getInteger("bench.jobs", 300);
    private static final int MOST_NODES = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double MOST_FAILURES = 1;

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Double> failures = new LinkedHashMap<>();

    /** @param contender none of whose nodes runs */
    void measure(Contender contender) throws IOException, InterruptedException {
        try (Server quiet = contender.node("resting", List.of(Servers.USUAL_HEAP), contender.withoutJobs())) {
            Engines.perSecond(MOST_NODES, 1, () -> {
                Desk desk = contender.desk(quiet);
                for (int number = 0; number < JOBS; number++) {
                    desk.defer();
                }
            });
        }
        contender.database().settle();
        for (int nodes = 1; nodes <= MOST_NODES; nodes++) {
            drain(contender, nodes);
        }
    }

    private void drain(Contender contender, int nodes) throws IOException, InterruptedException {
        Database database = contender.database();
        String table = contender.isFlowable() ? "act_ru_timer_job" : "act_ru_job";
        String element = contender.isFlowable() ? "element_id_" : "handler_cfg_";
        List<Server> running = new ArrayList<>();
        try {
            for (int node = 1; node <= nodes; node++) {
                running.add(
                        contender.node("job-" + nodes + "-" + node, List.of(Servers.USUAL_HEAP), counting(contender)));
            }
            long begun = database.count("select count(*) from act_hi_taskinst");
            if (!contender.isFlowable()) {
                database.sql().update("delete from act_ru_meter_log");
            }
            int due = database.sql()
                    .update("update " + table
                            + " set duedate_ = localtimestamp - interval '1 day' where id_ in (select id_ from "
                            + table + " where " + element + " like 'resubmission-date%' and duedate_ > localtimestamp"
                            + " order by id_ limit " + JOBS + ")");
            Machine.await(
                    "jobs of " + contender.name(),
                    LONGEST,
                    () -> database.count("select count(*) from act_hi_taskinst") >= begun + due);
            double seconds = database.sql()
                    .queryForObject(
                            "select extract(epoch from max(start_time_) - min(start_time_)) from (select start_time_ from"
                                    + " act_hi_taskinst order by start_time_ desc limit ?) last",
                            Double.class,
                            due);
            facts.put(
                    "jobs per second, " + contender.name() + ", " + nodes + " nodes",
                    String.format(Locale.ROOT, "%.1f (%d jobs)", (due - 1) / Math.max(seconds, 0.001), due));
        } finally {
            running.forEach(Server::close);
        }
        if (!contender.isFlowable()) {
            failures(contender, nodes);
        }
    }

    /** Nodes write down what they have counted when they end. */
    private void failures(Contender contender, int nodes) {
        double taken = metric(contender, "job-acquired-success");
        double failed = metric(contender, "job-acquired-failure");
        double share = taken + failed == 0 ? 0 : 100 * failed / (taken + failed);
        failures.put(contender.name() + ", " + nodes + " nodes", share);
        facts.put(
                "acquisitions that failed, " + contender.name() + ", " + nodes + " nodes",
                String.format(Locale.ROOT, "%.1f %% (%.0f taken, %.0f failed)", share, taken, failed));
    }

    private static double metric(Contender contender, String name) {
        return contender
                .database()
                .count("select coalesce(sum(value_), 0) from act_ru_meter_log where name_ = ?", name);
    }

    /** The product keeps no such figures unless it is told to. */
    private static Map<String, String> counting(Contender contender) {
        Map<String, String> environment = new HashMap<>();
        if (contender.name().equals(Contender.PRODUCT)) {
            environment.put("CAMUNDA_BPM_METRICS_ENABLED", "true");
            environment.put("CAMUNDA_BPM_METRICS_DB_REPORTER_ACTIVATE", "true");
        }
        return environment;
    }

    void judge(Bars bars) {
        String two = Contender.PRODUCT + ", 2 nodes";
        if (failures.containsKey(two)) {
            bars.atMost("acquisitions of jobs that failed, two nodes", failures.get(two), MOST_FAILURES, "%");
        }
    }

    Map<String, Object> describe() {
        return facts;
    }
}
