package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One node with 384 MB, started as its image is, under load for a while, half an hour if one asks for it: whole lives by four clients
 * without a pause. What is in use after full collections may not grow from the first quarter to the last, and the process stays within
 * its memory.
 */
final class Endurance {

    private static final double MINUTES = Double.parseDouble(System.getProperty("bench.minutes", "2"));
    private static final int CLIENTS = Integer.getInteger("bench.clients", 4);
    private static final int COLLECTIONS = 12;
    private static final double MOST_GROWTH_MB = 20;
    private static final double MOST_RESIDENT_MB = 450;

    private final Servers servers;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Double> afterCollection = new ArrayList<>();
    private double resident;

    Endurance(Servers servers) {
        this.servers = servers;
    }

    void measure() throws IOException, InterruptedException {
        Contender product = Contender.all(servers, Contender.PRODUCT).get(0);
        Path collections =
                Path.of(System.getProperty("results"), "endurance-gc.log").toAbsolutePath();
        Image image = Image.of(product);
        product.start(image.java("-Xmx384m", "-Xlog:gc:file=" + collections));
        Instant end = Instant.now().plus(Duration.ofMillis(Math.round(MINUTES * 60_000)));
        AtomicInteger lives = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(CompletableFuture.runAsync(() -> work(product.desk(), end, lives), threads));
            }
            long between = Math.round(MINUTES * 60_000 / (COLLECTIONS + 1));
            for (int collection = 0; collection < COLLECTIONS; collection++) {
                TimeUnit.MILLISECONDS.sleep(between);
                resident = Math.max(
                        resident, Machine.residentMegabytes(product.server().pid()));
                product.server().collectGarbage();
                List<Double> left = GarbageLog.of(collections, 2);
                afterCollection.add(left.get(left.size() - 1));
            }
            clients.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
        facts.put("minutes", MINUTES);
        facts.put("clients", CLIENTS);
        facts.put("whole lives", lives.get());
        facts.put("MB in use after full collections", afterCollection);
        facts.put("MB resident at most", Math.round(resident));
    }

    private static void work(Desk desk, Instant end, AtomicInteger lives) {
        while (Instant.now().isBefore(end)) {
            desk.wholeLife();
            lives.incrementAndGet();
        }
    }

    private double quarter(int from) {
        int size = COLLECTIONS / 4;
        return afterCollection.subList(from, from + size).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    void judge(Bars bars) {
        bars.atMost(
                "heap after collection, last quarter more than the first",
                quarter(COLLECTIONS - COLLECTIONS / 4) - quarter(0),
                MOST_GROWTH_MB,
                "MB");
        bars.atMost("resident memory under load with a heap of 384 MB", resident, MOST_RESIDENT_MB, "MB");
    }

    Map<String, Object> describe() {
        return facts;
    }
}
