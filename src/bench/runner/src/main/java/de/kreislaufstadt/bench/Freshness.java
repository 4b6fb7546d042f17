package de.kreislaufstadt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Somebody publishes, withdraws, pauses and resumes a measure on one node while others read its page and its data on two nodes as fast as
 * they can, half of the time with the tag of what they have already. Whoever begins to read after such a call has returned must see
 * what it changed; whoever reads meanwhile may see either.
 */
final class Freshness {

    private static final int READERS_PER_NODE = 4;
    private static final int ROUNDS = 12;

    /** So often everybody has read strictly before the next change. */
    private static final int READS_BETWEEN = 3;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final PublishedCity city;
    private final List<String> paths;
    private final List<Expected> expected = new CopyOnWriteArrayList<>();
    private final AtomicLong sinceChange = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong unchanged = new AtomicLong();
    private final AtomicLong meanwhile = new AtomicLong();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private volatile int begun;
    private volatile int settled;
    private volatile boolean over;

    Freshness(PublishedCity city) {
        this.city = city;
        this.paths = List.of(
                city.page(),
                "/api/v1/measures/" + PublishedCity.CITY + "/" + city.number(),
                "/api/v1/measures?municipality=" + PublishedCity.CITY + "&sort=released&size=10");
    }

    /** What somebody got at a path; {@code body} is what they knew already where nothing had changed. */
    private record Seen(int status, String body) {}

    /** What has to be seen at each path. */
    private record Expected(String what, List<Predicate<Seen>> at) {}

    void measure(Server writing, Server other) throws IOException {
        Prototypes people = city.people(writing);
        expected.add(asItWas());
        ExecutorService threads = Executors.newCachedThreadPool();
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (Server node : List.of(writing, other)) {
            for (int reader = 0; reader < READERS_PER_NODE; reader++) {
                int from = reader;
                readers.add(CompletableFuture.runAsync(() -> read(node, from), threads));
            }
        }
        try {
            change(() -> {}, expected.get(0));
            for (int round = 1; round <= ROUNDS; round++) {
                write(people, round);
            }
        } finally {
            over = true;
            readers.forEach(CompletableFuture::join);
            threads.shutdown();
        }
    }

    private void write(Prototypes people, int round) {
        String words = PublishedCity.TAKING_PART + round;
        change(() -> people.withdraw(city.number()), gone());
        people.prepare(city.number(), words);
        change(() -> people.release(city.number()), published(words, null));
        change(() -> people.steer(city.number(), "pause"), published(words, true));
        change(() -> people.steer(city.number(), "resume"), published(words, false));
    }

    /** @param paused null where it is not looked at */
    private Expected published(String words, Boolean paused) {
        String own = "\"number\":\"" + city.number() + "\"";
        return new Expected(
                words + (paused == null ? "" : ", paused: " + paused),
                List.of(
                        seen -> seen.status() == 200
                                && seen.body().contains(words + "<")
                                && (paused == null || paused == seen.body().contains("<strong>Ruht</strong>")),
                        seen -> seen.status() == 200
                                && seen.body().contains(words + "\"")
                                && (paused == null || paused == seen.body().contains("\"state\":\"PAUSED\"")),
                        seen -> seen.status() == 200
                                && seen.body().contains(own)
                                && (paused == null || paused == seen.body().contains("\"state\":\"PAUSED\""))));
    }

    /** All were published at the same moment, so that the newest of the list may be others. */
    private static Expected asItWas() {
        String words = PublishedCity.TAKING_PART + 0;
        return new Expected(
                words,
                List.of(
                        seen -> seen.status() == 200 && seen.body().contains(words + "<"),
                        seen -> seen.status() == 200 && seen.body().contains(words + "\""),
                        seen -> seen.status() == 200));
    }

    private Expected gone() {
        String own = "\"number\":\"" + city.number() + "\"";
        return new Expected(
                "withdrawn",
                List.of(
                        seen -> seen.status() == 404,
                        seen -> seen.status() == 404,
                        seen -> seen.status() == 200 && !seen.body().contains(own)));
    }

    private void change(Runnable call, Expected after) {
        expected.add(after);
        begun = expected.size() - 1;
        call.run();
        settled = begun;
        long enough = sinceChange.get() + (long) READS_BETWEEN * paths.size() * READERS_PER_NODE * 2;
        try {
            Machine.await("readers", LONGEST, () -> sinceChange.get() >= enough);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read(Server node, int reader) {
        Map<String, Seen> known = new HashMap<>();
        Map<String, String> tags = new HashMap<>();
        try (Wire wire = new Wire(node.port())) {
            for (int turn = reader; !over; turn++) {
                int at = turn % paths.size();
                String path = paths.get(at);
                boolean conditional = turn / paths.size() % 2 == 0 && tags.containsKey(path);
                int before = settled;
                int status = wire.ask(Wire.get(
                        path, conditional ? Map.of("If-None-Match", tags.get(path)) : Map.<String, String>of()));
                int after = begun;
                if (status == 304) {
                    unchanged.incrementAndGet();
                } else {
                    known.put(path, new Seen(status, new String(wire.body(), StandardCharsets.UTF_8)));
                    tags.remove(path);
                    if (wire.header("ETag") != null) {
                        tags.put(path, wire.header("ETag"));
                    }
                }
                judge(at, known.get(path), before, after, node);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(int at, Seen seen, int before, int after, Server node) {
        reads.incrementAndGet();
        if (before == after) {
            sinceChange.incrementAndGet();
        } else {
            meanwhile.incrementAndGet();
        }
        for (int state = before; state <= after; state++) {
            if (expected.get(state).at().get(at).test(seen)) {
                return;
            }
        }
        violations.add(
                expected.get(before).what() + " at " + paths.get(at) + ", port " + node.port() + ": " + seen.status());
    }

    void judge(Bars bars) {
        bars.atMost("answers older than what was public when they were asked for", violations.size(), 0, "");
    }

    Map<String, Object> describe() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("public changes while two nodes were read", settled);
        facts.put("answers looked at for freshness", reads.get());
        facts.put("of these not modified", unchanged.get());
        facts.put("of these asked for while a change was under way", meanwhile.get());
        facts.put("answers that were too old", violations.stream().limit(5).toList());
        return facts;
    }
}
