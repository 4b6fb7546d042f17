package de.kreislaufstadt.association.standing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.association.ReleasedComparison;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Alliance;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city says how far it is, a second person releases it, and it takes that back whenever it wants to. */
@ApplicationTest
class StandingTest {

    private static final String STANDING = "/camunda/api/kreislaufstadt/standing";
    private static final String MATRIX = "/camunda/api/kreislaufstadt/exchange/matrix";
    private static final String CITY = "bundeins";
    private static final String NEIGHBOUR = "bundzwei";
    private static final String CLERK = CITY + "-sachbearbeitung";
    private static final String HEAD = CITY + "-leitung";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ReleasedStandings standings;

    @Autowired
    ReleasedComparison comparison;

    @LocalServerPort
    int port;

    private Alliance alliance;
    private UUID membership;

    @BeforeEach
    void members() {
        alliance = new Alliance(jdbc, accounts, events).found();
        membership = alliance.city(CITY, "LARGE", true);
        alliance.city(NEIGHBOUR, "MEDIUM", false);
    }

    @AfterEach
    void gone() {
        alliance.dissolve();
    }

    @Test
    void oneEntersAndAnotherReleases() {
        assertThat(enter(CLERK, "STRATEGY", entry(3, "Ratsbeschluss liegt vor")).status())
                .isEqualTo(201);
        assertThat(seenByNeighbour()).as("nothing before the release").doesNotContain("Ratsbeschluss");
        assertThat(part(HEAD, "STRATEGY").path("mayRelease").asBoolean()).isTrue();
        assertThat(part(CLERK, "STRATEGY").path("mayRelease").asBoolean()).isFalse();

        assertThat(release(CLERK, "STRATEGY", 1).status())
                .as("only the head releases")
                .isEqualTo(403);
        assertThat(release(HEAD, "STRATEGY", 1).status()).isEqualTo(204);

        assertThat(standings.of(List.of(CITY))).singleElement().satisfies(one -> {
            assertThat(one.maturity()).isEqualTo(3);
            assertThat(one.component()).isEqualTo(ModelComponent.STRATEGY);
        });
        assertThat(seenByNeighbour()).contains("Ratsbeschluss");
        assertThat(release(HEAD, "STRATEGY", 1).status()).as("once").isEqualTo(409);
    }

    @Test
    void nobodyReleasesWhatTheyHaveEnteredNorInTheirDeputysPlace() {
        enter(HEAD, "STRATEGY", entry(2, "Entwurf"));
        assertThat(part(HEAD, "STRATEGY").path("mayRelease").asBoolean()).isFalse();
        assertThat(fields(release(HEAD, "STRATEGY", 1))).containsExactly("number");
        assertThat(standings.of(List.of(CITY))).isEmpty();

        enter(CLERK, "STRATEGY", entry(2, "Entwurf"));
        jdbc.sql("update component_standing set deputy_for_by = :head where municipality_id = :city and number = 2")
                .param("head", HEAD)
                .param("city", CITY)
                .update();
        assertThat(fields(release(HEAD, "STRATEGY", 2)))
                .as("entered in the head's place")
                .containsExactly("number");
    }

    @Test
    void aNewerRowThatIsNotReleasedDoesNotShow() {
        enter(CLERK, "STRATEGY", entry(2, "Erster Stand"));
        release(HEAD, "STRATEGY", 1);
        enter(CLERK, "STRATEGY", entry(4, "Zweiter Stand"));

        assertThat(standings.of(List.of(CITY)))
                .extracting(ReleasedStandings.Released::maturity)
                .containsExactly(2);
        assertThat(seenByNeighbour()).contains("Erster Stand").doesNotContain("Zweiter Stand");
        assertThat(part(CLERK, "STRATEGY").path("rows").findValuesAsText("maturity"))
                .as("the city itself reads all rows")
                .containsExactly("4", "2");
        assertThat(release(HEAD, "STRATEGY", 1).status())
                .as("a row that somebody has added to")
                .isEqualTo(409);
    }

