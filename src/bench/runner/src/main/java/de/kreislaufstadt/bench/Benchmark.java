package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the clerk's inbox of the packaged product with the same inbox on the engine's own starter: the same rows, the
 * same question through Tasklist's own API, in turns on one machine and one PostgreSQL.
 */
public final class Benchmark {

    private static final List<Integer> SIZES = List.of(5_000, 20_000);
    private static final int ROUNDS = 5;

    /** Bars of the product: so many times faster than stock at the largest size, and so much slower than at the smallest. */
    private static final double FASTER_THAN_STOCK = 50;

    private static final double GROWTH = 4;

    private final Figures figures = new Figures();
    private final Map<String, String> verdicts = new LinkedHashMap<>();

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        new Benchmark().run();
    }

    private void run() throws Exception {
        try (EmbeddedPostgres postgres = Database.server()) {
            Candidates setUp = new Candidates(postgres);
            try {
                List<Candidate> candidates = List.of(setUp.product(), setUp.stock());
                int filled = 0;
                for (int size : SIZES) {
                    fill(candidates, filled, size);
                    filled = size;
                    inbox(candidates, size);
                }
            } finally {
                setUp.close();
            }
        }
        judge();
        report();
    }

    private void fill(List<Candidate> candidates, int from, int until) {
        for (Candidate candidate : candidates) {
            candidate.database().multiplyTask(candidate.task(), candidate.groups(), from + 1, until - from);
            candidate.database().settle();
        }
    }

    /** Every round begins with another candidate; the first, which fills caches, does not count. */
    private void inbox(List<Candidate> candidates, int size) {
        Candidate first = candidates.get(0);
        for (Candidate other : candidates) {
            same("first page of " + other.name() + " at " + size, first.firstPage(), other.firstPage());
            same("count of " + other.name() + " at " + size, first.count(), other.count());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < candidates.size(); turn++) {
                Candidate candidate = candidates.get((round + turn) % candidates.size());
                figures.time(name(candidate, "first page", size), candidate::firstPage);
                figures.time(name(candidate, "count", size), candidate::count);
                figures.add(
                        name(candidate, "page and count", size),
                        figures.last(name(candidate, "first page", size))
                                + figures.last(name(candidate, "count", size)));
            }
        }
    }

    private void judge() {
        int small = SIZES.get(0);
        int large = SIZES.get(SIZES.size() - 1);
        double product = figures.median("product: page and count at " + large);
        verdict(
                "inbox at %d: faster than stock".formatted(large),
                figures.median("stock: page and count at " + large) / product,
                FASTER_THAN_STOCK,
                true);
        verdict(
                "inbox: growth from %d to %d".formatted(small, large),
                product / figures.median("product: page and count at " + small),
                GROWTH,
                false);
    }

    private void verdict(String what, double value, double bar, boolean atLeast) {
        boolean holds = atLeast ? value >= bar : value <= bar;
        verdicts.put(
                what,
                String.format(
                        Locale.ROOT,
                        "%.1f (bar %s %.1f): %s",
                        value,
                        atLeast ? "at least" : "at most",
                        bar,
                        holds ? "holds" : "MISSED"));
    }

    private void report() throws Exception {
        System.out.println();
        System.out.println("cores " + Runtime.getRuntime().availableProcessors() + ", load of the machine "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.print(figures.table());
        verdicts.forEach((what, verdict) -> System.out.println(what + ": " + verdict));
        Path file = Path.of(System.getProperty("results"), "benchmark.json");
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(
                        Files.newBufferedWriter(file), Map.of("milliseconds", figures.samples(), "verdicts", verdicts));
        System.out.println(file.toAbsolutePath().normalize());
        if (verdicts.values().stream().anyMatch(verdict -> verdict.endsWith("MISSED"))) {
            throw new IllegalStateException("A bar was missed");
        }
    }

    private static String name(Candidate candidate, String what, int size) {
        return candidate.name() + ": " + what + " at " + size;
    }

    private static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(what + ": " + actual + " instead of " + expected);
        }
    }
}
