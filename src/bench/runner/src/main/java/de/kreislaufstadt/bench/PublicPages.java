package de.kreislaufstadt.bench;

import de.kreislaufstadt.bench.Load.Goal;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Public pages and the API under load from loopback, in turns with a file of the same content that the same server hands out: through the
 * same filters, with the same headers, compressed beforehand as well, the same bytes on the wire. Everything is asked for compressed, as
 * browsers do.
 */
final class PublicPages {

    private static final int ROUNDS = 7;
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final double SHARE = 0.5;

    private static final Map<String, String> ASKED = Map.of("Accept-Encoding", "gzip");

    /** Below an address of a measure, where nothing of the product answers: so the same filters see to it. */
    private static final String FOLDER = "/" + PublishedCity.CITY + "/massnahmen/datei/";

    /** Headers that one of them has and the other has not, each for a reason: when it changed last, what it is known by, its language. */
    private static final Set<String> OWN_HEADERS =
            Set.of("etag", "last-modified", "accept-ranges", "content-language", "link");

    private final PublishedCity city;
    private final Path files;
    private final Map<String, List<Double>> perSecond = new LinkedHashMap<>();
    private final Map<String, List<Double>> ofFile = new LinkedHashMap<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** @param files folder that the node hands out files from */
    PublicPages(PublishedCity city, Path files) {
        this.city = city;
        this.files = files;
    }

    /** @return settings of a node that hands out files from this folder, compressed ones where there are any */
    static Map<String, String> handingOut(Path files) {
        return Map.of(
                "SPRING_WEB_RESOURCES_STATIC_LOCATIONS",
                        "classpath:/META-INF/resources/,classpath:/static/," + files.toUri(),
                "SPRING_WEB_RESOURCES_CHAIN_ENABLED", "true",
                "SPRING_WEB_RESOURCES_CHAIN_COMPRESSED", "true");
    }

    private record Pair(String name, Goal page, Goal file) {}

    void measure(Server node) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(pair(node, "measure page", city.page(), "seite.html"));
        pairs.add(pair(node, "overview", "/" + PublishedCity.CITY, "uebersicht.html"));
        pairs.add(pair(node, "API, list", "/api/v1/measures?municipality=" + PublishedCity.CITY, "liste.json"));
        pairs.add(pair(
                node, "API, one measure", "/api/v1/measures/" + PublishedCity.CITY + "/" + city.number(), "eine.json"));
        pairs.add(known(node, "measure page, not modified", city.page(), FOLDER + "seite.html"));
        for (Pair pair : pairs) {
            Load.perSecond(node.port(), pair.page(), WARM_UP);
            Load.perSecond(node.port(), pair.file(), WARM_UP);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Collections.rotate(pairs, 1);
            for (Pair pair : pairs) {
                turn(node, pair, round % 2 == 0);
            }
        }
    }

    private void turn(Server node, Pair pair, boolean fileFirst) {
        double file = fileFirst ? Load.perSecond(node.port(), pair.file(), TURN) : 0;
        double page = Load.perSecond(node.port(), pair.page(), TURN);
        file = fileFirst ? file : Load.perSecond(node.port(), pair.file(), TURN);
        perSecond.computeIfAbsent(pair.name(), none -> new ArrayList<>()).add(page);
        ofFile.computeIfAbsent(pair.name(), none -> new ArrayList<>()).add(file);
    }

    /** Makes a file of what a page answers. */
    private Pair pair(Server node, String name, String path, String file) throws IOException {
        try (Wire wire = new Wire(node.port())) {
            Path plain =
                    Files.createDirectories(files.resolve(FOLDER.substring(1))).resolve(file);
            CityInbox.same(path, 200, wire.ask(Wire.get(path, Map.of())));
            Files.write(plain, wire.body());
            CityInbox.same(path, 200, wire.ask(Wire.get(path, ASKED)));
            Goal page = new Goal(Wire.get(path, ASKED), 200, wire.length());
            CityInbox.same("encoding of " + path, "gzip", wire.header("Content-Encoding"));
            Files.write(plain.resolveSibling(file + ".gz"), wire.body());
            Set<String> headers = headers(wire);
            facts.put("bytes on the wire, " + name, wire.length());
            CityInbox.same(file, 200, wire.ask(Wire.get(FOLDER + file, ASKED)));
            CityInbox.same("encoding of " + file, "gzip", wire.header("Content-Encoding"));
            if (!path.startsWith("/api")) {
                CityInbox.same("headers of " + file, headers, headers(wire));
            }
            return new Pair(name, page, new Goal(Wire.get(FOLDER + file, ASKED), 200, page.length()));
        }
    }

    /** Both say that nothing has changed: the page by its tag, the file by the moment it was changed last. */
    private static Pair known(Server node, String name, String path, String file) throws IOException {
        try (Wire wire = new Wire(node.port())) {
            wire.ask(Wire.get(path, ASKED));
            Map<String, String> tagged = Map.of("Accept-Encoding", "gzip", "If-None-Match", wire.header("ETag"));
            wire.ask(Wire.get(file, ASKED));
            Map<String, String> dated =
                    Map.of("Accept-Encoding", "gzip", "If-Modified-Since", wire.header("Last-Modified"));
            return new Pair(name, new Goal(Wire.get(path, tagged), 304, 0), new Goal(Wire.get(file, dated), 304, 0));
        }
    }

    private static Set<String> headers(Wire wire) {
        return wire.head()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .filter(name -> !OWN_HEADERS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void judge(Bars bars) {
        perSecond.forEach((name, pages) -> {
            List<Double> file = ofFile.get(name);
            List<Double> ratios = new ArrayList<>();
            for (int turn = 0; turn < pages.size(); turn++) {
                ratios.add(pages.get(turn) / file.get(turn));
            }
            facts.put("requests per second, " + name, range(pages, "%.0f"));
            facts.put("requests per second, file of the same size as " + name, range(file, "%.0f"));
            facts.put("ratio of each turn, " + name, range(ratios, "%.2f"));
            bars.atLeast(name + ": as fast as a static file, median of the turns", median(ratios), SHARE, "x");
        });
    }

    Map<String, Object> describe() {
        return facts;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String range(List<Double> values, String format) {
        return String.format(
                Locale.ROOT,
                "median " + format + ", " + format + " to " + format + " (%d turns)",
                median(values),
                Collections.min(values),
                Collections.max(values),
                values.size());
    }
}