    /** The wrong input of the product's story: a municipality withdraws the release of its maturity. */
    @Test
    void whatIsWithdrawnIsGoneAtOnceAndNothingOlderComesBack() {
        enter(CLERK, "STRATEGY", entry(1, "Erster Stand"));
        release(HEAD, "STRATEGY", 1);
        enter(CLERK, "STRATEGY", entry(2, "Zweiter Stand"));
        release(HEAD, "STRATEGY", 2);
        assertThat(withdraw(CLERK, "STRATEGY", null).status()).isEqualTo(403);

        assertThat(withdraw(HEAD, "STRATEGY", "Die Zahlen werden überprüft.").status())
                .isEqualTo(204);

        assertThat(standings.of(List.of(CITY))).isEmpty();
        assertThat(seenByNeighbour()).doesNotContain("Stand\"").contains("nicht freigegeben");
        JsonNode newest = part(CLERK, "STRATEGY").path("rows").path(0);
        assertThat(newest.path("withdrawnReason").asText()).isEqualTo("Die Zahlen werden überprüft.");
        assertThat(newest.path("releasedAt").isNull()).as("the history stays").isFalse();
        assertThat(withdraw(HEAD, "STRATEGY", null).status())
                .as("nothing is left")
                .isEqualTo(409);

        assertThat(release(HEAD, "STRATEGY", 2).status())
                .as("the same row may be released again")
                .isEqualTo(204);
        assertThat(withdraw(HEAD, "STRATEGY", " ").status())
                .as("a reason is optional")
                .isEqualTo(204);
    }

