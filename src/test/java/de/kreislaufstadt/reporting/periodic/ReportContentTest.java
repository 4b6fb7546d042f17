package de.kreislaufstadt.reporting.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.AccessiblePdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report says is what the records say, and its files are fit for everybody. */
class ReportContentTest extends Reports {

    @Test
    void countsWhatTheRecordsSay() {
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");

        JsonNode report = drafted(unit).json();

        assertThat(report.get("measures").asInt())
                .isEqualTo(count("select count(*) from measure where municipality_id = 'muenster'"));
        assertThat(report.get("late").asInt()).isEqualTo(count("""
                select count(*) from measure m where m.municipality_id = 'muenster' and (
                    select r.assessment from measure_status_report r where r.measure_id = m.id
                    order by r.as_of desc, r.created_at desc limit 1) in ('DELAYED', 'AT_RISK')
                """));
        JsonNode content = content(report);
        assertThat(content.get("co2").get("stated").asInt()).isEqualTo(count("""
                select count(*) from measure m
                join measure_version v on v.measure_id = m.id
                     and v.version = (select max(w.version) from measure_version w where w.measure_id = m.id)
                join reported_value r on r.owner_id = v.id and r.field = 'co2' and r.status = 'VALUE'
                where m.municipality_id = 'muenster' and m.state not in ('MERGED', 'CANCELLED', 'REJECTED')
                """));
        assertThat(content.get("steps").get("done").asInt())
                .isPositive()
                .isEqualTo(count("select count(*) from step where municipality_id = 'muenster' and task_id is not null"
                        + " and completed_at >= date_trunc('day', cast('"
                        + content.get("from").asText() + "' as date) at time zone 'Europe/Berlin')"));
        assertThat(content.get("steps").get("inTime").asInt()).isPositive();
    }

    @Test
    void decisionsStandInItWithTheirConditions() {
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        office.as("wfm-leitung")
                .completes(
                        number,
                        "decide-measure",
                        data -> data.put("decidedOn", LocalDate.now(clock).toString())
                                .putArray("conditionItems")
                                .addObject()
                                .put("text", "Nach einem Jahr wird berichtet.")
                                .put("department", "umwelt")
                                .put("due", "2099-03-02"));

        assertThat(content(drafted(unit).json()).get("decisions")).anySatisfy(decided -> {
            assertThat(decided.get("number").asText()).isEqualTo(number);
            assertThat(decided.get("conditions").asText()).isEqualTo("Nach einem Jahr wird berichtet.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void thePdfIsReadableForEverybody(String language) throws Exception {
        String id = drafted(unit).json().get("id").asText();

        byte[] file = unit.with("Accept-Language", language)
                .download(REPORTS + "/" + id + "/pdf")
                .body();

        Files.createDirectories(Path.of("target", "reports"));
        Files.write(Path.of("target", "reports", "report-" + language + ".pdf"), file);
        AccessiblePdf.check(file);
    }

    @Test
    void theWorkbookKeepsDangerousTextsAsTextsAndDrawsItsCharts() throws IOException {
        JsonNode report = drafted(unit).json();

        try (XSSFWorkbook book = workbook(report)) {
            XSSFSheet overview = book.getSheetAt(1);
            assertThat(overview.getDrawingPatriarch().getCharts()).hasSize(1);
            for (int index = 0; index < book.getNumberOfSheets(); index++) {
                book.getSheetAt(index)
                        .forEach(row -> row.forEach(cell -> {
                            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                            if (cell.getCellType() == CellType.STRING) {
                                assertThat(cell.getCellStyle().getQuotePrefixed())
                                        .as(cell.getStringCellValue())
                                        .isEqualTo(!isTitle(cell));
                            }
                        }));
            }
        }
    }

    /** The one cell that the city's own words stand in, large. */
    private static boolean isTitle(Cell cell) {
        return cell.getSheet().getWorkbook().getSheetIndex(cell.getSheet()) == 0 && cell.getRowIndex() == 1;
    }
}
