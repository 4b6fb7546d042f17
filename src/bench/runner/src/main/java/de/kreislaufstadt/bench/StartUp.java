package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long it takes from the start of the process to the first answer 200, on a database that is there already, and how much memory is
 * resident then: the engine's own starter as it is packaged, the product as it is packaged, unpacked, and with the classes
 * that a start before it has written down, as the image has them. The same with the cache of Java 25 where there is one.
 */
final class StartUp {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final String FIRST_PAGE = "/anmelden";
    private static final String HEAP = "-Xmx384m";
    private static final String STOCK = "stock";
    private static final String PACKAGED = "product, packaged";
    private static final String UNPACKED = "product, unpacked";
    private static final String ARCHIVED = "product, unpacked, class-data archive";
    private static final String IMAGE = "product, as its image starts it";
    private static final String CACHED = "product, unpacked, AOT cache of Java 25";
    private static final String STOCK_NEWER = "stock, on Java 25";
    private static final Path USUAL_JAVAS = Path.of("/usr/lib/jvm");
    private static final Duration LONGEST_TRAINING = Duration.ofMinutes(5);
    private static final double SHARE = 0.9;
    private static final double SHARE_WITH_CACHE = 0.6;

    private final Servers servers;
    private final Figures figures;
    private final Machine machine;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Start> starts = new LinkedHashMap<>();

    /** @param environment beside what tells of the database */
    private record Start(List<String> java, Map<String, String> environment, String probe) {

        Start with(String option) {
            return new Start(Stream.concat(Stream.of(option), java.stream()).toList(), environment, probe);
        }

        Start in(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(environment);
            all.putAll(more);
            return new Start(java, all, probe);
        }

        Start on(Path newer) {
            return in(Map.of("JAVA_HOME", newer.toString()));
        }
    }

    StartUp(Servers servers, Figures figures, Machine machine) {
        this.servers = servers;
        this.figures = figures;
        this.machine = machine;
    }

    void measure() throws IOException, InterruptedException {
        Database stock = servers.newDatabase("start_stock", "public");
        Database product = servers.newDatabase("start_product", "camunda");
        Map<String, String> ofStock = Map.of(
                "SPRING_DATASOURCE_URL", stock.url(),
                "SPRING_DATASOURCE_USERNAME", "bench_owner",
                "SPRING_DATASOURCE_PASSWORD", servers.secret(),
                "ADMIN_PASSWORD", servers.secret());
        Map<String, String> ofProduct = servers.environment(
                product, List.of(Servers.municipality("/managers-city.yaml", ProductDesk.CITY, "Stadt", 1, 5)));
        Path unpacked = unpack();
        Path archive = unpacked.resolveSibling("kreislaufstadt.jsa");
        Start ofStockJar = new Start(List.of("-jar", Servers.jar("stock.jar")), ofStock, "/engine-rest/version");
        Start ofJar = new Start(List.of("-jar", unpacked.toString()), ofProduct, FIRST_PAGE);
        starts.put(STOCK, ofStockJar);
        starts.put(PACKAGED, new Start(List.of("-jar", Servers.jar("product.jar")), ofProduct, FIRST_PAGE));
        starts.put(UNPACKED, ofJar);
        train(ofJar.with("-XX:ArchiveClassesAtExit=" + archive), archive);
        starts.put(ARCHIVED, ofJar.with("-XX:SharedArchiveFile=" + archive));
        Path archiveOfImage = unpacked.resolveSibling("image.jsa");
        Start ofImage = ofJar.with(Image.options()).in(Image.ENVIRONMENT);
        train(ofImage.with("-XX:ArchiveClassesAtExit=" + archiveOfImage), archiveOfImage);
        starts.put(IMAGE, ofImage.with("-XX:SharedArchiveFile=" + archiveOfImage));
        Optional<Path> newer = java25();
        if (newer.isPresent()) {
            Path cache = unpacked.resolveSibling("kreislaufstadt.aot");
            Start withNewer = ofJar.on(newer.get());
            train(withNewer.with("-XX:AOTCacheOutput=" + cache), cache);
            starts.put(CACHED, withNewer.with("-XX:AOTCache=" + cache));
            starts.put(STOCK_NEWER, ofStockJar.on(newer.get()));
        } else {
            facts.put(
                    "AOT cache",
                    "not measured: there is no Java 25 in " + USUAL_JAVAS + ", and -Dbench.java25 names none");
        }
        rounds();
    }

