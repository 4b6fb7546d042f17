package de.kreislaufstadt.reporting.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.measure.StatusReports;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports as the climate staff unit and those who release them work on them, about a measure that is delayed. */
@ApplicationTest
abstract class Reports {

    static final String REPORTS = "/camunda/api/kreislaufstadt/reports";
    static final String FORMULA = "=HYPERLINK(\"http://x.example\";\"<b>&'\") \uD83D\uDEB2";

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    StatusReports statusReports;

    @Autowired
    TestClock.Movable clock;

    Http unit;
    Http other;
    String period;
    UUID measure;
    String number;

    @BeforeEach
    void aMeasureIsDelayed() {
        LocalDate today = LocalDate.now(clock);
        period = today.getYear() + (today.getMonthValue() <= 6 ? "-H1" : "-H2");
        unit = cockpit("klima-leitung");
        other = cockpit("wfm-leitung");
        number = office.as("wfm-sachbearbeitung").proposes();
        measure = jdbc.sql("select id from measure where municipality_id = 'muenster' and number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        says(Assessment.DELAYED, FORMULA);
    }

    @AfterEach
    void noReports() {
        jdbc.sql("delete from periodic_report").update();
        clock.putBack();
    }

    Http cockpit(String user) {
        Http http = new Http(port);
        http.signIn(user, "cockpit");
        return http;
    }

    Http tasklist(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }

    Answer drafted(Http who) {
        return who.post(REPORTS, "{\"period\": \"" + period + "\"}");
    }

    void says(Assessment assessment, String text) {
        statusReports.add(
                Office.MUNICIPALITY,
                measure,
                new StatusReport(LocalDate.now(clock), text, null, assessment),
                "wfm-sachbearbeitung");
    }

    JsonNode content(JsonNode report) {
        return jdbc.sql("select content from periodic_report where id = cast(:id as uuid)")
                .param("id", report.get("id").asText())
                .query((row, i) -> {
                    try {
                        return new ObjectMapper().readTree(row.getString(1));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .single();
    }

    XSSFWorkbook workbook(JsonNode report) {
        byte[] file = unit.download(REPORTS + "/" + report.get("id").asText() + "/xlsx")
                .body();
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the texts of each row of the first sheet whose name contains the word */
    static List<List<String>> sheet(XSSFWorkbook book, String word) {
        for (int index = 0; index < book.getNumberOfSheets(); index++) {
            XSSFSheet sheet = book.getSheetAt(index);
            if (sheet.getSheetName().contains(word)) {
                List<List<String>> rows = new ArrayList<>();
                sheet.forEach(row -> {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> {
                        if (cell.getCellType() == CellType.STRING) {
                            cells.add(cell.getStringCellValue());
                        }
                    });
                    rows.add(cells);
                });
                return rows;
            }
        }
        throw new AssertionError("No sheet " + word);
    }

    int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    static void refused(Answer answer, String field, String reason) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors")).hasSize(1).allSatisfy(error -> {
            assertThat(error.get("field").asText()).isEqualTo(field);
            assertThat(error.get("message").asText()).contains(reason);
        });
    }
}
