package de.kreislaufstadt.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What else the machine is doing: looked at while the candidates have nothing to do. */
final class Machine {

    private static final long LOOK_MILLIS = 2_000;
    private static final int ATTEMPTS = 3;
    private static final double QUIET = 0.15;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final List<Double> foreign = new ArrayList<>();
    private final List<String> attempts = new ArrayList<>();

    /**
     * Takes one look, two seconds long.
     *
     * @return share of all cores that others use, 0 to 1
     */
    double look() {
        // The first call begins the interval that the second one tells of.
        system.getCpuLoad();
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        double load = system.getCpuLoad();
        foreign.add(load);
        return load;
    }

    /**
     * Measures something whose bar is a time, not a ratio, up to three times, until nobody else uses much of the machine; of
     * several attempts the one counts during which others used least, whatever came out.
     *
     * @param attempt is given figures of its own
     */
    void inQuiet(String what, Figures figures, Consumer<Figures> attempt) {
        Figures best = null;
        double least = Double.MAX_VALUE;
        for (int number = 1; number <= ATTEMPTS && least > QUIET; number++) {
            Figures own = new Figures();
            double before = look();
            attempt.accept(own);
            double used = Math.max(before, look());
            attempts.add(String.format(
                    Locale.ROOT, "%s, attempt %d: others used %.0f %%%n%s", what, number, 100 * used, own.table()));
            if (used < least) {
                least = used;
                best = own;
            }
        }
        best.samples().forEach((name, samples) -> samples.forEach(sample -> figures.add(name, sample)));
    }

    /**
     * Waits until something holds that programs do by themselves.
     *
     * @throws IllegalStateException if it takes longer
     */
    static void await(String what, Duration longest, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Waited too long for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** @return figures of all attempts, where one was not enough */
    List<String> attempts() {
        return List.copyOf(attempts);
    }

    /** @return milliseconds of processor time that these processes have used so far */
    static double processorMillis(Collection<Long> processes) {
        return processes.stream()
                .flatMap(process -> ProcessHandle.of(process).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(Duration::toMillis)
                .sum();
    }

    /** @return megabytes of a process that are in memory, on Linux */
    static double residentMegabytes(long process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @return shares of all cores that others used at the looks taken, 0 to 1 */
    List<Double> foreignLoad() {
        return List.copyOf(foreign);
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "%d cores, %d MB, %s %s, Java %s; used by others: %.0f to %.0f %% of all cores in %d looks",
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() >> 20,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                100 * foreign.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                100 * foreign.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                foreign.size());
    }
}
