package de.kreislaufstadt.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The portfolio as a manager's browser asks for it: rows, figures, filters, order, exports, and what it refuses. */
@ApplicationTest
class PortfolioTest {

    private static final String API = "/camunda/api/kreislaufstadt/portfolio";

    @Autowired
    Office office;

    @Autowired
    Portfolio portfolio;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private String number;

    @BeforeEach
    void aMeasureThatWaitsForItsReview() {
        number = office.as("wfm-sachbearbeitung").proposes();
    }

    @Test
    void aRowSaysWhereTheMeasureStandsWhatComesNextWithWhomAndUntilWhen() {
        JsonNode row = row(manager().get(API + "?words=" + number).json());

        assertThat(row.get("title").asText()).isEqualTo("Wiederverwendung von Bauteilen");
        assertThat(row.get("field").asText()).isEqualTo("Wirtschaft und Wissenschaft");
        assertThat(row.get("phaseLabel").asText()).isEqualTo("In Prüfung");
        assertThat(row.get("lead").asText()).startsWith("Wirtschaftsförderung");
        assertThat(row.get("step").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(row.get("department").asText()).isEqualTo("Stabsstelle Klima");
        assertThat(row.get("held").asBoolean()).isFalse();
        assertThat(row.get("due").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(row.get("days").asInt()).isZero();
        assertThat(row.get("instance").asText())
                .isEqualTo(office.open(number, "review-proposal").get(0).getProcessInstanceId());
    }

    @Test
    void theLightTurnsWithTheDeadlineAndSaysSoInWords() {
        due(LocalDate.now().minusDays(3));
        assertThat(light()).containsExactly("RED", "seit 3 Tagen überfällig");
        due(LocalDate.now().plusDays(1));
        assertThat(light()).containsExactly("YELLOW", "morgen fällig");
        due(LocalDate.now().plusDays(30));
        assertThat(light()).containsExactly("GREEN", "im Zeitplan");
    }

    @Test
    void theFiguresAreThoseOfTheSourceTables() {
        due(LocalDate.now().minusDays(3));
        String decision = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(decision, "review-proposal");

        JsonNode tiles = manager().get(API).json().get("tiles");

        assertThat(tiles.get("running").asLong())
                .isEqualTo(
                        count("select count(*) from measure m where m.municipality_id = 'muenster' and m.state not in"
                                + " ('PAUSED', 'DEFERRED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'MERGED')"));
        assertThat(tiles.get("overdue").asLong()).isEqualTo(count("""
                select count(distinct m.id) from measure m
                join camunda.act_ru_execution e on e.business_key_ = m.number and e.tenant_id_ = m.municipality_id
                join camunda.act_ru_task t on t.proc_inst_id_ = e.id_
                where m.municipality_id = 'muenster'
                  and m.state not in ('PAUSED', 'DEFERRED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'MERGED')
                  and (t.due_date_ at time zone 'UTC' at time zone 'Europe/Berlin')::date
                      < (now() at time zone 'Europe/Berlin')::date
                """)).isPositive();
        assertThat(tiles.get("decision").asLong()).isEqualTo(count("""
                select count(distinct m.id) from measure m
                join camunda.act_ru_execution e on e.business_key_ = m.number and e.tenant_id_ = m.municipality_id
                join camunda.act_ru_task t on t.proc_inst_id_ = e.id_ and t.task_def_key_ like 'decide-%'
                where m.municipality_id = 'muenster'
                """)).isPositive();
    }

    @Test
    void aMeasureInWhichSomethingHasFailedIsStuckAndIsFoundByItsTile() {
        String process = office.open(number, "review-proposal").get(0).getProcessInstanceId();
        String incident = office.runtime()
                .createIncident("mailServerSilent", process, "1", "Der Mailserver antwortet nicht.")
                .getId();

        JsonNode page = manager().get(API + "?tile=STUCK&size=200").json();

        office.runtime().resolveIncident(incident);
        assertThat(numbers(page)).contains(number);
        assertThat(page.at("/tiles/stuck").asLong())
                .isEqualTo(page.get("total").asLong())
                .isEqualTo(numbers(page).size());
        assertThat(row(page).get("light").asText()).isEqualTo("RED");
        assertThat(numbers(manager().get(API + "?tile=STUCK&size=200").json())).doesNotContain(number);
    }

    @Test
    void everyFilterNarrowsToWhatItNames() {
        Http manager = manager();

        assertThat(numbers(manager.get(API + "?field=ECONOMY_SCIENCE&size=200").json()))
                .contains(number);
        assertThat(numbers(
                        manager.get(API + "?field=CLIMATE_ADAPTATION&size=200").json()))
                .doesNotContain(number);
        assertThat(numbers(
                        manager.get(API + "?department=klima&words=" + number).json()))
                .containsExactly(number);
        assertThat(numbers(manager.get(API + "?department=wfm&words=" + number).json()))
                .containsExactly(number);
        assertThat(numbers(manager.get(API + "?department=stadtwerke&words=" + number)
                        .json()))
                .isEmpty();
        assertThat(numbers(
                        manager.get(API + "?phase=UNDER_REVIEW&words=" + number).json()))
                .containsExactly(number);
        assertThat(numbers(manager.get(API + "?phase=WORKSHOPS&words=" + number).json()))
                .isEmpty();
        assertThat(numbers(manager.get(API + "?state=RUNNING&words=" + number).json()))
                .containsExactly(number);
        assertThat(numbers(manager.get(API + "?state=COMPLETED&words=" + number).json()))
                .isEmpty();
        assertThat(numbers(manager.get(API + "?tile=DECISION&words=" + number).json()))
                .isEmpty();
        assertThat(numbers(manager.get(API + "?municipality=muenster&words=bauteilen+" + number)
                        .json()))
                .containsExactly(number);
    }

    @Test
    void anythingIsSortedBothWays() {
        office.as("wfm-sachbearbeitung").proposes();
        for (String column : List.of("NUMBER", "TITLE", "PHASE", "LEAD", "DEPARTMENT", "DUE", "DAYS")) {
            assertThat(manager().get(API + "?sort=" + column + "&order=desc").status())
                    .as(column)
                    .isEqualTo(200);
        }
        List<String> upwards =
                numbers(manager().get(API + "?sort=NUMBER&size=200").json());
        List<String> downwards = new ArrayList<>(
                numbers(manager().get(API + "?sort=NUMBER&order=desc&size=200").json()));

        assertThat(upwards).hasSizeGreaterThan(1);
        Collections.reverse(downwards);
        assertThat(downwards).containsExactlyElementsOf(upwards);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=number;drop+table+measure|sort|Sortierung",
                "sort=state|sort|Sortierung",
                "order=sideways|order|Reihenfolge",
                "field=X'+or+'1'='1|field|Handlungsfeld",
                "department=wfm'+--|department|Fachbereich",
                "phase=1)+or+(1=1|phase|Phase",
                "state=OTHER|state|Stand",
                "tile=ALL|tile|Kachel",
                "page=0|page|Seite",
                "size=100000|size|Zeilen je Seite",
                "municipality=bottrop|municipality|Kommune"
            })
    void whatCannotBeMeantIsRefusedAndNamed(String query, String field, String label) {
        for (String path : List.of("", "/export.csv", "/export.xlsx")) {
            Http.Answer answer = manager().get(API + path + "?" + query);

            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
            assertThat(answer.json().at("/errors/0/label").asText()).isEqualTo(label);
            assertThat(answer.json().at("/errors/0/message").asText()).isNotBlank();
        }
    }

    @Test
    void aSearchForWhatLooksLikeSqlFindsNothingAndBreaksNothing() {
        assertThat(manager()
                        .get(API + "?words=%27%20or%201%3D1%20--")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(manager().get(API + "?words=%25").json().get("total").asInt())
                .isZero();
    }

    @Test
    void whoDoesNotManageSeesNoPortfolio() {
        assertThat(browser("umwelt-sachbearbeitung", "tasklist").get(API).status())
                .isEqualTo(403);
        assertThat(new Http(port).get(API).status()).isEqualTo(401);
    }

    @Test
    void theExportsHoldTheSameRowsAndNoFormula() throws IOException {
        office.jdbc()
                .sql("update monitored_measure set title = '=HYPERLINK(\"http://x\")' where number = ?")
                .param(number)
                .update();

        String csv = manager().get(API + "/export.csv?words=" + number).body();
        byte[] xlsx = manager().download(API + "/export.xlsx?words=" + number).body();

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").contains("\"Vorschlag prüfen\"");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo(number);
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(row.getCell(2).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(9).getLocalDateTimeCellValue()).isNotNull();
        }
    }

