package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.rights.Cast;
import de.kreislaufstadt.rights.Rights;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/**
 * CVE-2026-109432 over HTTP: no expression of a query is executed, whichever field it stands in, however it is nested, on every
 * way in and for every role. {@link StoredExpressionsTest} goes past these ways in.
 */
@ApplicationTest
class QueryExpressionsTest {

    private static final String TASK_QUERY = TaskQueryDto.class.getSimpleName();

    /** Where a query can be sent. */
    private static final String QUERIES =
            ".*(/engine-rest|/\\{name})/(task|task/count|filter/\\{id}/(list|count|singleResult))";

    private static final String REFUSED = "Ausdr";

    /** Requests of each role at each of the endpoints. */
    private static final int SOME = 3;

    @Autowired
    WebApplicationContext application;

    @Autowired
    Rights rights;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private Cast cast;
    private String inbox;
    private List<Endpoint> queries;

    @BeforeEach
    void people() {
        ForeignExpression.forget();
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        inbox = filters.createFilterQuery()
                .filterName("Aufgaben meiner Abteilung")
                .singleResult()
                .getId();
        queries = Endpoints.of(application).stream()
                .filter(endpoint ->
                        endpoint.method().equals("POST") && endpoint.path().matches(QUERIES))
                .toList();
    }

    @AfterEach
    void everybodyGoes() {
        cast.leave();
        ForeignExpression.forget();
    }

    /** The engine's other queries take none; if one did, its endpoints would have to be tried here. */
    @Test
    void expressionsAreTakenByQueriesForTasksOnly() {
        assertThat(ForeignExpression.fields()).containsOnlyKeys(TASK_QUERY);
        assertThat(fields())
                .hasSizeGreaterThanOrEqualTo(20)
                .contains("assigneeExpression", "candidateGroupsExpression", "dueBeforeExpression");
        assertThat(queries).as("three ways in").hasSize(15);
    }

