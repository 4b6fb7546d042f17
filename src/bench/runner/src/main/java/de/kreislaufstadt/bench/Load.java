package de.kreislaufstadt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Asks the same as often as it is answered, on several connections at once, for a while. */
final class Load {

    static final int CONNECTIONS = 16;

    private static final int MOST_OF_ONE = 200_000;

    private Load() {}

    /**
     * What is asked, and what has to be answered each time.
     *
     * @param length bytes of the body on the wire
     */
    record Goal(byte[] question, int status, int length) {}

    /**
     * @param duration ends it, or a number of answers that nobody reaches in that time
     * @return answers per second
     * @throws IllegalStateException if anything else than expected was answered
     */
    static double perSecond(int port, Goal goal, Duration duration) {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long begin = System.nanoTime();
            long end = begin + duration.toNanos();
            List<CompletableFuture<Integer>> counts = new ArrayList<>();
            IntStream.range(0, CONNECTIONS)
                    .forEach(i -> counts.add(CompletableFuture.supplyAsync(() -> answers(port, goal, end), threads)));
            int answers = counts.stream().mapToInt(CompletableFuture::join).sum();
            return answers / ((System.nanoTime() - begin) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private static int answers(int port, Goal goal, long end) {
        try (Wire wire = new Wire(port)) {
            int count = 0;
            while (System.nanoTime() < end && count < MOST_OF_ONE) {
                int status = wire.ask(goal.question());
                if (status != goal.status() || wire.length() != goal.length()) {
                    throw new IllegalStateException(
                            status + " with " + wire.length() + " bytes instead of " + goal.length());
                }
                count++;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