    /** The wrong input of the product's story: a component is withdrawn after a municipality has built on it. */
    @Test
    void whatIsBuiltOnAWithdrawnVersionStaysAndSaysSo() {
        alliance.published("STRATEGY", 1);
        alliance.published("STRATEGY", 2);
        enter(CLERK, "STRATEGY", built(2));
        release(HEAD, "STRATEGY", 1);
        jdbc.sql(
                        "update component_version set withdrawn_on = date '2026-02-01', withdrawn_reason = 'Widerspricht dem neuen Recht.'"
                                + " where component = 'STRATEGY' and version = 2")
                .update();

        assertThat(part(CLERK, "STRATEGY")
                        .path("rows")
                        .path(0)
                        .path("withdrawnVersion")
                        .asText())
                .isEqualTo("beruht auf zurückgezogener Fassung 2, Grund: Widerspricht dem neuen Recht.");
        assertThat(part(CLERK, "STRATEGY").path("rows").path(0).path("content").asText())
                .isEqualTo("Übernommen");
        assertThat(seenByNeighbour()).contains("beruht auf zurückgezogener Fassung 2, Grund");
        assertThat(enter(CLERK, "STRATEGY", built(2)).status())
                .as("what is built on it goes on")
                .isEqualTo(201);
        assertThat(enter(CLERK, "STRATEGY", built(1)).status()).isEqualTo(201);
        assertThat(fields(enter(CLERK, "STRATEGY", built(2))))
                .as("nothing is begun on it")
                .containsExactly("builtOn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    maturity | {"maturity": 5, "evidence": "x", "progress": "IN_WORK", "asOf": "2026-01-15", "source": "x"}
                    maturity | {"maturity": -1, "evidence": "x", "progress": "IN_WORK", "asOf": "2026-01-15", "source": "x"}
                    maturity | {"maturity": 2.5, "evidence": "x", "progress": "IN_WORK", "asOf": "2026-01-15", "source": "x"}
                    maturity | {"maturity": "viel", "evidence": "x", "progress": "IN_WORK", "asOf": "2026-01-15", "source": "x"}
                    evidence | {"maturity": 2, "evidence": "  ", "progress": "IN_WORK", "asOf": "2026-01-15", "source": "x"}
                    progress | {"maturity": 2, "evidence": "x", "progress": "BEGONNEN", "asOf": "2026-01-15", "source": "x"}
                    content  | {"maturity": 2, "evidence": "x", "progress": "ADOPTED", "asOf": "2026-01-15", "source": "x"}
                    builtOn  | {"maturity": 2, "evidence": "x", "progress": "IN_WORK", "asOf": "2026-01-15", "source": "x", "builtOn": 9}
                    asOf     | {"maturity": 2, "evidence": "x", "progress": "IN_WORK", "asOf": "2999-01-15", "source": "x"}
                    asOf     | {"maturity": 2, "evidence": "x", "progress": "IN_WORK", "asOf": "gestern", "source": "x"}
                    source   | {"maturity": 2, "evidence": "x", "progress": "IN_WORK", "asOf": "2026-01-15"}
                    """)
    void aWrongValueIsNamedAndNothingIsKept(String field, String body) {
        Answer answer = enter(CLERK, "STRATEGY", body);

        assertThat(fields(answer)).containsExactly(field);
        assertThat(answer.json().at("/errors/0/label").asText()).isNotBlank();
        assertThat(rows()).isZero();
    }

    @Test
    void anUnknownComponentIsNamedAndNothingIsKept() {
        assertThat(fields(enter(CLERK, "LUFTSCHLOSS", entry(2, "x")))).containsExactly("component");
        assertThat(release(HEAD, "STRATEGY", 1).status())
                .as("nothing to release")
                .isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void itIsTheCoordinatingDepartmentsBusinessAlone() {
        assertThat(enter(CITY + "-bau", "STRATEGY", entry(2, "x")).status()).isEqualTo(403);
        assertThat(browser(CITY + "-bau").get(STANDING).status()).isEqualTo(403);
        assertThat(browser(CITY + "-chefin").get(STANDING).status())
                .as("who looks everywhere reads")
                .isEqualTo(200);
        assertThat(enter(CITY + "-chefin", "STRATEGY", entry(2, "x")).status()).isEqualTo(403);
        assertThat(rows()).isZero();
    }

    @Test
    void namesAndAddressesDoNotGoToOthers() {
        enter(CLERK, "STRATEGY", entry(2, "Fragen Sie Frau Beispiel"));
        assertThat(fields(release(HEAD, "STRATEGY", 1))).containsExactly("evidence");
        assertThat(post(HEAD, "/STRATEGY/release", "{\"number\": 1, \"confirmed\": true}")
                        .status())
                .as("somebody says that nobody is meant")
                .isEqualTo(204);

        enter(CLERK, "STRATEGY", entry(2, "Fragen an jemand@example.org"));
        assertThat(fields(post(HEAD, "/STRATEGY/release", "{\"number\": 2, \"confirmed\": true}")))
                .as("an address has to go")
                .containsExactly("evidence");
    }

    @Test
    void whoHasLeftSeesItsOwnAndCanOnlyTakeBack() {
        enter(CLERK, "STRATEGY", entry(2, "Alter Stand"));
        release(HEAD, "STRATEGY", 1);
        alliance.released(NEIGHBOUR, "STRATEGY", 3);
        alliance.leaves(membership, LocalDate.of(2024, 1, 1));

        assertThat(seenByNeighbour()).doesNotContain("Alter Stand").doesNotContain("Stadt " + CITY);
        JsonNode page = browser(HEAD).get(MATRIX).json();
        assertThat(page.path("others").asBoolean()).isFalse();
        assertThat(page.toString()).doesNotContain("Stadt " + NEIGHBOUR);
        assertThat(page.path("rows"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.at("/cells/1/maturity").asInt()).isEqualTo(2));
        assertThat(enter(CLERK, "STRATEGY", entry(3, "Neuer Stand")).status()).isEqualTo(403);
        assertThat(withdraw(HEAD, "STRATEGY", null).status()).isEqualTo(204);
    }

    @Test
    void aReleasedSurveySuggestsTheFirstEntry() {
        UUID measure = UUID.randomUUID();
        UUID summary = UUID.randomUUID();
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (:id, :city, 'BE-07', 'klima', 'WORKSHOPS', 'x')")
                .param("id", measure)
                .param("city", CITY)
                .update();
        jdbc.sql(
                        "insert into status_quo (id, municipality_id, measure_id, summary, conclusions, source, as_of, summarised_by, released_by,"
                                + " released_at) values (:id, :city, :measure, 'x', 'x', 'x', date '2025-06-30', 'a', 'b', now())")
                .param("id", summary)
                .param("city", CITY)
                .param("measure", measure)
                .update();
        jdbc.sql(
                        "insert into status_quo_maturity (id, municipality_id, measure_id, status_quo_id, component, level, evidence)"
                                + " values (gen_random_uuid(), :city, :measure, :id, 'STRATEGY', 3, 'Strategie beschlossen')")
                .param("id", summary)
                .param("city", CITY)
                .param("measure", measure)
                .update();
        try {
            JsonNode suggestion = part(CLERK, "STRATEGY").path("suggestion");
            assertThat(suggestion.path("maturity").asInt()).isEqualTo(3);
            assertThat(suggestion.path("evidence").asText()).isEqualTo("Strategie beschlossen");
            assertThat(suggestion.path("source").asText()).contains("BE-07");
            assertThat(part(CLERK, "PRODUCTS").path("suggestion").isNull()).isTrue();

            enter(CLERK, "STRATEGY", entry(3, "Eigene Angabe"));
            assertThat(part(CLERK, "STRATEGY").path("suggestion").isNull())
                    .as("what is entered goes before")
                    .isTrue();
        } finally {
            jdbc.sql("delete from status_quo_maturity where measure_id = ?")
                    .param(measure)
                    .update();
            jdbc.sql("delete from status_quo where measure_id = ?")
                    .param(measure)
                    .update();
            jdbc.sql("delete from measure where id = ?").param(measure).update();
        }
    }

    private String seenByNeighbour() {
        Http neighbour = browser(NEIGHBOUR + "-leitung");
        StringBuilder all = new StringBuilder();
        JsonNode page = neighbour.get(MATRIX).json();
        all.append(page);
        page.path("rows")
                .forEach(row -> all.append(neighbour
                        .get(MATRIX + "/" + row.path("member").asText())
                        .body()));
        return all.append(comparison.components()).toString();
    }

    private long rows() {
        return jdbc.sql("select count(*) from component_standing")
                .query(Long.class)
                .single();
    }

    private JsonNode part(String user, String component) {
        for (JsonNode part : browser(user).get(STANDING).json().path("components")) {
            if (part.path("component").asText().equals(component)) {
                return part;
            }
        }
        throw new AssertionError(component);
    }

    private static String entry(int maturity, String evidence) {
        return "{\"maturity\": %d, \"evidence\": \"%s\", \"progress\": \"IN_WORK\", \"asOf\": \"2026-01-15\", \"source\": \"Bericht\"}"
                .formatted(maturity, evidence);
    }

    private static String built(int version) {
        return "{\"maturity\": 2, \"evidence\": \"x\", \"progress\": \"ADOPTED\", \"content\": \"Übernommen\", \"builtOn\": %d,"
                        .formatted(version)
                + " \"asOf\": \"2026-01-15\", \"source\": \"Bericht\"}";
    }

    private Answer enter(String user, String component, String body) {
        return post(user, "/" + component, body);
    }

    private Answer release(String user, String component, int number) {
        return post(user, "/" + component + "/release", "{\"number\": " + number + "}");
    }

    private Answer withdraw(String user, String component, String reason) {
        return post(user, "/" + component + "/withdraw", reason == null ? "{}" : "{\"reason\": \"" + reason + "\"}");
    }

    private Answer post(String user, String path, String body) {
        return browser(user).post(STANDING + path, body);
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().path("errors").findValuesAsText("field");
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