    /** As the image build does it: jars side by side instead of within each other. */
    static Path unpack() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("results")).toAbsolutePath().resolve("unpacked");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        Servers.jar("product.jar"),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The product cannot be unpacked into " + folder);
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * One start, the pages that everybody sees first, and an end, at which the classes are written down.
     *
     * @throws IllegalStateException if they are not: Java would start without them and say nothing
     */
    private void train(Start start, Path written) throws IOException, InterruptedException {
        Files.deleteIfExists(written);
        try (Server application = servers.started("start-training", start.java(), start.environment(), FIRST_PAGE)) {
            Client visitor = new Client(application.port());
            visitor.answers("/");
            visitor.answers("/" + ProductDesk.CITY);
            application.close(LONGEST_TRAINING);
        }
        if (!Files.exists(written)) {
            throw new IllegalStateException("Java has not written " + written);
        }
        Progress.tell(written.getFileName() + " is written, " + (Files.size(written) >> 20) + " MB");
    }

    private static Optional<Path> java25() throws IOException {
        String told = System.getProperty("bench.java25");
        if (told != null) {
            return Optional.of(Path.of(told));
        }
        if (!Files.isDirectory(USUAL_JAVAS)) {
            return Optional.empty();
        }
        try (var all = Files.list(USUAL_JAVAS)) {
            return all.filter(java -> java.getFileName().toString().contains("25")
                            && Files.isExecutable(java.resolve("bin/java")))
                    .findFirst();
        }
    }

    private void rounds() throws IOException, InterruptedException {
        List<String> order = new ArrayList<>(starts.keySet());
        for (int round = 0; round < ROUNDS; round++) {
            machine.look();
            for (String name : order) {
                Start start = starts.get(name);
                List<String> java = new ArrayList<>(List.of(HEAP));
                java.addAll(start.java());
                long begin = System.nanoTime();
                try (Server application = servers.started(
                        "start-" + name.replaceAll("\\W+", "-"), java, start.environment(), start.probe())) {
                    figures.add(time(name), (System.nanoTime() - begin) / 1e6);
                    figures.add(processor(name), Machine.processorMillis(List.of(application.pid())));
                    figures.add(resident(name), Machine.residentMegabytes(application.pid()));
                }
            }
            Progress.tell("round " + (round + 1) + " of " + ROUNDS);
            Collections.rotate(order, -1);
        }
    }

    private static String time(String name) {
        return "first answer 200, " + name;
    }

    private static String processor(String name) {
        return "processor time until then, " + name;
    }

    private static String resident(String name) {
        return "resident MB then (not ms), " + name;
    }

    void judge(Bars bars) {
        bars.atMost(
                "first answer 200 on Java 17: as long as stock, times",
                figures.median(time(IMAGE)) / figures.median(time(STOCK)),
                SHARE,
                "x");
        if (starts.containsKey(CACHED)) {
            bars.atMost(
                    "first answer 200 on Java 25: as long as stock on Java 17, times",
                    figures.median(time(CACHED)) / figures.median(time(STOCK)),
                    SHARE_WITH_CACHE,
                    "x");
        }
        starts.keySet()
                .forEach(name -> facts.put(
                        time(name),
                        String.format(
                                Locale.ROOT,
                                "%.0f ms (%.0f to %.0f), %.0f MB resident",
                                figures.median(time(name)),
                                figures.least(time(name)),
                                figures.quantile(time(name), 1),
                                figures.median(resident(name)))));
    }

    Map<String, Object> describe() {
        return facts;
    }
}
