package de.kreislaufstadt.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The same path on this product and on what a city would take instead: whole lives of measures over REST, in rounds in which the
 * candidates take turns, and what PostgreSQL has to do for each step, counted.
 */
final class Engines {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int CYCLES = Integer.getInteger("bench.cycles", 48);
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);

    /** Java compiles what is used often: with fewer, whoever has more code is measured before that is compiled. */
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 200);

    private final Servers servers;
    private final Figures figures;
    private final Machine machine;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Figures> perSecond = new LinkedHashMap<>();
    private final EngineJobs jobs = new EngineJobs();
    private final EngineCosts costs;
    private EngineLists lists;
    private List<Contender> all = List.of();

    Engines(Servers servers, Figures figures, Machine machine) {
        this.servers = servers;
        this.figures = figures;
        this.machine = machine;
        this.costs = new EngineCosts(servers.superuser());
    }

    void measure() throws IOException, InterruptedException {
        all = Contender.all(servers);
        for (Contender contender : all) {
            contender.start(List.of(Servers.USUAL_HEAP));
        }
        for (Contender contender : all) {
            lives(contender, 4, WARM_UP);
            Progress.tell(contender.name() + " is warm");
        }
        rounds();
        for (Contender contender : all) {
            grown(contender);
        }
        lists = new EngineLists(all, figures, machine);
        lists.measure();
        for (Contender contender : all) {
            costs.count(contender);
        }
        facts.put("counted", costs.table());
        facts.put("costs", costs.describe());
        for (Contender contender : all) {
            facts.put(
                    "resident MB, " + contender.name(),
                    Math.round(Machine.residentMegabytes(contender.server().pid())));
        }
        jobs();
    }

    /** What stock does with them does not depend on its login. */
    private void jobs() throws IOException, InterruptedException {
        List<Contender> compared = all.stream()
                .filter(contender -> !contender.name().equals(Contender.GUARDED))
                .toList();
        compared.forEach(jobs::prepare);
        servers.stop();
        machine.look();
        for (Contender contender : compared) {
            jobs.measure(contender);
        }
    }

    /** Every round begins with another candidate; before each block the planner knows what there is. */
    private void rounds() {
        List<Contender> order = new ArrayList<>(all);
        for (int round = 0; round < ROUNDS; round++) {
            machine.look();
            for (Contender contender : order) {
                contender.database().settle();
                contender.database().sql().execute("select pg_stat_reset()");
                for (int clients : CLIENTS) {
                    double rate = lives(contender, clients, Math.max(clients, CYCLES * clients / 16 + 4));
                    perSecond
                            .computeIfAbsent(contender.name(), name -> new Figures())
                            .add(clients(clients), rate);
                }
            }
            Progress.tell("round " + (round + 1) + " of " + ROUNDS);
            Collections.rotate(order, -1);
        }
    }

    private static String clients(int clients) {
        return clients == 1 ? "1 client" : clients + " clients";
    }

    private static double lives(Contender contender, int clients, int count) {
        return times(clients, count, contender::desk, Desk::wholeLife);
    }

    /**
     * Does something over and over, by several people at once, each of whom sits at a desk of their own.
     *
     * @return how often per second
     */
    static double times(int clients, int count, Supplier<Desk> desks, Consumer<Desk> work) {
        AtomicInteger left = new AtomicInteger(count);
        return perSecond(clients, count, () -> {
            Desk desk = desks.get();
            while (left.getAndDecrement() > 0) {
                work.accept(desk);
            }
        });
    }

    static double perSecond(int clients, int count, Runnable client) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            CompletableFuture.allOf(IntStream.range(0, clients)
                            .mapToObj(number -> CompletableFuture.runAsync(client, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
            return count / ((System.nanoTime() - begin) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    /** What a life leaves behind: bytes of tables and indexes, and of the whole server's log. */
    private void grown(Contender contender) {
        Database database = contender.database();
        database.settle();
        long before = database.count("select pg_database_size(current_database())");
        int lives = Math.max(CYCLES, 16);
        lives(contender, 4, lives);
        database.settle();
        long after = database.count("select pg_database_size(current_database())");
        facts.put("bytes of the database per life, " + contender.name(), (after - before) / lives);
    }

    Map<String, Object> describe() {
        perSecond.forEach((name, rates) -> rates.samples()
                .keySet()
                .forEach(clients -> facts.put(
                        "lives per second, " + name + ", " + clients,
                        String.format(
                                Locale.ROOT,
                                "%.2f (%.2f to %.2f)",
                                rates.median(clients),
                                rates.least(clients),
                                rates.quantile(clients, 1)))));
        facts.putAll(jobs.describe());
        facts.put("steps that Flowable refused and that were sent again", FlowableDesk.refused());
        return facts;
    }

    void draw(Plots plots) throws IOException {
        plots.bars("lives.svg", "Whole lives per second over REST", "lives per second", perSecond);
        lists.draw(plots);
        jobs.draw(plots);
    }

    void judge(Bars bars) {
        costs.judge(bars);
        jobs.judge(bars);
        if (perSecond.containsKey(Contender.PRODUCT) && perSecond.containsKey(Contender.STOCK)) {
            CLIENTS.forEach(clients -> bars.atLeast(
                    "whole lives per second with " + clients(clients) + ": as many as stock, times",
                    perSecond.get(Contender.PRODUCT).median(clients(clients))
                            / perSecond.get(Contender.STOCK).median(clients(clients)),
                    1,
                    "x"));
        }
    }
}
