package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.AccessiblePdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a reporting round leaves on paper: the council's paper and the table of the contract. */
class RoundPapersTest extends RoundPaths {

    @Test
    void theTableOfTheContractSaysWhatWasFrozenAndNoCellIsAFormula() throws IOException {
        String one = titled("=HYPERLINK(\"http://boese.example\";\"hier\")");
        String other = titled("Kantinen ohne Reste");
        String key = frozen(one, other);
        office.jdbc()
                .sql("update measure_version set description = 'Später geändert' where measure_id ="
                        + " (select id from measure where number = :number and municipality_id = 'muenster')")
                .param("number", one)
                .update();

        byte[] file =
                browser(HEAD).download(ROUNDS + "/" + key + "/action-plan.xlsx").body();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Action outline");
            assertThat(sheet.getRow(1).getLastCellNum())
                    .as("the number and 14 fields")
                    .isEqualTo((short) 15);
            Row row = sheet.getRow(3).getCell(0).getStringCellValue().equals(one) ? sheet.getRow(3) : sheet.getRow(4);
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(row.getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(3).getStringCellValue())
                    .as("from the snapshot")
                    .isNotEqualTo("Später geändert");
            assertThat(row.getCell(10).getStringCellValue()).contains("Der Katalog steht");
            assertThat(row.getCell(13).getStringCellValue()).startsWith("Nicht bezifferbar");
            Sheet sums = workbook.getSheetAt(1);
            assertThat(sums.getRow(3).getCell(2).getStringCellValue())
                    .isEqualTo("0 von 2 Maßnahmen nennen eine Zahl in dieser Einheit");
            assertThat(sums.getRow(4).getCell(1).getStringCellValue()).startsWith("25.001,00");
            assertThat(sums.getRow(4).getCell(2).getStringCellValue())
                    .isEqualTo("2 von 2 Maßnahmen nennen eine Zahl in dieser Einheit");
        }
    }

    @Test
    void theCouncilPaperIsADocumentThatEverybodyCanRead() throws Exception {
        String key = opened(titled("Radweg 🚲 und <b>Tüten</b> 漢字"));
        assertThat(browser(HEAD).get(ROUNDS + "/" + key + "/paper.pdf").status())
                .as("nothing is written yet")
                .isEqualTo(409);
        String written = written(titled("Radweg 🚲 und <b>Tüten</b> 漢字"));

        HttpResponse<byte[]> paper = browser("beobachtung").download(ROUNDS + "/" + written + "/paper.pdf");

        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("vorlage-V-0573-2026.pdf");
        Files.createDirectories(Path.of("target", "reports"));
        Files.write(Path.of("target", "reports", "council-paper.pdf"), paper.body());
        AccessiblePdf.check(paper.body());
        assertThat(browser("wfm-sachbearbeitung")
                        .get(ROUNDS + "/" + written + "/paper.pdf")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thereIsNoTableBeforeTheRoundIsFrozen() {
        String key = opened(implemented());
        assertThat(browser(HEAD).get(ROUNDS + "/" + key + "/action-plan.xlsx").status())
                .isEqualTo(409);
    }

    private String titled(String title) {
        String measure = clerk("wfm")
                .proposes(office.valid(
                        "propose-measure", data -> ((ObjectNode) data.get("outline")).put("title", title)));
        clerk("klima").completes(measure, "review-proposal");
        head("wfm").completes(measure, "decide-measure", approval("IMPLEMENTATION"));
        return measure;
    }
}
