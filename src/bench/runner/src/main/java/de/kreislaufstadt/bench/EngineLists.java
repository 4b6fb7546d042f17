package de.kreislaufstadt.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the clerk waits for the page of tasks and for a completed task while more and more tasks are open. */
final class EngineLists {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.sizes", "1000,5000,20000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int SAMPLES = Integer.getInteger("bench.samples", 100);
    private static final int SAMPLES_AT_ONCE = 10;
    private static final int FILLING = 8;

    /** Where a page takes seconds a few say as much as a hundred; how many there were is printed with what they took. */
    private static final double MOST_MILLIS_FOR_PAGES = 20_000;

    private static final int LEAST_PAGES = 5;
    private static final String COMPLETING = "completing a task";
    private static final String PAGE = "page of tasks and count";

    private final List<Contender> all;
    private final Figures figures;
    private final Machine machine;

    EngineLists(List<Contender> all, Figures figures, Machine machine) {
        this.all = all;
        this.figures = figures;
        this.machine = machine;
    }

    void measure() {
        int filled = 0;
        for (int size : SIZES) {
            for (Contender contender : all) {
                fill(contender, filled, size);
            }
            filled = size;
            Progress.tell("lists of " + size + " tasks are filled");
            machine.look();
            for (int sample = 0; sample < SAMPLES; sample += SAMPLES_AT_ONCE) {
                for (Contender contender : all) {
                    ask(contender, size);
                }
            }
            Progress.tell("lists of " + size + " tasks have been asked");
        }
    }

    private void fill(Contender contender, int from, int until) {
        Desk desk = contender.desk();
        Database database = contender.database();
        if (contender.isFlowable()) {
            int open = desk.count();
            Engines.perSecond(FILLING, 1, () -> {
                Desk own = contender.desk();
                for (int number = open; number < until; number += FILLING) {
                    own.begin();
                }
            });
        } else {
            desk.begin();
            desk.begin();
            List<String> tasks = database.sql()
                    .queryForList(
                            "select id_ from act_ru_task where task_def_key_ = 'review-proposal' order by create_time_ desc, id_ limit 2",
                            String.class);
            TaskCopies copies = new TaskCopies(database, tasks.get(0));
            copies.add(
                    List.of("city-d01"),
                    from + 1,
                    until - from,
                    "localtimestamp - n * interval '1 second'",
                    "localtimestamp + (n * 7919 % 40000) * interval '1 minute'");
            copies.compare(until, tasks.get(1));
        }
        database.settle();
    }

    private void ask(Contender contender, int size) {
        Desk desk = contender.desk();
        // The first question of a program brings its login.
        desk.open("none");
        String page = name(PAGE, size, contender);
        for (int sample = 0; sample < Math.min(SAMPLES, SAMPLES_AT_ONCE); sample++) {
            Desk.Open task = desk.open(desk.begin()).get(0);
            desk.take(task);
            figures.time(name(COMPLETING, size, contender), () -> desk.complete(task));
            if (figures.count(page) < LEAST_PAGES || figures.sum(page) < MOST_MILLIS_FOR_PAGES) {
                figures.time(page, () -> {
                    desk.page();
                    desk.count();
                });
            }
        }
    }

    private static String name(String what, int size, Contender contender) {
        return what + ", " + size + " tasks, " + contender.name();
    }

    void draw(Plots plots) throws IOException {
        plots.lines("completing.svg", "Completing a task", "open tasks", SIZES, of(COMPLETING));
        plots.lines("page-of-tasks.svg", "A clerk's first page of tasks with its count", "open tasks", SIZES, of(PAGE));
    }

    /** @return by candidate, the time in which 95 of 100 are done, one for each size */
    private Map<String, List<Double>> of(String what) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        all.forEach(contender -> values.put(
                contender.name(),
                SIZES.stream()
                        .map(size -> figures.quantile(name(what, size, contender), 0.95))
                        .toList()));
        return values;
    }
}
