package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an administrator waits for who imports a city's measures: a table of a thousand rows and one of ten thousand, looked at and
 * applied in the background of a node with 512 MB of heap. Each new measure starts its process.
 */
final class ImportedRows {

    private static final String CITY = "importstadt";
    private static final String RUNS = "/camunda/api/kreislaufstadt/admin/imports/" + CITY + "/runs";
    private static final String HEAP = "-Xmx512m";
    private static final int HEAP_MB = 512;

    private static final int WARM_UP = 500;
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final double DEARER = 1.2;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String HEAD = "Kennung in anderen Systemen;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;"
            + "Verantwortliche Stelle, wie veröffentlicht;Beginn;Einsparung von CO2;Kosten;Bisherige Schritte\n";

    private final Servers servers;
    private final Figures figures;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private double heap;

    ImportedRows(Servers servers, Figures figures) {
        this.servers = servers;
        this.figures = figures;
    }

    void measure() throws IOException, InterruptedException {
        Database database = servers.newDatabase("imports", "camunda");
        Path log = GarbageLog.log("imports");
        List<Path> cities = List.of(Servers.municipality(CITY, "Importstadt", 990, 6));
        List<String> java = List.of(HEAP, "-Xlog:gc:file=" + log + "::filecount=0", "-jar", Servers.jar("product.jar"));
        try (Server node = servers.product("imports", java, servers.environment(database, cities))) {
            Client admin = new Client(node.port()).inTasklist("admin", servers.secret());
            imported(admin, "warm", WARM_UP);
            // Before and after, so that neither a compiler that is still at work nor a city that grows speaks for one
            // of them.
            perRow(admin, node, database, "a", FEW);
            perRow(admin, node, database, "b", MANY);
            perRow(admin, node, database, "c", FEW);
            heap = GarbageLog.of(log, GarbageLog.BEFORE).stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }
        facts.put("rows imported", WARM_UP + 2 * FEW + MANY);
        facts.put("heap of the node that imports", HEAP);
    }

    private void perRow(Client admin, Server node, Database database, String prefix, int rows) {
        double used = database.processorMillis(node);
        long begin = System.nanoTime();
        imported(admin, prefix, rows);
        double seconds = (System.nanoTime() - begin) / 1e9;
        figures.add(name(rows), 1_000 * seconds / rows);
        figures.add(processor(rows), (database.processorMillis(node) - used) / rows);
        facts.put(
                "rows per second, import " + prefix + " of " + rows + " rows",
                String.format(Locale.ROOT, "%.1f", rows / seconds));
    }

    private static String processor(int rows) {
        return name(rows) + ", processor time";
    }

    private static String name(int rows) {
        return "importing one of " + rows + " rows, looked at and applied";
    }

    private static void imported(Client admin, String prefix, int rows) {
        JsonNode run = admin.post(
                RUNS,
                Map.of(
                        "document",
                        "Klimastadtvertrag",
                        "asof",
                        "2024-03-26",
                        "lead",
                        "d01",
                        "state",
                        "IMPLEMENTATION"));
        String path = RUNS + "/" + run.get("id").asText();
        admin.upload(path + "/files", "massnahmen.csv", table(prefix, rows).getBytes(StandardCharsets.UTF_8));
        admin.post(path + "/plan", Map.of());
        until(admin, path, "PLANNED");
        admin.post(path + "/apply", Map.of());
        JsonNode done = until(admin, path, "APPLIED");
        CityInbox.same("rows created", (long) rows, done.at("/rows/CREATED").asLong());
    }

    private static JsonNode until(Client admin, String path, String stage) {
        JsonNode[] run = new JsonNode[1];
        try {
            Machine.await(stage, LONGEST, () -> {
                run[0] = admin.get(path);
                String now = run[0].get("stage").asText();
                if (List.of("REFUSED", "FAILED", "STOPPED").contains(now)) {
                    throw new IllegalStateException(path + ": " + run[0]);
                }
                return now.equals(stage);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return run[0];
    }

    private static String table(String prefix, int rows) {
        StringBuilder table = new StringBuilder(HEAD);
        for (int i = 1; i <= rows; i++) {
            table.append(String.format(
                    Locale.ROOT,
                    "%s%d;Maßnahme %d;\"%s\";BUILDING;Stadtverwaltung;01.01.2024;nicht quantifizierbar;ca. %d.000 € pro Jahr;"
                            + "15.01.2024 Vorschlag prüfen%n",
                    prefix,
                    i,
                    i,
                    "Was geplant ist, steht in einigen Sätzen. ".repeat(12).strip(),
                    10 + i % 80));
        }
        return table.toString();
    }

    void judge(Bars bars) {
        bars.atMost(
                "import: time per row of " + MANY + " rows to that of the cheaper " + FEW,
                figures.median(name(MANY)) / figures.least(name(FEW)),
                DEARER,
                "x");
        bars.atMost(
                "import: processor time per row of " + MANY + " rows to that of the cheaper " + FEW,
                figures.median(processor(MANY)) / figures.least(processor(FEW)),
                DEARER,
                "x");
        bars.atMost("import: heap in use before a collection, at most", heap, HEAP_MB, "MB");
    }

    Map<String, Object> describe() {
        return facts;
    }
}
