package de.kreislaufstadt.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The whole catalogue and everything of a municipality as files, from a node with little memory: in one document that is written while it
 * is read, and page by page as harvesters do. What is in use after each collection of garbage is held against what was before.
 */
final class OpenDataFiles {

    private static final String CATALOGUE = "/opendata/catalog.";
    private static final List<String> SYNTAXES = List.of("rdf", "ttl", "jsonld");
    private static final String FILES = "/" + PublishedCity.CITY + "/daten/";
    private static final int PAGE = 100;

    /** What may be in use while something is written that was not before: a portion of rows, not all of them. */
    private static final double GROWTH_MB = 32;

    /** The same with pages, which are kept as long as they are true, up to 64 MB. */
    private static final double GROWTH_WITH_PAGES_MB = 64;

    private final PublishedCity city;
    private final Figures figures;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private Server node;
    private double before;
    private double mostOfFiles;
    private double mostOfPages;

    OpenDataFiles(PublishedCity city, Figures figures) {
        this.city = city;
        this.figures = figures;
    }

    private String log() {
        return "opendata-" + city.measures();
    }

    void measure() throws IOException, InterruptedException {
        List<String> java = List.of(MorningRun.HEAP, "-Xlog:gc:file=" + GarbageLog.log(log()) + "::filecount=0");
        try (Server started = city.start(log(), java, Map.of())) {
            node = started;
            // Whatever is made once and kept by the libraries is there before anything is counted.
            SYNTAXES.forEach(syntax -> bytes(CATALOGUE + syntax + "?page=1", "Dataset"));
            bytes(FILES + "massnahmen.csv", "");
            node.collectGarbage();
            before = inUse(0).get(inUse(0).size() - 1);
            int until = inUse(0).size();
            SYNTAXES.forEach(syntax -> one("catalogue as ." + syntax, CATALOGUE + syntax + "?alle", sets(syntax)));
            for (String file : List.of("massnahmen.csv", "massnahmen.xlsx", "alles.zip")) {
                one(file, FILES + file, "");
            }
            node.collectGarbage();
            mostOfFiles = Collections.max(inUse(until));
            facts.put(
                    name("MB in use after the files"),
                    inUse(until).get(inUse(until).size() - 1));
            until = inUse(0).size();
            SYNTAXES.forEach(this::pages);
            figures.time(name("API, list, page by page"), this::list);
            mostOfPages = Collections.max(inUse(until));
        }
        facts.put(name("MB in use before the files"), before);
        facts.put(name("MB in use after a collection while files were written, at most"), mostOfFiles);
        facts.put(name("MB in use after a collection while pages were read, at most"), mostOfPages);
    }

    private List<Double> inUse(int from) throws IOException {
        List<Double> all = GarbageLog.of(GarbageLog.log(log()), GarbageLog.AFTER);
        return all.size() == from ? List.of(before) : new ArrayList<>(all.subList(from, all.size()));
    }

    private String name(String what) {
        return what + ", " + city.measures() + " measures";
    }

    /** How each syntax says that something is a data set. */
    private static String sets(String syntax) {
        return switch (syntax) {
            case "rdf" -> "\"http://www.w3.org/ns/dcat#Dataset\"|<dcat:Dataset ";
            case "ttl" -> " a dcat:Dataset";
            default -> "\"dcat:Dataset\"";
        };
    }

    private void one(String what, String path, String counted) {
        long begin = System.nanoTime();
        Read read = bytes(path, counted);
        figures.add(name(what) + ", first byte", (read.firstByte() - begin) / 1e6);
        figures.add(name(what), (System.nanoTime() - begin) / 1e6);
        facts.put(name("MB, " + what), String.format(Locale.ROOT, "%.1f", read.bytes() / 1e6));
        if (!counted.isEmpty()) {
            CityInbox.same("data sets of " + path, (long) city.measures() + 1, read.found());
        }
    }

    private void pages(String syntax) {
        long[] found = new long[1];
        figures.time(name("catalogue as ." + syntax + ", page by page"), () -> {
            int pages = (city.measures() + 1 + PAGE - 1) / PAGE;
            for (int page = 1; page <= pages; page++) {
                found[0] += bytes(CATALOGUE + syntax + "?page=" + page, sets(syntax))
                        .found();
            }
        });
        CityInbox.same("data sets of all pages as ." + syntax, (long) city.measures() + 1, found[0]);
    }

    private void list() {
        long found = 0;
        for (int page = 1; page <= city.measures() / PAGE; page++) {
            String path = "/api/v1/measures?municipality=" + PublishedCity.CITY + "&size=" + PAGE + "&page=" + page;
            found += bytes(path, "\"summary\":").found();
        }
        CityInbox.same("measures of all pages of the API", (long) city.measures(), found);
    }

    private record Read(long firstByte, long bytes, long found) {}

    /** @param counted what is counted in the text, one of several with {@code |} between them; empty for nothing */
    private Read bytes(String path, String counted) {
        Read[] read = new Read[1];
        new Client(node.port()).download(path, body -> read[0] = read(body, counted));
        return read[0];
    }

    private static Read read(InputStream body, String counted) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int read = body.read(buffer);
        long firstByte = System.nanoTime();
        long bytes = 0;
        long found = 0;
        List<String> wanted = counted.isEmpty() ? List.of() : List.of(counted.split("\\|"));
        int longest = wanted.stream().mapToInt(String::length).max().orElse(1);
        String left = "";
        while (read >= 0) {
            bytes += read;
            String text = left + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            int end = Math.max(0, text.length() - longest + 1);
            for (String one : wanted) {
                for (int at = text.indexOf(one); at >= 0 && at < end; at = text.indexOf(one, at + 1)) {
                    found++;
                }
            }
            left = text.substring(end);
            read = body.read(buffer);
        }
        for (String one : wanted) {
            found += left.contains(one) ? 1 : 0;
        }
        return new Read(firstByte, bytes, found);
    }

    void judge(Bars bars) {
        bars.atMost(name("catalogue and files: MB in use more than before"), mostOfFiles - before, GROWTH_MB, "MB");
        bars.atMost(
                name("catalogue in pages: MB in use more than before"),
                mostOfPages - before,
                GROWTH_WITH_PAGES_MB,
                "MB");
    }

    Map<String, Object> describe() {
        return facts;
    }
}