    /** Rows travel from the database as they are written: what is held does not grow with them. */
    @Test
    void aHundredThousandMeasuresGoByWithoutBeingHeld() {
        AtomicLong rows = new AtomicLong();
        AtomicLong held = new AtomicLong();
        transactions.executeWithoutResult(status -> {
            aLargeCity();
            portfolio.each(
                    new Login("somebody", List.of("grossstadt-managers"), List.of("grossstadt")),
                    Asked.of(Map.of("sort", "NUMBER")),
                    row -> {
                        long number = rows.incrementAndGet();
                        if (number == 1_000) {
                            held.set(heldNow());
                        } else if (number == 100_000) {
                            held.set(heldNow() - held.get());
                        }
                    });
            status.setRollbackOnly();
        });

        assertThat(rows).hasValue(100_000);
        assertThat(held.get()).isLessThan(8L * 1024 * 1024);
    }

    private void aLargeCity() {
        office.jdbc().sql("""
                        insert into municipality (id, name, official_key, federal_state)
                        values ('grossstadt', 'Großstadt', '05515001', 'NW')
                        """).update();
        // In parts: on a busy machine one statement for all of them takes longer than a connection waits for its
        // answer.
        for (int first = 0; first < 100_000; first += 10_000) {
            arrive(first);
        }
    }

