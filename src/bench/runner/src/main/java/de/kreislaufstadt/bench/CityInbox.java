package de.kreislaufstadt.bench;

import java.util.List;

/**
 * The inbox of a clerk in ten of thirty groups, first page and count, through Tasklist's own API: the same rows and the same
 * question on the product and on the engine's own starter, in turns.
 */
final class CityInbox {

    private static final List<Integer> SIZES = List.of(5_000, 20_000);
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 10;

    /** How often the product is asked while stock is asked once: that one takes seconds. */
    private static final int PER_ROUND = 10;

    private static final double FASTER_THAN_STOCK = 50;
    private static final double GROWTH = 4;

    private final City product;
    private final City stock;
    private final Figures figures;

    CityInbox(City product, City stock, Figures figures) {
        this.product = product;
        this.stock = stock;
        this.figures = figures;
    }

    void measure(Machine machine) {
        int filled = 0;
        for (int size : SIZES) {
            fill(product, filled, size);
            fill(stock, filled, size);
            filled = size;
            compare(size);
            machine.look();
            for (int round = 0; round < WARM_UP && size == SIZES.get(0); round++) {
                ask(product.clerk());
                ask(stock.clerk());
            }
            for (int round = 0; round < ROUNDS; round++) {
                // Every round begins with the other one.
                if (round % 2 == 0) {
                    time(stock, size, 1);
                }
                time(product, size, PER_ROUND);
                if (round % 2 == 1) {
                    time(stock, size, 1);
                }
            }
        }
    }

    private static void fill(City city, int from, int until) {
        city.copies()
                .add(
                        city.groups(),
                        from + 1,
                        until - from,
                        "timestamp '2026-11-01 08:00' + n * interval '1 second'",
                        "timestamp '2027-01-01' + (n * 7919 % 40000) * interval '1 minute'");
        city.copies().compare(until, city.other());
        city.database().settle();
    }

    private void compare(int size) {
        same("first page at " + size, stock.clerk().firstPage(), product.clerk().firstPage());
        same("count at " + size, stock.clerk().count(), product.clerk().count());
    }

    private static void ask(Candidate candidate) {
        candidate.firstPage();
        candidate.count();
    }

    private void time(City city, int size, int times) {
        Candidate clerk = city.clerk();
        for (int time = 0; time < times; time++) {
            double page = figures.time(name(clerk, "first page", size), clerk::firstPage);
            double count = figures.time(name(clerk, "count", size), clerk::count);
            figures.add(name(clerk, "page and count", size), page + count);
        }
    }

    void judge(Bars bars) {
        int small = SIZES.get(0);
        int large = SIZES.get(SIZES.size() - 1);
        double here = figures.median(name(product.clerk(), "page and count", large));
        bars.atLeast(
                "inbox, " + large + " tasks in one city: as fast as stock, times",
                figures.median(name(stock.clerk(), "page and count", large)) / here,
                FASTER_THAN_STOCK,
                "x");
        bars.atMost(
                "inbox, " + large + " tasks in one city: as long as with " + small + ", times",
                here / figures.median(name(product.clerk(), "page and count", small)),
                GROWTH,
                "x");
    }

    private static String name(Candidate candidate, String what, int size) {
        return "inbox of a city, " + size + " tasks, " + candidate.name() + ": " + what;
    }

    static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(what + ": " + actual + " instead of " + expected);
        }
    }
}
