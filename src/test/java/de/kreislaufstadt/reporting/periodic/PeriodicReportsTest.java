package de.kreislaufstadt.reporting.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.measure.StatusReports;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.AccessiblePdf;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The climate staff unit puts a report together, somebody else releases it, and what was released stays. */
@ApplicationTest
class PeriodicReportsTest {

    private static final String REPORTS = "/camunda/api/kreislaufstadt/reports";
    private static final String FORMULA = "=HYPERLINK(\"http://x.example\";\"<b>&'\") \uD83D\uDEB2";

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

    private Http unit;
    private Http other;
    private String period;
    private UUID measure;
    private String number;

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

    @Test
    void somebodyElseReleasesItAndFromThenOnItStays() {
        String id = drafted(unit).json().get("id").asText();

        Answer released = other.post(REPORTS + "/" + id + "/release", "{}");

        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(released.json().get("releasedAt").isNull()).isFalse();
        assertThat(released.json().get("mayChange").asBoolean()).isFalse();
        refused(unit.post(REPORTS + "/" + id, "{\"preface\": \"Anders\"}"), "report", "freigegeben");
        refused(unit.send("DELETE", REPORTS + "/" + id, null), "report", "freigegeben");
        refused(other.post(REPORTS + "/" + id + "/release", "{}"), "report", "freigegeben");
        assertThat(count("select count(*) from periodic_report where preface is null and fingerprint is not null"))
                .isEqualTo(1);
    }

    @Test
    void whoHasWorkedOnItDoesNotReleaseIt() {
        String id = drafted(unit).json().get("id").asText();

        refused(unit.post(REPORTS + "/" + id + "/release", "{}"), "release", "Vier-Augen-Prinzip");
        assertThat(other.post(REPORTS + "/" + id, "{\"preface\": \"Nachgetragen\"}")
                        .status())
                .isEqualTo(200);
        refused(other.post(REPORTS + "/" + id + "/release", "{}"), "release", "Vier-Augen-Prinzip");
        assertThat(count("select count(*) from periodic_report where released_at is not null"))
                .isZero();
    }

    @Test
    void aCorrectionStandsBesideTheFrozenReportAndSaysWhatChanged() {
        String first = drafted(unit).json().get("id").asText();
        other.post(REPORTS + "/" + first + "/release", "{}");
        refused(drafted(unit), "correction", "braucht einen Grund");
        says(Assessment.AT_RISK, "Die Förderung ist ausgefallen.");

        JsonNode second = unit.post(
                        REPORTS, "{\"period\": \"" + period + "\", \"correction\": \"Ein Sachstand kam zu spät.\"}")
                .json();

        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("changes").asInt()).isPositive();
        assertThat(sheet(workbook(second), "Änderungen"))
                .anySatisfy(row -> assertThat(row).contains(number, "Verzögert", "Gefährdet"));
        assertThat(sheet(workbook(unit.get(REPORTS).json().get("reports").get(1)), "Verzögerungen"))
                .as("the frozen one says what it said")
                .anySatisfy(row -> assertThat(row).contains(number, "Verzögert", FORMULA));
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

    @ParameterizedTest
    @CsvSource({"'', Nennen Sie", "2026-H3, Nennen Sie", "1026, Nennen Sie", "2099, noch nicht begonnen"})
    void onlyPeriodsThatHaveBegunAreReportedOn(String wrong, String reason) {
        refused(unit.post(REPORTS, "{\"period\": \"" + wrong + "\"}"), "period", reason);
    }

    @Test
    void thereIsOneDraftOfAPeriodAndAPrefaceHasALimit() {
        refused(
                unit.post(REPORTS, "{\"period\": \"" + period + "\", \"preface\": \"" + "x".repeat(5001) + "\"}"),
                "preface",
                "5.000");
        drafted(unit);

        refused(drafted(unit), "period", "schon einen Entwurf");
        assertThat(count("select count(*) from periodic_report")).isEqualTo(1);
    }

    @Test
    void aReportIsNobodysBusinessButItsReadersAndNobodyElseWritesOne() {
        OtherCity.found(jdbc, accounts);
        String id = drafted(unit).json().get("id").asText();

        assertThat(cockpit(OtherCity.HEAD).get(REPORTS + "/" + id + "/pdf").status())
                .isEqualTo(404);
        assertThat(cockpit(OtherCity.HEAD)
                        .post(REPORTS + "/" + id + "/release", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(tasklist("umwelt-sachbearbeitung").get(REPORTS).status()).isEqualTo(404);
        assertThat(tasklist("umwelt-sachbearbeitung")
                        .post(REPORTS, "{\"period\": \"2025\"}")
                        .status())
                .isEqualTo(404);
        assertThat(tasklist("klima-sachbearbeitung").get(REPORTS).json().get("reports"))
                .hasSize(1);
        assertThat(tasklist("klima-sachbearbeitung")
                        .post(REPORTS + "/" + id + "/release", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(cockpit("beobachtung")
                        .post(REPORTS, "{\"period\": \"2025\"}")
                        .status())
                .isEqualTo(403);
        assertThat(new Http(port).get(REPORTS).status()).isEqualTo(401);
        assertThat(count("select count(*) from periodic_report where released_at is not null"))
                .isZero();
    }

    private Http cockpit(String user) {
        Http http = new Http(port);
        http.signIn(user, "cockpit");
        return http;
    }

    private Http tasklist(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }

    private Answer drafted(Http who) {
        return who.post(REPORTS, "{\"period\": \"" + period + "\"}");
    }

    private void says(Assessment assessment, String text) {
        statusReports.add(
                Office.MUNICIPALITY,
                measure,
                new StatusReport(LocalDate.now(clock), text, null, assessment),
                "wfm-sachbearbeitung");
    }

    private JsonNode content(JsonNode report) {
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

    private XSSFWorkbook workbook(JsonNode report) {
        byte[] file = unit.download(REPORTS + "/" + report.get("id").asText() + "/xlsx")
                .body();
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the texts of each row of the first sheet whose name contains the word */
    private static List<List<String>> sheet(XSSFWorkbook book, String word) {
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

    /** The one cell that the city's own words stand in, large. */
    private static boolean isTitle(Cell cell) {
        return cell.getSheet().getWorkbook().getSheetIndex(cell.getSheet()) == 0 && cell.getRowIndex() == 1;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static void refused(Answer answer, String field, String reason) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors")).hasSize(1).allSatisfy(error -> {
            assertThat(error.get("field").asText()).isEqualTo(field);
            assertThat(error.get("message").asText()).contains(reason);
        });
    }
}
