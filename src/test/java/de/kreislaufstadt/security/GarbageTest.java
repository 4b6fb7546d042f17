package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.TableSums;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Requests that make no sense, to every endpoint of ours: an answer that says so, nothing of the inside, nothing changed. */
@ApplicationTest
class GarbageTest {

    private static final String JSON = "application/json";

    /** What only who is inside should know: classes, statements, files. */
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|(org|java|jakarta|com)\\.[a-z]+\\.|de\\.kreislaufstadt|ENGINE-\\d|PSQL|SQLSTATE|syntax error|stacktrace"
                    + "|at line|Whitelabel|Tomcat");

    /** Signing in and out, and whoever looks at a session, leave their marks here. */
    private static final List<String> TOUCHED_BY_LOGIN = List.of("act_id_user", "account", "account_session");

    private static final Map<String, Object[]> BODIES = new LinkedHashMap<>();

    static {
        BODIES.put("cut JSON", new Object[] {JSON, "{\"a\":".getBytes(StandardCharsets.UTF_8)});
        BODIES.put("deep JSON", new Object[] {JSON, ("[".repeat(20_000)).getBytes(StandardCharsets.UTF_8)});
        BODIES.put("list", new Object[] {JSON, "[1, 2]".getBytes(StandardCharsets.UTF_8)});
        BODIES.put(
                "unknown field", new Object[] {JSON, "{\"__proto__\": {\"x\": 1}}".getBytes(StandardCharsets.UTF_8)});
        BODIES.put("huge number", new Object[] {JSON, "{\"days\": 1e999999999}".getBytes(StandardCharsets.UTF_8)});
        BODIES.put("long number", new Object[] {
            JSON, ("{\"a\": " + "9".repeat(5000) + "}").getBytes(StandardCharsets.UTF_8)
        });
        BODIES.put("no character", new Object[] {
            JSON, "{\"reason\": \"\\u0000\", \"text\": \"\\u0000\"}".getBytes(StandardCharsets.UTF_8)
        });
        BODIES.put("no UTF-8", new Object[] {JSON, new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}
        });
        BODIES.put("empty", new Object[] {JSON, new byte[0]});
        BODIES.put("XML", new Object[] {
            "application/xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>".getBytes(StandardCharsets.UTF_8)
        });
        BODIES.put("no type", new Object[] {"quatsch", new byte[] {1, 2, 3}});
    }

    private static final List<String> IDS =
            List.of("x".repeat(3000), "%27%20or%201=1--", "%24%7B7*191%7D", "-1", "%F0%9F%92%A9", "%FF");

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void everyEndpointOfOursRefusesIt() {
        Http clerk = new Http(port);
        clerk.signIn("wfm-sachbearbeitung", "tasklist");
        Http administrator = new Http(port);
        administrator.signIn("admin", "tasklist");
        Map<String, String> before = TableSums.of(jdbc, TOUCHED_BY_LOGIN);
        List<String> faults = new ArrayList<>();
        for (Endpoint endpoint : Endpoints.of(application)) {
            if (endpoint.source().startsWith("mvc") && endpoint.path().contains("/kreislaufstadt/")) {
                Http person = endpoint.path().contains("/admin/") ? administrator : clerk;
                ids(person, endpoint, faults);
                if (!endpoint.reads()) {
                    bodies(person, endpoint, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(TableSums.of(jdbc, TOUCHED_BY_LOGIN)).isEqualTo(before);
    }

    /** The engine's resources read bodies in their own way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/task/x/complete",
                "/engine-rest/task/x/submit-form",
                "/engine-rest/process-definition/key/measure-lifecycle/submit-form",
                "/engine-rest/filter/x/list"
            })
    void soDoesTheEngine(String path) {
        Http program = new Http(port).as("wfm-sachbearbeitung");
        List<String> faults = new ArrayList<>();
        BODIES.forEach((name, body) ->
                note(program.send("POST", path, (String) body[0], (byte[]) body[1]), name + " to " + path, faults));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task?nameLike=%00",
                "/engine-rest/task?dueBefore=quatsch",
                "/engine-rest/task?maxResults=2147483647",
                "/engine-rest/task?maxResults=99999999999999999999",
                "/engine-rest/task?sortBy=name%27&sortOrder=asc",
                "/engine-rest/process-definition/%27/xml",
                "/engine-rest/nirgends"
            })
    void whatIsAskedInAnAddressToo(String path) {
        Answer answer = new Http(port).as("wfm-sachbearbeitung").get(path);
        List<String> faults = new ArrayList<>();

        note(answer, path, faults);

        assertThat(faults).isEmpty();
        assertThat(answer.status()).isBetween(400, 499);
    }

    @Test
    void noRequestGrowsWithoutEnd() {
        byte[] large = new byte[(int) LargestBody.LARGEST + 1];
        for (String path : List.of(
                "/engine-rest/task",
                "/camunda/api/kreislaufstadt/deputies",
                "/camunda/api/engine/engine/default/task",
                "/anmelden")) {
            assertThat(new Http(port).send("POST", path, JSON, large).status())
                    .as(path)
                    .isEqualTo(413);
        }
    }

    private static void ids(Http person, Endpoint endpoint, List<String> faults) {
        if (endpoint.path().contains("{") && endpoint.reads()) {
            IDS.forEach(id -> {
                String path = endpoint.filled(Map.of(), id);
                note(
                        person.send(endpoint.method(), path, null),
                        endpoint + " with " + id.substring(0, Math.min(20, id.length())),
                        faults);
            });
        }
    }

    private static void bodies(Http person, Endpoint endpoint, List<String> faults) {
        String path = endpoint.filled(Map.of("processKey", "measure-lifecycle"), "x");
        BODIES.forEach((name, body) -> note(
                person.send(endpoint.method(), path, (String) body[0], (byte[]) body[1]),
                name + " to " + endpoint,
                faults));
    }

    private static void note(Answer answer, String what, List<String> faults) {
        boolean says = answer.status() < 400 || INSIDE.matcher(answer.body()).find();
        if (answer.status() >= 500 || answer.status() >= 400 && says) {
            faults.add(what + ": " + answer.status() + " " + answer.body());
        }
    }
}