    private void arrive(int first) {
        office.jdbc().sql("""
                        with arrived as (
                            insert into measure (id, municipality_id, number, lead, state, created_by)
                            select gen_random_uuid(), 'grossstadt', 'A' || chr(65 + n / 50000) || '-' || 10000 + n % 50000,
                                   'amt', 'KNOWLEDGE', 'somebody'
                            from generate_series(:first, :first + 9999) n returning *)
                        insert into monitored_measure (municipality_id, measure_id, number, title, field_of_action, lead,
                                                       state, phase, since)
                        select municipality_id, id, number, 'Maßnahme ' || number, 'X', lead, state, state, created_at
                        from arrived
                        """).param("first", first).update();
    }

    private static long heldNow() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void due(LocalDate day) {
        String task = office.open(number, "review-proposal").get(0).getId();
        office.tasks().setDueDate(task, Timestamp.valueOf(day.atTime(12, 0)));
    }

    private List<String> light() {
        JsonNode row = row(manager().get(API + "?words=" + number).json());
        return List.of(row.get("light").asText(), row.get("lightText").asText());
    }

    private JsonNode row(JsonNode page) {
        return StreamSupport.stream(page.get("rows").spliterator(), false)
                .filter(row -> row.get("number").asText().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> numbers(JsonNode page) {
        return StreamSupport.stream(page.get("rows").spliterator(), false)
                .map(row -> row.get("number").asText())
                .toList();
    }

    private long count(String sql) {
        return office.jdbc().sql(sql).query(Long.class).single();
    }

    private Http manager() {
        return browser("wfm-leitung", "cockpit");
    }

    private Http browser(String user, String application) {
        Http browser = new Http(port);
        browser.signIn(user, application);
        return browser;
    }
}
