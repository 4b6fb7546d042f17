package de.kreislaufstadt.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.kreislaufstadt.released.ComparedStep;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

/** What the association publishes, as files. */
class SharedDataTest {

    private final Shared shared = new Shared().filled();
    private final MockMvc web = OpenDataWeb.of(shared, Shared.CITY);

    @BeforeEach
    void published() {
        shared.approach.published();
        shared.approach.release("muenster", "STRATEGY", 3, 1);
        shared.approach.release("partner07", "PRODUCTS", 0, null);
        shared.approach.compare(new ComparedStep("workshops", "write-minutes", "=Protokoll schreiben", 6, 30, 72, 200));
    }

    @Test
    void versionsAreRowsWithWhoAdoptedThem() throws Exception {
        List<CsvRecord> rows = csv("bausteine");
        assertThat(rows.get(0).getFields()).startsWith("component", "name", "version", "holds");
        assertThat(rows.get(1).getFields())
                .startsWith("STRATEGY", "Strategie", "2", "false", "Deutscher Städtetag")
                .endsWith(
                        "2025-12-20",
                        "Zwischenziele widersprechen dem Bundesrecht",
                        "http://localhost/modellansatz/strategie/fassungen/2");
        assertThat(rows).hasSize(5);
    }

    @Test
    void sectionsKeepTheirText() throws Exception {
        assertThat(csv("abschnitte").get(1).getFields())
                .containsExactly(
                        "STRATEGY",
                        "2",
                        "1",
                        "ziele",
                        "Ziele",
                        "Ziele bis 2035 mit Zwischenzielen, beschlossen vom Rat.");
        assertThat(csv("abschnitte")).hasSize(9);
    }

    @Test
    void membersMaturitiesAndTimesAreRows() throws Exception {
        assertThat(csv("mitglieder").get(4).getFields())
                .containsExactly("partner09", "Partnerkommune 09", "LARGE", "false", "2024-03-01", "2024-12-31");
        assertThat(csv("mitglieder")).hasSize(5);
        assertThat(csv("reifegrade").get(1).getFields())
                .containsExactly(
                        "muenster", "Münster", "STRATEGY", "3", "IN_WORK", "1", "2025-12-01", "Bericht muenster");
        assertThat(csv("reifegrade").get(2).getField(5)).isEmpty();
        assertThat(csv("schrittzeiten").get(1).getFields())
                .containsExactly("workshops", "write-minutes", "'=Protokoll schreiben", "6", "30", "72", "200");
    }

    @Test
    void whatIsWithdrawnIsInNoFileAnyMore() throws Exception {
        shared.approach.withdraw("muenster", "STRATEGY");
        assertThat(csv("reifegrade")).hasSize(2);
        assertThat(new String(bytes("alles.zip"), StandardCharsets.ISO_8859_1)).doesNotContain("Bericht muenster");
    }

    @Test
    void theWorkbookHasASheetForEachTable() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes("modellansatz.xlsx")))) {
            assertThat(workbook.getSheet("Reifegrade").getRow(1).getCell(7).getStringCellValue())
                    .isEqualTo("Bericht muenster");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
        }
    }

    @Test
    void theArchiveHasEverythingAndSaysWhatItIs() throws Exception {
        Map<String, byte[]> entries = unzipped(bytes("alles.zip"));
        assertThat(entries.keySet())
                .containsExactly(
                        "README.txt",
                        "LICENCE.txt",
                        "modellansatz.json",
                        "bausteine.csv",
                        "abschnitte.csv",
                        "mitglieder.csv",
                        "reifegrade.csv",
                        "schrittzeiten.csv",
                        "modellansatz.xlsx");
        assertThat(new String(entries.get("README.txt"), StandardCharsets.UTF_8))
                .contains("Städteverbund Kreislaufwirtschaft", "http://localhost/modellansatz/daten", "holds = false");
        assertThat(DataJson.MAPPER.readTree(entries.get("modellansatz.json"))).hasSize(4);
        assertThat(entries.get("reifegrade.csv")).isEqualTo(bytes("reifegrade.csv"));
    }

    @Test
    void aFileThatIsNotThereIsAProblem() throws Exception {
        for (String file : List.of("geheim.csv", "massnahmen.csv", "modellansatz.json", "x")) {
            assertThat(web.perform(get("/modellansatz/daten/" + file))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(file)
                    .isEqualTo(404);
        }
    }

    private List<CsvRecord> csv(String file) throws Exception {
        String text = new String(bytes(file + ".csv"), StandardCharsets.UTF_8);
        assertThat(text).contains("\r\n").doesNotStartWith("\ufeff");
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            return reader.stream().toList();
        }
    }

    private byte[] bytes(String file) throws Exception {
        return web.perform(get("/modellansatz/daten/" + file))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            List<ZipEntry> seen = new ArrayList<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                seen.add(entry);
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
