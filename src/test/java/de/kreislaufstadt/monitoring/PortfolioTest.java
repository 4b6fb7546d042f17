package de.kreislaufstadt.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The portfolio as a manager's browser asks for it: rows, figures, filters, order, and what it refuses. */
@ApplicationTest
class PortfolioTest {

    private static final String API = "/camunda/api/kreislaufstadt/portfolio";

    @Autowired
    Office office;

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
        due(today().minusDays(3));
        assertThat(light()).containsExactly("RED", "seit 3 Tagen überfällig");
        due(today().plusDays(1));
        assertThat(light()).containsExactly("YELLOW", "morgen fällig");
        due(today().plusDays(30));
        assertThat(light()).containsExactly("GREEN", "im Zeitplan");
    }

    @Test
    void theFiguresAreThoseOfTheSourceTables() {
        due(today().minusDays(3));
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

    /** What the city calls today, whatever the machine does. */
    private static LocalDate today() {
        return CityDay.today();
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
