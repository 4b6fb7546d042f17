package de.kreislaufstadt.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Measures that rest until a day, whose timers are made due together: one, two and three nodes take them up again, and each of them
 * gets the task to review it. Counted is also how often a node that looked for jobs found that another one had taken them.
 */
final class EngineJobs {

    private static final int JOBS = Integer.getInteger("bench.jobs", 150);
    private static final int DRAINS = 3;
    private static final int MOST_NODES = 3;
    private static final int CLIENTS = 8;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double MOST_FAILURES = 1;

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Figures> perSecond = new LinkedHashMap<>();
    private final Map<String, Double> failures = new LinkedHashMap<>();

    /** People let so many measures rest as all drains take up again, on the node that is running. */
    void prepare(Contender contender) {
        int resting = MOST_NODES * (warmUp() + DRAINS * JOBS);
        double rate = Engines.times(CLIENTS, resting, contender::desk, Desk::defer);
        Progress.tell(
                String.format(Locale.ROOT, "%d measures of %s rest, %.0f a second", resting, contender.name(), rate));
    }

    /** Java compiles meanwhile. */
    private static int warmUp() {
        return Math.max(1, JOBS / 3);
    }

    /** @param contender none of whose nodes runs */
    void measure(Contender contender) throws IOException, InterruptedException {
        contender.database().settle();
        for (int nodes = 1; nodes <= MOST_NODES; nodes++) {
            if (!contender.isFlowable()) {
                contender.database().sql().update("delete from act_ru_meter_log");
            }
            drain(contender, nodes);
            if (!contender.isFlowable()) {
                failures(contender, nodes);
            }
        }
        Progress.tell("jobs of " + contender.name() + " are done");
    }

    private void drain(Contender contender, int nodes) throws InterruptedException {
        List<Server> running = start(contender, nodes);
        try {
            rate(contender, warmUp());
            Figures rates = perSecond.computeIfAbsent(contender.name(), name -> new Figures());
            for (int drain = 0; drain < DRAINS; drain++) {
                rates.add(nodes(nodes), rate(contender, JOBS));
            }
            facts.put(
                    "jobs per second, " + contender.name() + ", " + nodes(nodes),
                    String.format(
                            Locale.ROOT,
                            "%.1f (%.1f to %.1f, %d drains of %d jobs)",
                            rates.median(nodes(nodes)),
                            rates.least(nodes(nodes)),
                            rates.quantile(nodes(nodes), 1),
                            DRAINS,
                            JOBS));
        } finally {
            running.parallelStream().forEach(Server::close);
        }
    }

    private static String nodes(int nodes) {
        return nodes == 1 ? "1 node" : nodes + " nodes";
    }

    /** All at the same time: they are not what is measured. */
    private static List<Server> start(Contender contender, int nodes) {
        var threads = Executors.newFixedThreadPool(nodes);
        try {
            List<CompletableFuture<Server>> starting = IntStream.rangeClosed(1, nodes)
                    .mapToObj(node -> CompletableFuture.supplyAsync(
                            () -> contender.jobNode("job-" + nodes + "-" + node), threads))
                    .toList();
            return new ArrayList<>(
                    starting.stream().map(CompletableFuture::join).toList());
        } finally {
            threads.shutdown();
        }
    }

    /** @return jobs per second, from the first task that they brought to the last */
    private static double rate(Contender contender, int jobs) throws InterruptedException {
        Database database = contender.database();
        String table = contender.isFlowable() ? "act_ru_timer_job" : "act_ru_job";
        String element = contender.isFlowable() ? "element_id_" : "handler_cfg_";
        long begun = database.count("select count(*) from act_hi_taskinst");
        int due = database.sql()
                .update("update " + table
                        + " set duedate_ = localtimestamp - interval '1 day' where id_ in (select id_ from " + table
                        + " where " + element + " like 'resubmission-date%' and duedate_ > localtimestamp"
                        + " order by id_ limit " + jobs + ")");
        CityInbox.same("due jobs of " + contender.name(), jobs, due);
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
        return (due - 1) / Math.max(seconds, 0.001);
    }

    /** Nodes write down what they have counted when they end. */
    private void failures(Contender contender, int nodes) {
        double taken = metric(contender, "job-acquired-success");
        double failed = metric(contender, "job-acquired-failure");
        double share = taken + failed == 0 ? 0 : 100 * failed / (taken + failed);
        failures.put(contender.name() + nodes, share);
        facts.put(
                "acquisitions that failed, " + contender.name() + ", " + nodes(nodes),
                String.format(Locale.ROOT, "%.1f %% (%.0f taken, %.0f failed)", share, taken, failed));
    }

    private static double metric(Contender contender, String name) {
        return contender
                .database()
                .count("select coalesce(sum(value_), 0) from act_ru_meter_log where name_ = ?", name);
    }

    void judge(Bars bars) {
        String two = Contender.PRODUCT + 2;
        if (failures.containsKey(two)) {
            bars.atMost("acquisitions of jobs that failed, two nodes", failures.get(two), MOST_FAILURES, "%");
        }
    }

    void draw(Plots plots) throws IOException {
        plots.bars("jobs.svg", "Due timers taken up by one, two and three nodes", "jobs per second", perSecond);
    }

    Map<String, Object> describe() {
        return facts;
    }
}
