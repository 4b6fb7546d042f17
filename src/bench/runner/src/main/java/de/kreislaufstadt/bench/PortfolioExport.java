package de.kreislaufstadt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** A hundred thousand measures of one municipality as a table, from a node with little memory. */
final class PortfolioExport {

    private static final int ROWS = 100_000;
    private static final String EXPORT = "/camunda/api/kreislaufstadt/portfolio/export.";

    /** What may be in use while rows are on their way that was not before: some of them, not all. */
    private static final double GROWTH_MB = 64;

    private final ManagersCity city;
    private final Figures figures;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private double growth;
    private long differing;

    PortfolioExport(ManagersCity city, Figures figures) {
        this.city = city;
        this.figures = figures;
    }

    void measure() throws IOException, InterruptedException {
        Database database = city.database();
        String number = database.sql()
                .queryForObject(
                        "select number from measure where municipality_id = ?", String.class, ManagersCity.ARCHIVE);
        new MeasureCopies(database, ManagersCity.ARCHIVE, ManagersCity.departments())
                .addWithoutProcesses(number, 1, ROWS - 1);
        database.settle();
        try (Server node = city.start(MorningRun.HEAP, "-Xlog:gc:file=" + GarbageLog.log("export") + "::filecount=0")) {
            // The projections of the city were made when the product started before, and kept while it ran.
            differing = ManagersCity.putRight(node, ManagersCity.CITY);
            Client manager = city.manager(node, ManagersCity.ARCHIVE);
            node.collectGarbage();
            List<Double> until = GarbageLog.of(GarbageLog.log("export"), GarbageLog.AFTER);
            double before = until.get(until.size() - 1);
            figures.time(ROWS + " rows as CSV", () -> manager.download(EXPORT + "csv", PortfolioExport::allLines));
            figures.time(ROWS + " rows as XLSX", () -> manager.download(EXPORT + "xlsx", PortfolioExport::allRows));
            List<Double> during = GarbageLog.of(GarbageLog.log("export"), GarbageLog.AFTER);
            double most = during.subList(until.size(), during.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(before);
            growth = most - before;
            facts.put("heap of the node that exports", MorningRun.HEAP);
            facts.put("MB in use before the exports", before);
            facts.put("MB in use after a collection during the exports, at most", most);
        }
    }

    /** One line for each measure below the headings. */
    private static void allLines(InputStream body) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            CityInbox.same("lines of the export", ROWS + 1L, lines.lines().count());
        }
    }

    /** A workbook is read from its end, so that it has to be there as a whole. */
    private static void allRows(InputStream body) throws IOException {
        Path file = Files.createTempFile("bench-export", ".xlsx");
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            try (ZipFile workbook = new ZipFile(file.toFile());
                    InputStream sheet = workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml"))) {
                CityInbox.same("rows of the export", ROWS + 1L, rows(sheet));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static long rows(InputStream sheet) throws IOException {
        byte[] wanted = "</row>".getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[1 << 16];
        long found = 0;
        int matched = 0;
        for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
            for (int position = 0; position < read; position++) {
                matched = buffer[position] == wanted[matched] ? matched + 1 : buffer[position] == wanted[0] ? 1 : 0;
                if (matched == wanted.length) {
                    found++;
                    matched = 0;
                }
            }
        }
        return found;
    }

    void judge(Bars bars) {
        bars.atMost("projections that differ from the engine at the next start", differing, 0, "");
        bars.atMost(ROWS + " rows exported: heap in use more than before", growth, GROWTH_MB, "MB");
    }

    Map<String, Object> describe() {
        return facts;
    }
}
