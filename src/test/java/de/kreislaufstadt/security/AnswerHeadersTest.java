package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** What every answer says to the browser: of every endpoint, for who may and who may not, errors and redirects included. */
@ApplicationTest
class AnswerHeadersTest {

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    @Test
    void everyEndpointForThoseWhoMayAndThoseWhoMayNot() {
        Http nobody = new Http(port);
        Http clerk = new Http(port);
        clerk.signIn("wfm-sachbearbeitung", "tasklist");
        Http program = new Http(port).as("wfm-sachbearbeitung");
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        Endpoints.of(application).parallelStream().forEach(endpoint -> {
            String path = endpoint.filled(Map.of("processEngineName", "default", "engine", "default"), "x");
            String method = endpoint.method().equals("*") ? "GET" : endpoint.method();
            String body = endpoint.reads() || endpoint.method().equals("*") ? null : "{}";
            faults.addAll(HeaderRules.faults(nobody.send(method, path, body), endpoint, path));
            // Signing out would take the session along; with the engine's name it is the same REST again.
            if (!path.endsWith("/logout") && !path.startsWith("/engine-rest/engine/")) {
                Http signedIn = path.startsWith("/engine-rest") ? program : clerk;
                faults.addAll(HeaderRules.faults(signedIn.send(method, path, body), endpoint, path));
            }
        });
        assertThat(faults).isEmpty();
    }

    /** The same for errors of every kind, wherever they come from. */
    @ParameterizedTest
    @CsvSource({
        "400, GET, /engine-rest//task,",
        "400, GET, /camunda/app/%2e%2e/x,",
        "400, FOO, /einladung/x,",
        "404, GET, /nirgends,",
        "401, GET, /engine-rest/task,",
        "401, GET, /camunda/app/tasklist/default/,",
        "403, POST, /camunda/api/admin/setup/default/user/create, {}",
        "404, GET, /einladung/x.y.z,",
        "405, PUT, /einladung/x, {}",
        "400, TRACE, /,"
    })
    void errorsSayItToo(int status, String method, String path, String body) {
        Answer answer = new Http(port).send(method, path, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(HeaderRules.faults(answer, null, path)).isEmpty();
    }

    @Test
    void answersOfAPersonAreNotKept() {
        Http clerk = new Http(port);
        clerk.signIn("wfm-sachbearbeitung", "tasklist");
        Http program = new Http(port).as("wfm-sachbearbeitung");

        for (String path : List.of(
                "/camunda/api/kreislaufstadt/measures",
                "/camunda/api/kreislaufstadt/drafts",
                "/camunda/api/kreislaufstadt/deputies",
                "/camunda/api/kreislaufstadt/mail",
                "/camunda/api/engine/engine/default/task?maxResults=1")) {
            assertThat(clerk.get(path).header("Cache-Control")).as(path).contains("no-store");
        }
        assertThat(program.get("/engine-rest/task?maxResults=1").header("Cache-Control"))
                .contains("no-store");
        assertThat(new Http(port).get("/einladung/x").header("Cache-Control")).contains("no-store");
        assertThat(new Http(port).get("/anmelden").header("Cache-Control")).contains("no-store");
    }

    /** Else every page of Tasklist would be fetched anew, a megabyte each time. */
    @Test
    void filesThatAreTheSameForEverybodyMayBeKept() {
        for (String path : List.of("/start/start.css", "/camunda/app/tasklist/camunda-tasklist-bootstrap.css")) {
            Answer answer = new Http(port).get(path);

            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(String.valueOf(answer.header("Cache-Control"))).as(path).doesNotContain("no-store");
            assertThat(HeaderRules.faults(answer, null, path)).isEmpty();
        }
    }

    @Test
    void overHttpsBrowsersAreToldToStayThere() {
        Http behindProxy = new Http(port).with("X-Forwarded-Proto", "https");
        for (String path : List.of("/", "/anmelden", "/einladung/x", "/engine-rest/task", "/nirgends")) {
            assertThat(behindProxy.get(path).header("Strict-Transport-Security"))
                    .as(path)
                    .startsWith("max-age=31536000");
        }
    }

    /** The browser keeps them from scripts and other sites, and over https from everything that is not encrypted. */
    @Test
    void cookiesAreForThisSiteOnly() {
        Answer page = new Http(port).with("X-Forwarded-Proto", "https").get("/anmelden");

        List<String> cookies = page.response().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .containsPattern("SameSite=(Lax|Strict)")
                        .contains("Secure"));
    }

    /** The token of the web applications has to be read by their script, and opens nothing by itself. */
    @Test
    void onlyTheTokenAgainstForeignRequestsCanBeReadByScripts() {
        Http browser = new Http(port).with("X-Forwarded-Proto", "https");
        Answer page = browser.signIn("wfm-sachbearbeitung", "tasklist");

        assertThat(page.response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> !cookie.startsWith("XSRF-TOKEN="))
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly"));
        assertThat(page.response().headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsPattern("SameSite=(Lax|Strict)")
                        .contains("Secure"));
    }
}
