package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes on one database, and browsers that are led from one to the other: nobody notices which of them answers, and what ends
 * a session at one ends it at the other. The first node dies at the end, as it would without a warning.
 */
@TestMethodOrder(OrderAnnotation.class)
class NodesIT {

    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final String CLERK = "klima-sachbearbeitung";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String OURS = "/camunda/api/kreislaufstadt/";
    private static final String ACCOUNTS = OURS + "admin/accounts/";
    private static final String SIGN_OUT = "/camunda/api/admin/auth/user/default/logout";

    private static CityDatabase database;
    private static ProductionApplication first;
    private static ProductionApplication second;

    @BeforeAll
    static void twoNodes() {
        database = new CityDatabase();
        Map<String, String> environment = ComposeFile.environment(database, PASSWORD, City.FILE);
        environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", PASSWORD);
        first = ProductionApplication.starting(environment).awaitReady();
        second = ProductionApplication.starting(environment).awaitReady();
    }

    @AfterAll
    static void stopped() {
        first.close();
        second.close();
        database.close();
    }

    @Test
    @Order(1)
    void signingOutEverywhereAtOneNodeEndsTheSessionsAtTheOther() {
        Http person = atSecond(signedIn("umwelt-sachbearbeitung"));
        assertThat(person.get(OURS + "mail").status()).isEqualTo(200);

        Http administrator = signedIn("admin");
        assertThat(administrator
                        .post(ACCOUNTS + "umwelt-sachbearbeitung/end-sessions", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(person.get(OURS + "mail").status()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void anAccountDisabledAtOneNodeIsOutAtTheOther() {
        Http person = atSecond(signedIn("umwelt-sachbearbeitung"));
        assertThat(person.get(OURS + "mail").status()).isEqualTo(200);
        Http program = second.http().as("umwelt-sachbearbeitung", PASSWORD);
        assertThat(program.get("/engine-rest/task/count").status()).isEqualTo(200);

        Http administrator = signedIn("admin");
        assertThat(administrator
                        .post(ACCOUNTS + "umwelt-sachbearbeitung/disable", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(person.get(OURS + "mail").status()).isEqualTo(401);
        assertThat(program.get("/engine-rest/task/count").status()).isEqualTo(401);
        assertThat(second.http()
                        .sendSignIn("umwelt-sachbearbeitung", PASSWORD, "/camunda/app/tasklist/default/")
                        .status())
                .isEqualTo(401);
        assertThat(administrator
                        .post(ACCOUNTS + "umwelt-sachbearbeitung/enable", "{}")
                        .status())
                .isEqualTo(200);
    }

    /** A file in pieces in the database: the disk of a node holds it only until it is there. */
    @Test
    @Order(3)
    void aFileUploadedAtOneNodeIsReadAtTheOther() {
        String task = proposed();
        Http person = signedIn(CLERK);
        byte[] file = "Vermerk".repeat(60_000).getBytes(StandardCharsets.UTF_8);

        String document = uploaded(person, task, file);

        assertThat(atSecond(person)
                        .download(OURS + "documents/" + document + "/versions/1")
                        .body())
                .isEqualTo(file);
    }

    @Test
    @Order(4)
    void whoSignedInAtANodeThatDiesGoesOnAtAnother() {
        String task = proposed();
        Http browser = signedIn(CLERK);
        assertThat(browser.get(ENGINE + "task/" + task).status()).isEqualTo(200);

        first.kill();

        Http atSecond = atSecond(browser);
        assertThat(atSecond.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        byte[] file = "Vermerk zum Vorschlag".getBytes(StandardCharsets.UTF_8);
        String document = uploaded(atSecond, task, file);
        assertThat(atSecond.download(OURS + "documents/" + document + "/versions/1")
                        .body())
                .isEqualTo(file);
        assertThat(atSecond.post(
                                ENGINE + "task/" + task + "/claim",
                                Forms.object().put("userId", CLERK).toString())
                        .status())
                .isEqualTo(204);
        Answer completed =
                atSecond.post(ENGINE + "task/" + task + "/submit-form", Desk.form(Forms.valid("review-proposal")));
        assertThat(completed.status()).as(completed.body()).isIn(200, 204);
        assertThat(atSecond.get(ENGINE + "task/" + task).status()).isEqualTo(404);

        assertThat(atSecond.post(SIGN_OUT, "{}").status()).isEqualTo(200);
        assertThat(atSecond.get(OURS + "mail").status()).isEqualTo(401);
        assertThat(atSecond.get(ENGINE + "task/count").status()).isEqualTo(401);
        assertThat(database.values("select account from kreislaufstadt.account_session where account = ?", CLERK))
                .as("sessions of %s", CLERK)
                .hasSize(1);
    }

    private static Http signedIn(String user) {
        Http browser = first.http();
        assertThat(browser.signIn(user, PASSWORD, "tasklist").status()).as(user).isEqualTo(200);
        return browser;
    }

    private static Http atSecond(Http browser) {
        return browser.at(second.port());
    }

    /** @return id of the task that a proposal leaves to the climate unit */
    private static String proposed() {
        Desk desk = new Desk("wfm-sachbearbeitung", second.http().as("wfm-sachbearbeitung", PASSWORD));
        Answer answer = desk.proposes(Forms.valid("propose-measure"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode tasks = second.http()
                .as(CLERK, PASSWORD)
                .get("/engine-rest/task?taskDefinitionKey=review-proposal&processInstanceId="
                        + answer.json().path("id").asText())
                .json();
        assertThat(tasks).hasSize(1);
        return tasks.at("/0/id").asText();
    }

    private static String uploaded(Http person, String task, byte[] file) {
        Answer answer = person.upload(
                OURS + "tasks/" + task + "/documents?kind=EVIDENCE",
                "attachment; filename*=UTF-8''vermerk.txt",
                BodyPublishers.ofByteArray(file));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }
}
