package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.support.TestDatabase;
import de.kreislaufstadt.support.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The headers of answers that {@link AnswerHeadersTest} does not meet on its way over all endpoints: what is too large, too often,
 * of a wrong type or our own fault, what is downloaded, and where somebody is led elsewhere.
 */
@ApplicationTest
class HeadersTest {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String OWN = "/camunda/api/kreislaufstadt/";

    @Autowired
    Office office;

    @Autowired
    DataSource database;

    @Autowired
    TestClock.Movable clock;

    @LocalServerPort
    int port;

    private Http browser;

    @BeforeEach
    void signedIn() {
        browser = new Http(port);
        browser.signIn(CLERK, "tasklist");
    }

    @AfterEach
    void asBefore() {
        clock.putBack();
    }

    @ParameterizedTest
    @CsvSource({
        "413, POST, /engine-rest/task, application/json, 8388609",
        "413, POST, /camunda/api/kreislaufstadt/deputies, application/json, 8388609",
        "413, POST, /einladung/x, application/x-www-form-urlencoded, 40000",
        "415, POST, /engine-rest/task, text/plain, 10",
        "415, POST, /camunda/api/engine/engine/default/task, application/xml, 10",
        "415, POST, /camunda/api/kreislaufstadt/deputies, text/plain, 10",
        "403, PATCH, /camunda/api/kreislaufstadt/deputies, application/json, 2",
        "403, DELETE, /engine-rest/task, application/json, 2",
        "400, POST, /camunda/api/kreislaufstadt/deputies, application/json, 1"
    })
    void whatIsTooLargeOrOfTheWrongKind(int status, String method, String path, String type, int size) {
        Http caller = path.startsWith("/engine-rest") ? new Http(port).as(CLERK) : browser;

        Answer answer = caller.send(method, path, type, "x".repeat(size).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(HeaderRules.faults(answer, null, path)).isEmpty();
    }

    @Test
    void whatIsTooOften() {
        clock.advance(Duration.ofMinutes(2));
        Answer answer = new Http(port).get("/einladung/viel-zu-oft");
        for (int i = 0; i < 60; i++) {
            answer = new Http(port).get("/einladung/viel-zu-oft");
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(HeaderRules.faults(answer, null, "/einladung")).isEmpty();
    }

    /** A table is away for a moment: the fault is ours, and the answer says nothing of it. */
    @ParameterizedTest
    @CsvSource({
        "kreislaufstadt.deputy, /camunda/api/kreislaufstadt/deputies",
        "camunda.act_ru_filter, /engine-rest/filter",
        "camunda.act_ru_filter, /camunda/api/engine/engine/default/filter"
    })
    void whatIsOurFault(String table, String path) throws SQLException {
        String name = table.replaceFirst(".*\\.", "");
        rename(table, name + "_away");
        try {
            Http caller = path.startsWith("/engine-rest") ? new Http(port).as(CLERK) : browser;
            Answer answer = caller.get(path);

            assertThat(answer.status()).as(answer.body()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain(name, "SQL", "Exception", "org.");
            assertThat(HeaderRules.faults(answer, null, path)).isEmpty();
            assertThat(answer.header("Cache-Control")).contains("no-store");
        } finally {
            rename(table + "_away", name);
        }
        assertThat(browser.get(OWN + "deputies").status()).isEqualTo(200);
    }

    @Test
    void whatIsDownloaded() {
        String number = office.as(CLERK).proposes();
        Answer sent = browser.upload(
                OWN + "measures/" + number + "/documents?kind=OTHER",
                "attachment; filename*=UTF-8''bericht.txt",
                BodyPublishers.ofString("<script>alert(1)</script>"));
        assertThat(sent.status()).as(sent.body()).isBetween(200, 299);
        JsonNode documents =
                browser.get(OWN + "measures/" + number + "/documents").json();
        String id = documents.findValue("id").asText();

        HttpResponse<byte[]> file = browser.download(OWN + "documents/" + id + "/versions/1");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(HeaderRules.faults("download ", file.headers())).isEmpty();
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        HttpResponse<byte[]> missing = browser.download(OWN + "documents/" + id + "/versions/9");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(HeaderRules.faults("missing download ", missing.headers())).isEmpty();
    }

    @Test
    void theHandbookItsPicturesAndPlainFiles() {
        String page = browser.get(OWN + "handbuch").body();
        String picture = page.contains("bilder/")
                ? page.replaceFirst("(?s).*?(bilder/[A-Za-z0-9._-]+).*", "$1")
                : "bilder/aufgaben.png";
        for (String path : List.of(
                OWN + "handbuch",
                OWN + "handbuch/" + picture,
                OWN + "handbuch/gibt-es-nicht",
                "/start/start.css",
                "/start/gibt-es-nicht",
                "/kreislaufstadt/form/shell.html",
                "/camunda/favicon.ico",
                "/camunda/lib/gibt-es-nicht")) {
            HttpResponse<byte[]> answer = browser.download(path);
            assertThat(HeaderRules.faults(answer.statusCode() + " " + path + ": ", answer.headers()))
                    .isEmpty();
        }
    }

    @Test
    void whoeverIsLedElsewhere() {
        Answer signedIn = new Http(port).sendSignIn(CLERK, TestDatabase.PASSWORD, TASKLIST);
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(HeaderRules.faults(signedIn, null, "POST /anmelden")).isEmpty();
        Answer already = browser.get("/anmelden");
        assertThat(already.status()).isBetween(300, 399);
        assertThat(HeaderRules.faults(already, null, "GET /anmelden")).isEmpty();
        for (String path : List.of("/camunda", "/camunda/", "/camunda/app", "/camunda/app/tasklist")) {
            Answer answer = browser.get(path);
            assertThat(HeaderRules.faults(answer, null, path)).isEmpty();
            assertThat(String.valueOf(answer.header("Location")).replace("http://localhost:" + port, ""))
                    .doesNotContain("//");
        }
    }

    private void rename(String table, String name) throws SQLException {
        String url;
        try (Connection connection = database.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        try (Connection owner =
                new DriverManagerDataSource(url, TestPostgres.OWNER, TestPostgres.PASSWORD).getConnection()) {
            owner.createStatement().execute("alter table " + table + " rename to " + name);
        }
    }
}
