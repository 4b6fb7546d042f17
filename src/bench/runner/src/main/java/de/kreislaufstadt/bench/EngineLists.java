package de.kreislaufstadt.bench;

import java.util.Arrays;
import java.util.List;

/** How long the clerk waits for the page of tasks and for a completed task while more and more tasks are open. */
final class EngineLists {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.sizes", "1000,5000,20000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int SAMPLES = Integer.getInteger("bench.samples", 100);
    private static final int SAMPLES_AT_ONCE = 10;
    private static final int FILLING = 8;

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
            machine.look();
            for (int sample = 0; sample < SAMPLES; sample += SAMPLES_AT_ONCE) {
                for (Contender contender : all) {
                    ask(contender, size);
                }
            }
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
        desk.page();
        for (int sample = 0; sample < Math.min(SAMPLES, SAMPLES_AT_ONCE); sample++) {
            Desk.Open task = desk.open(desk.begin()).get(0);
            desk.take(task);
            String among = ", " + size + " tasks, " + contender.name();
            figures.time("completing a task" + among, () -> desk.complete(task));
            figures.time("page of tasks and count" + among, () -> {
                desk.page();
                desk.count();
            });
        }
    }
}