    @Test
    void noExpressionOfAQueryIsExecuted() {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        Arrays.stream(Role.values()).parallel().forEach(role -> {
            Http program = cast.program(role, port);
            Http browser = cast.browser(role, port);
            for (Endpoint query : queries) {
                String path = query.filled(Map.of("name", "default", "id", inbox), "x");
                int expected = rights.permits(Cast.roles(role), "POST", path) ? 400 : 403;
                Http caller = path.startsWith("/engine-rest") ? program : browser;
                for (String body : bodies(role, path, queries.indexOf(query))) {
                    Answer answer = caller.post(path + "?maxResults=5", body);
                    boolean byTheGate = expected == 403 || answer.body().contains(REFUSED);
                    if (answer.status() != expected || !byTheGate || ForeignExpression.wasExecuted()) {
                        wrong.add(role + " " + path + " " + body + ": " + answer.status());
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(ForeignExpression.wasExecuted()).isFalse();
    }

    /** Nobody writes filters, so nobody stores one with an expression. */
    @Test
    void noExpressionIsStored() {
        long before = filters.createFilterQuery().count();
        Filter stored = filters.getFilter(inbox);
        for (Role role : Role.values()) {
            Http program = cast.program(role, port);
            Http browser = cast.browser(role, port);
            for (String field : role == Role.CLERK ? fields() : fields().subSet("a", "b")) {
                String filter = "{\"resourceType\": \"Task\", \"name\": \"Probe\", \"query\": "
                        + ForeignExpression.bodies(field).get(role == Role.CLERK ? "nested" : "plain") + "}";
                for (String api : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
                    Http caller = api.equals("/engine-rest") ? program : browser;
                    assertThat(caller.post(api + "/filter/create", filter).status())
                            .isEqualTo(403);
                    assertThat(caller.send("PUT", api + "/filter/" + inbox, filter)
                                    .status())
                            .isEqualTo(403);
                }
            }
        }
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
        assertThat(filters.getFilter(inbox).getName()).isEqualTo(stored.getName());
    }

    /** A gate that reads a body otherwise than the engine does would be none. */
    @Test
    void itDoesNotMatterHowTheBodyIsWritten() {
        String key = "\"assigneeExpression\": ";
        String foreign = "\"" + ForeignExpression.TEXT + "\"";
        String harmless = "\"${currentUser()}\"";
        for (Http caller : List.of(cast.program(Role.CLERK, port), cast.browser(Role.CLERK, port))) {
            String path = caller.isSignedIn() ? "/camunda/api/engine/engine/default/task" : "/engine-rest/task";
            for (String body : List.of(
                    "{" + key + harmless + ", " + key + foreign + "}",
                    "{" + key + foreign + ", " + key + harmless + "}",
                    "{\"assigneeExpressio\\u006e\": " + foreign + "}",
                    "{" + key + "[" + foreign + "]}",
                    "{" + key + "{\"x\": " + foreign + "}}",
                    "{\"orQueries\": {" + key + foreign + "}}",
                    "[{" + key + foreign + "}]",
                    "{" + key + foreign.replace("$", "\\u0024") + "}")) {
                for (Charset charset :
                        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                    for (String type : List.of(
                            "application/json",
                            "application/json;charset=" + charset,
                            "application/json;charset=ISO-8859-1",
                            "application/hal+json",
                            "text/json")) {
                        Answer answer = caller.send("POST", path, type, body.getBytes(charset));
                        // Of two fields with one name the last one counts, for the gate as for the engine.
                        boolean nothingLeft = body.endsWith(harmless + "}") && answer.status() == 200;
                        assertThat(nothingLeft || answer.status() >= 400 && answer.status() < 500)
                                .as("%s as %s in %s: %s", body, type, charset, answer.status())
                                .isTrue();
                        assertThat(ForeignExpression.wasExecuted()).as(body).isFalse();
                    }
                }
            }
        }
    }

    /** In an address, where GET takes the same fields. */
    @Test
    void neitherInAnAddress() {
        Http clerk = cast.program(Role.CLERK, port);
        for (String field : fields()) {
            for (String path : List.of("/engine-rest/task", "/engine-rest/task/count")) {
                assertThat(clerk.get(path + "?" + field + "=" + encoded(ForeignExpression.TEXT))
                                .status())
                        .as(field)
                        .isEqualTo(400);
            }
        }
        assertThat(ForeignExpression.wasExecuted()).isFalse();
    }

    /** Every other text of a query is nothing but a text: names, patterns, values of variables, orders. */
    @Test
    void textsOfQueriesAreNotExpressions() {
        Http clerk = cast.program(Role.CLERK, port);
        JsonMapper json = new JsonMapper();
        List<String> bodies = new ArrayList<>();
        json.getDeserializationConfig()
                .introspect(json.constructType(TaskQueryDto.class))
                .findProperties()
                .forEach(property -> {
                    bodies.add("{\"" + property.getName() + "\": \"" + ForeignExpression.TEXT + "\"}");
                    bodies.add("{\"" + property.getName() + "\": [\"" + ForeignExpression.TEXT + "\"]}");
                });
        assertThat(bodies).hasSizeGreaterThan(200);
        for (String variables : List.of("processVariables", "taskVariables", "caseInstanceVariables")) {
            for (String operator : List.of("eq", "like", "neq", "gt")) {
                bodies.add("{\"%1$s\": [{\"name\": \"%2$s\", \"operator\": \"%3$s\", \"value\": \"%2$s\"}]}"
                        .formatted(variables, ForeignExpression.TEXT, operator));
            }
        }
        bodies.add("{\"sorting\": [{\"sortBy\": \"%1$s\", \"sortOrder\": \"asc\"}]}".formatted(ForeignExpression.TEXT));
        bodies.add(("{\"sorting\": [{\"sortBy\": \"processVariable\", \"sortOrder\": \"asc\","
                        + " \"parameters\": {\"variable\": \"%1$s\", \"type\": \"String\"}}]}")
                .formatted(ForeignExpression.TEXT));
        for (String body : bodies) {
            assertThat(clerk.post("/engine-rest/task", body).status()).as(body).isLessThan(500);
            assertThat(ForeignExpression.wasExecuted()).as(body).isFalse();
        }
    }

    private static SortedSet<String> fields() {
        return ForeignExpression.fields().get(TASK_QUERY);
    }

    /**
     * Every field in every shape for the clerk on REST; elsewhere a few of them, other ones at every endpoint, since the gate
     * asks for the same of all and does not know whom it refuses.
     */
    private static List<String> bodies(Role role, String path, int turn) {
        List<String> all = fields().stream()
                .flatMap(field -> ForeignExpression.bodies(field).values().stream())
                .toList();
        if (role == Role.CLERK && path.matches("/engine-rest/(task|filter).*")) {
            return all;
        }
        int first = (role.ordinal() * SOME + turn * Role.values().length * SOME) % all.size();
        return IntStream.range(first, first + SOME)
                .mapToObj(i -> all.get(i % all.size()))
                .toList();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
