package de.kreislaufstadt.opendata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.FormulaGuard;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The data of released measures as files. */
class DataFilesTest {

    private final Shared shared = new Shared().filled();
    private final DataFiles files = shared.files();

    @Test
    void aTableIsCommaSeparatedWithCrlfAndWithoutAMark() {
        String text = csv(DataTables.INDICATORS);
        assertThat(text).isEqualTo("""
                municipality,number,indicator,day,kind,unit,start,goal,goal_text,target_year,value,finding,source
                muenster,WW-09,Starterprojekte,2024-12-31,MEASURABLE,Stück,0,4,,2027,1,,Sachstand
                muenster,WW-09,Starterprojekte,2025-12-31,MEASURABLE,Stück,0,4,,2027,2,,Sachstand
                """.replace("\n", "\r\n"));
    }

    @Test
    void theFinancePlanNamesLaterYearsWithoutAYear() {
        assertThat(csv(DataTables.FINANCE_PLAN)).isEqualTo("""
                municipality,number,position,year,amount,product_group,line
                muenster,WW-09,1,2025,10000,,
                muenster,WW-09,2,,15000,,
                """.replace("\n", "\r\n"));
    }

    @Test
    void stepsHaveTheirDaysAndWhatIsPlannedHasNone() {
        assertThat(csv(DataTables.STEPS)).isEqualTo("""
                municipality,number,phase,planned,entered,left,days
                muenster,WW-09,KNOWLEDGE,true,2024-11-01,2025-01-15,75
                muenster,WW-09,STATUS_QUO,true,2025-01-15,2025-03-01,45
                muenster,WW-09,WORKSHOPS,true,2025-03-01,,
                muenster,WW-09,STARTER_PROJECTS,true,,,
                muenster,WW-09,IMPLEMENTATION,true,,,
                """.replace("\n", "\r\n"));
    }

    @Test
    void timeFactsOfSmallUnitsSaySoAndHaveNoFigures() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.timesCsv(Shared.CITY, out);
        List<NamedCsvRecord> rows = records(out.toString(UTF_8));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getField("done")).isEqualTo("12");
        assertThat(rows.get(0).getField("suppressed")).isEqualTo("false");
        assertThat(rows.get(1).getField("suppressed")).isEqualTo("true");
        assertThat(rows.get(1).getField("done")).isEmpty();
        assertThat(rows.get(1).getField("in_time")).isEmpty();
    }

    @Test
    void aMeasureIsReadFromItsRowAsItWasReleased() {
        NamedCsvRecord row = records(csv(DataTables.MEASURES)).stream()
                .filter(each -> each.getField("number").equals("WW-09"))
                .findFirst()
                .orElseThrow();
        assertThat(row.getField("title")).isEqualTo("Kreislaufstadt");
        assertThat(row.getField("description"))
                .isEqualTo("Wissen wird aufgebaut, der Bestand erhoben.\n\nWorkshops führen zu Starterprojekten.");
        assertThat(row.getField("co2_status")).isEqualTo("NOT_STATED");
        assertThat(row.getField("co2_number")).isEmpty();
        assertThat(row.getField("cost_number")).isEqualTo("10000");
        assertThat(row.getField("cost_unit")).isEqualTo("EUR");
        assertThat(row.getField("circular_fields")).isEqualTo("BUILDING; FOOD");
        assertThat(row.getField("next_step")).isEqualTo("prepare-workshop");
        assertThat(row.getField("next_due")).isEqualTo("2026-03-31");
        assertThat(row.getField("b22_responsible_bodies")).isEqualTo("Stadtverwaltung");
        assertThat(row.getField("address")).isEqualTo(Shared.BASE + "/muenster/massnahmen/kreislaufstadt");
    }

    @Test
    void aTextThatReadsLikeAFormulaIsGuardedAndReadBackAsItWas() {
        String text = csv(DataTables.MEASURES);
        assertThat(text).contains("\"'=Solar \"\"auf\"\", Dächern\"");
        NamedCsvRecord row = records(text).get(0);
        assertThat(FormulaGuard.plain(row.getField("title")))
                .isEqualTo(shared.measure("EE-03").content().heading().title());
    }

    @Test
    void anEmptyCellIsNoZeroAndAnAmountHasNoExponent() {
        assertThat(CsvFile.text(null)).isEmpty();
        assertThat(CsvFile.text(BigDecimal.ZERO)).isEqualTo("0");
        assertThat(CsvFile.text(new BigDecimal("1.491E+8"))).isEqualTo("149100000");
        assertThat(CsvFile.text(new BigDecimal("-5"))).isEqualTo("-5");
    }

    @Test
    void namesOfColumnsAreUniqueInEachTable() {
        for (DataTable<?> table : DataTables.ALL) {
            assertThat(table.header()).doesNotHaveDuplicates();
        }
    }

    @Test
    void theWorkbookHasASheetForEachTableAndNoFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.workbook(Shared.CITY, Shared.BASE, out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook)
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("Maßnahmen", "Indikatoren", "Finanzplan", "Schritte", "Zeiten", "Lies mich");
            assertThat(workbook.getSheet("Maßnahmen").getLastRowNum()).isEqualTo(2);
            assertThat(workbook.getSheet("Finanzplan").getRow(1).getCell(4).getNumericCellValue())
                    .isEqualTo(10_000);
            workbook.forEach(sheet -> sheet.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
            Row solar = workbook.getSheet("Maßnahmen").getRow(1);
            int title = DataTables.MEASURES.header().indexOf("title");
            assertThat(solar.getCell(title).getStringCellValue()).startsWith("=Solar");
            assertThat(solar.getCell(title).getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void theArchiveHoldsEverythingWithReadMeAndLicence() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DataArchive(files).write(Shared.CITY, Shared.BASE, out);
        Map<String, byte[]> entries = entries(out.toByteArray());
        assertThat(entries)
                .containsOnlyKeys(
                        "README.txt",
                        "LICENCE.txt",
                        "measure.schema.json",
                        "massnahmen/EE-03.json",
                        "massnahmen/WW-09.json",
                        "massnahmen.csv",
                        "indikatoren.csv",
                        "finanzplan.csv",
                        "schritte.csv",
                        "zeiten.csv",
                        "massnahmen.xlsx");
        assertThat(new String(entries.get("README.txt"), UTF_8))
                .contains("Datenlizenz Deutschland", "Data licence Germany", "daten@stadt.example");
        assertThat(new String(entries.get("indikatoren.csv"), UTF_8)).isEqualTo(csv(DataTables.INDICATORS));
        JsonNode measure = DataJson.MAPPER.readTree(entries.get("massnahmen/WW-09.json"));
        assertThat(measure.at("/record/heading/title").asText()).isEqualTo("Kreislaufstadt");
        assertThat(measure.at("/record/schedule/end").isNull()).isTrue();
    }

    private String csv(DataTable<?> table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.csv(table, Shared.CITY, Shared.BASE, out);
        return out.toString(UTF_8);
    }

    private static List<NamedCsvRecord> records(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
