package de.kreislaufstadt.association.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Alliance;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.StatementCount;
import de.kreislaufstadt.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Municipalities against components: what they have released, as number and word, and nothing that they have not. */
@ApplicationTest
class MatrixTest {

    private static final String MATRIX = "/camunda/api/kreislaufstadt/exchange/matrix";
    private static final String MARK = "Qzxmarke";
    private static final String COORDINATOR = "bund-koordination";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    IdentityService identity;

    @Autowired
    StatementCount.Counter statements;

    @LocalServerPort
    int port;

    private Alliance alliance;
    private UUID second;

    @BeforeEach
    void members() {
        alliance = new Alliance(jdbc, accounts, events).found();
        alliance.city("bundeins", "LARGE", true);
        second = alliance.city("bundzwei", "MEDIUM", false);
        alliance.city("bunddrei", "MEDIUM", true);
        alliance.member("bundfern", "Partnerkommune 19", "LARGE", false);
        alliance.released("bundeins", "STRATEGY", 3);
        alliance.released("bundzwei", "STRATEGY", 1);
        alliance.released("bundzwei", "PRODUCTS", 4);
        alliance.said("bundzwei", "STRATEGY", 2, 0, MARK);
        alliance.said("bunddrei", "STRATEGY", 1, 2, MARK);
    }

    @AfterEach
    void gone() {
        alliance.dissolve();
        identity.deleteUser(COORDINATOR);
    }

    @Test
    void everyMemberHasARowAndOnlyReleasedValues() {
        JsonNode page = ask("bundeins-leitung", "");

        assertThat(names(page))
                .containsExactly("Partnerkommune 19", "Stadt bunddrei", "Stadt bundeins", "Stadt bundzwei");
        JsonNode own = row(page, "Stadt bundeins");
        assertThat(own.path("own").asBoolean()).isTrue();
        assertThat(own.at("/cells/1/maturity").asInt()).isEqualTo(3);
        assertThat(own.at("/cells/1/word").asText()).isEqualTo("umgesetzt");
        assertThat(own.at("/cells/0").isNull()).isTrue();
        assertThat(row(page, "Stadt bundzwei").at("/cells/1/maturity").asInt())
                .as("a newer row that is not released")
                .isEqualTo(1);
        assertThat(row(page, "Stadt bunddrei").path("note").asText()).isEqualTo("nicht freigegeben");
        assertThat(row(page, "Partnerkommune 19").path("note").asText()).startsWith("nicht erreichbar");
    }

    @Test
    void aMemberWithoutCoordinatorIsShownAsSuch() {
        jdbc.sql("delete from department_role where municipality_id = 'bunddrei'")
                .update();
        try {
            assertThat(row(ask("bundeins-leitung", ""), "Stadt bunddrei")
                            .path("note")
                            .asText())
                    .isEqualTo("nicht erreichbar: keine Stelle für die Koordination benannt");
        } finally {
            alliance.dissolve();
            alliance.found().city("bunddrei", "MEDIUM", true);
        }
    }

    @Test
    void itIsNarrowedDownAndSorted() {
        assertThat(names(ask("bundeins-leitung", "?size=MEDIUM"))).containsExactly("Stadt bunddrei", "Stadt bundzwei");
        assertThat(names(ask("bundeins-leitung", "?case=true"))).containsExactly("Stadt bunddrei", "Stadt bundeins");
        assertThat(names(ask("bundeins-leitung", "?sort=STRATEGY&order=desc")))
                .as("what is not released comes last")
                .containsExactly("Stadt bundeins", "Stadt bundzwei", "Partnerkommune 19", "Stadt bunddrei");
        assertThat(names(ask("bundeins-leitung", "?sort=STRATEGY")))
                .containsExactly("Stadt bundzwei", "Stadt bundeins", "Partnerkommune 19", "Stadt bunddrei");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=RIESIG", "case=vielleicht", "sort=EINWOHNER", "order=quer"})
    void aWrongValueIsNamed(String query) {
        Http.Answer answer = browser("bundeins-leitung").get(MATRIX + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void theFilesHoldTheSame() throws IOException {
        Http manager = browser("bundeins-chefin");
        String csv = manager.get(MATRIX + "/export.csv?size=MEDIUM").body();
        byte[] xlsx = manager.download(MATRIX + "/export.xlsx").body();

        assertThat(csv.split("\r\n")).hasSize(3);
        assertThat(csv)
                .contains("\"Stadt bundzwei\";\"mittel\"")
                .contains(";1;\"angedacht\"")
                .doesNotContain(MARK);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(4);
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(3).getStringCellValue())
                    .startsWith("nicht erreichbar");
        }
    }

    /** Everybody who may look, at every depth: what is marked was never released. */
    @Test
    void nobodyMeetsWhatIsNotReleased() {
        coordinator();
        List<String> met = new ArrayList<>();
        for (String user : List.of(
                "bundeins-leitung", "bundeins-chefin", "bundeins-sachbearbeitung", Alliance.DIFU, COORDINATOR)) {
            Http http = browser(user);
            JsonNode page = http.get(MATRIX).json();
            assertThat(names(page)).as(user).hasSize(4);
            List<String> answers = new ArrayList<>(List.of(
                    page.toString(),
                    http.get(MATRIX + "/export.csv").body(),
                    http.get("/camunda/api/kreislaufstadt/exchange/shared").body(),
                    http.get("/camunda/api/kreislaufstadt/exchange/steps").body()));
            page.path("rows")
                    .forEach(row -> answers.add(
                            http.get(MATRIX + "/" + row.path("member").asText()).body()));
            answers.stream().filter(answer -> answer.contains(MARK)).forEach(answer -> met.add(user + " " + answer));
            assertThat(String.join("", answers)).as("the walk can fail").contains("Beleg von bundzwei");
        }
        assertThat(met).isEmpty();
    }

    @Test
    void whoHasNothingToDoWithItIsRefused() {
        assertThat(browser("bundeins-bau").get(MATRIX).status())
                .as("a clerk of another department")
                .isEqualTo(403);
        assertThat(browser("wfm-leitung").get(MATRIX).status())
                .as("a city that never was a member")
                .isEqualTo(403);
        assertThat(browser("bundeins-leitung")
                        .get(MATRIX + "/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(browser("bundeins-leitung").get(MATRIX + "/" + second).status())
                .isEqualTo(200);
    }

    @Test
    void itsStatementsDoNotGrowWithTheMembers() {
        Http http = browser("bundeins-leitung");
        http.get(MATRIX);
        int few = cost(http);
        for (int i = 0; i < 50; i++) {
            alliance.member("weitere" + i, "Partnerkommune " + (30 + i), "MEDIUM", false);
        }

        assertThat(cost(http)).isPositive().isLessThanOrEqualTo(few);
    }

    private int cost(Http http) {
        statements.begin();
        http.get(MATRIX);
        return statements.end().own();
    }

    private void coordinator() {
        User user = identity.newUser(COORDINATOR);
        user.setFirstName("Koordination");
        user.setLastName("");
        user.setPassword(TestDatabase.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(COORDINATOR, "association");
    }

    private JsonNode ask(String user, String query) {
        return browser(user).get(MATRIX + query).json();
    }

    private static List<String> names(JsonNode page) {
        return page.path("rows").findValuesAsText("name");
    }

    private static JsonNode row(JsonNode page, String name) {
        for (JsonNode row : page.path("rows")) {
            if (row.path("name").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError(name);
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
