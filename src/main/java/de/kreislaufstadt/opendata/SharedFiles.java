package de.kreislaufstadt.opendata;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.opendata.SharedTables.Table;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Writes what the association publishes as tables, as a workbook and as everything in one file. */
@Component
class SharedFiles {

    static final String WORKBOOK = "modellansatz.xlsx";

    private static final Texts TEXTS = Texts.of("opendata");
    private static final String RULE = "-".repeat(72);

    private final SharedData data;

    SharedFiles(SharedData data) {
        this.data = data;
    }

    void csv(Table table, String base, OutputStream out) {
        CsvFile csv = new CsvFile(out);
        csv.head(table.header());
        table.rows().of(data, base).forEach(csv::row);
        csv.flush();
    }

    void workbook(Municipality publisher, String base, OutputStream out) throws IOException {
        try (DataWorkbook workbook = new DataWorkbook()) {
            for (Table table : SharedTables.ALL) {
                DataWorkbook.Sheet sheet =
                        workbook.sheet(TEXTS.german("opendata.sheet." + table.file()), table.header());
                table.rows().of(data, base).forEach(sheet::row);
            }
            DataWorkbook.Sheet readMe = workbook.sheet(
                    TEXTS.german("opendata.sheet.liesmich"),
                    List.of(TEXTS.german("opendata.approach.readme.title", publisher.name())));
            ReadersLanguage.in(Locale.GERMAN, () -> paragraphs(publisher, base)).forEach(readMe::row);
            workbook.write(out);
        }
    }

    /** README, licence, the whole as JSON, all tables, and the workbook. */
    void archive(Municipality publisher, String base, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(zip, "README.txt", readMe(publisher, base).getBytes(StandardCharsets.UTF_8));
        entry(zip, "LICENCE.txt", ReadMe.licence(publisher).getBytes(StandardCharsets.UTF_8));
        entry(zip, "modellansatz.json", DataJson.bytes(data.released().versions()));
        for (Table table : SharedTables.ALL) {
            zip.putNextEntry(new ZipEntry(table.file() + ".csv"));
            csv(table, base, zip);
        }
        zip.putNextEntry(new ZipEntry(WORKBOOK));
        workbook(publisher, base, new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            /** A workbook closes what it is written to; the archive goes on. */
            @Override
            public void close() throws IOException {
                flush();
            }
        });
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    private static String readMe(Municipality publisher, String base) {
        List<String> german = ReadersLanguage.in(Locale.GERMAN, () -> titled(publisher, base));
        List<String> english = ReadersLanguage.in(Locale.ENGLISH, () -> titled(publisher, base));
        return String.join(
                        "\r\n\r\n",
                        Stream.of(german, List.of(RULE), english)
                                .flatMap(List::stream)
                                .toList()) + "\r\n";
    }

    private static List<String> titled(Municipality publisher, String base) {
        return Stream.concat(
                        Stream.of(TEXTS.get("opendata.approach.readme.title", publisher.name())),
                        paragraphs(publisher, base).stream())
                .toList();
    }

    private static List<String> paragraphs(Municipality publisher, String base) {
        return List.of(
                TEXTS.get("opendata.approach.readme.what", publisher.name(), base + DataAddresses.page(publisher.id())),
                TEXTS.get("opendata.approach.readme.files"),
                TEXTS.get("opendata.readme.cells"),
                TEXTS.get("opendata.approach.readme.values"),
                TEXTS.get("opendata.readme.licence", publisher.name(), DataLicence.text(publisher)));
    }
}
