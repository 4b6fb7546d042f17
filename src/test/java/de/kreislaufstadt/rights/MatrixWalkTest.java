package de.kreislaufstadt.rights;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.rights.Matrix.Operation;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/**
 * Tries every role, and somebody who has not signed in, on every endpoint of the running application. The matrix says what
 * has to come out: what it allows, the gate lets through; what it does not allow is refused, and nothing changes.
 */
@ApplicationTest
class MatrixWalkTest {

    private static final String REFUSED_BY_THE_GATE = "Diese Aktion steht Ihnen nicht zur Verfügung";

    /** Bodies that would do something if they were let through; {@code {}} for all others. */
    private static final Map<String, String> BODIES = Map.of(
            "/assignee", "{\"userId\": \"wfm-sachbearbeitung\"}",
            "/bpmnError", "{\"errorCode\": \"X\"}",
            "/suspended", "{\"suspended\": true}",
            "/duedate", "{\"duedate\": \"2020-01-01T00:00:00.000+0000\"}",
            "/retries", "{\"retries\": 9}",
            "/start", "{\"variables\": {}}",
            "/user/create",
                    "{\"profile\": {\"id\": \"made-up\"}, \"credentials\": {\"password\": \"made-up-made-up\"}}",
            "/group/create", "{\"id\": \"made-up\", \"name\": \"Gruppe\"}",
            "/variables/{varId}", "{\"value\": \"changed\", \"type\": \"String\"}",
            "/history-time-to-live", "{\"historyTimeToLive\": 1}");

    private static final Map<String, String> ENGINE = Map.of("name", "default", "engine", "default");

    @Autowired
    WebApplicationContext application;

    @Autowired
    Rights rights;

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private Cast cast;
    private final Map<String, String> ids = new HashMap<>();

    @BeforeEach
    void peopleAndSomethingToChange() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        String number = office.as("wfm-sachbearbeitung").proposes();
        Task task = office.open(number, "review-proposal").get(0);
        ids.put("number", number);
        ids.put("taskId", task.getId());
        ids.put("/task/", task.getId());
        ids.put("/process-instance/", task.getProcessInstanceId());
        ids.put("/execution/", task.getExecutionId());
        ids.put("/process-definition/", task.getProcessDefinitionId());
        ids.put("/user/", "wfm-leitung");
        ids.put("/group/", "muenster-wfm");
        ids.put("/tenant/", Office.MUNICIPALITY);
        ids.put("key", "measure-lifecycle");
        ids.put("processKey", "measure-lifecycle");
        ids.put("name", "default");
        ids.put("engine", "default");
        ids.put("processEngineName", "default");
        ids.put("varId", "lead");
        ids.put("userId", "wfm-sachbearbeitung");
    }

    @AfterEach
    void everybodyGoes() {
        cast.leave();
    }

    @Test
    void everyRoleMayDoWhatTheMatrixSaysAndNothingElse() {
        List<Endpoint> endpoints = Endpoints.of(application).stream()
                .filter(endpoint -> !endpoint.path().endsWith("/logout"))
                .toList();
        List<Role> everybody = new ArrayList<>(Arrays.asList(Role.values()));
        everybody.add(null);
        Map<Role, Caller> callers = new HashMap<>();
        everybody.forEach(role -> callers.put(role, new Caller(cast.program(role, port), cast.browser(role, port))));
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());

        SortedMap<String, String> before = Contents.of(office.jdbc());
        int refused = walk(endpoints, everybody, callers, false, wrong);
        assertThat(wrong).as("must be refused").isEmpty();
        assertThat(Contents.of(office.jdbc()))
                .as("what was refused changed nothing")
                .isEqualTo(before);

        int permitted = walk(endpoints, everybody, callers, true, wrong);
        assertThat(wrong).as("must be let through").isEmpty();
        assertThat(refused).isGreaterThan(permitted);
        assertThat(permitted).isGreaterThan(endpoints.size());
    }

    /** Everybody at the same time, each person one request after the other. */
    private int walk(
            List<Endpoint> endpoints,
            List<Role> everybody,
            Map<Role, Caller> callers,
            boolean permitted,
            List<String> wrong) {
        return everybody.parallelStream()
                .mapToInt(role -> walk(endpoints, role, callers.get(role), permitted, wrong))
                .sum();
    }

    private int walk(List<Endpoint> endpoints, Role role, Caller caller, boolean permitted, List<String> wrong) {
        int asked = 0;
        for (Endpoint endpoint : endpoints) {
            if (isSameAgain(endpoint) && !isTurnOf(role, endpoint)) {
                continue;
            }
            String method = endpoint.method().equals("*") ? "GET" : endpoint.method();
            // What is let through must not hit anything: others work with the same city.
            String path = filled(endpoint, permitted && !endpoint.reads() ? ENGINE : ids);
            Operation row = rights.operation(method, path).orElseThrow();
            if (row.permits(Cast.roles(role)) == permitted) {
                Http.Answer answer = caller.to(path).send(method, path, body(endpoint));
                String problem = permitted ? refusal(answer, row, role, endpoint) : admission(answer);
                if (problem != null) {
                    wrong.add(role + " " + endpoint + ": " + problem);
                }
                asked++;
            }
        }
        return asked;
    }

    /**
     * The resources below {@code /engine-rest} once more, under the engine's name: one role tries each of them, and
     * {@link MatrixCoverageTest} asks the matrix about all.
     */
    private static boolean isSameAgain(Endpoint endpoint) {
        return endpoint.path().startsWith("/engine-rest/engine/{name}/");
    }

    private static boolean isTurnOf(Role role, Endpoint endpoint) {
        int turn = Math.floorMod(endpoint.toString().hashCode(), Role.values().length + 1);
        return turn == (role == null ? Role.values().length : role.ordinal());
    }

    /** A person with a program and a browser. */
    private record Caller(Http program, Http browser) {

        Http to(String path) {
            return path.startsWith("/engine-rest") ? program : browser;
        }
    }

    /** @return how the gate has refused what the matrix allows; null if it has not */
    private static String refusal(Http.Answer answer, Operation row, Role role, Endpoint endpoint) {
        boolean byTheGate = answer.body() != null && answer.body().contains(REFUSED_BY_THE_GATE);
        if (byTheGate || answer.status() == 401 && !row.open() || answer.status() >= 500 && endpoint.reads()) {
            return answer.status() + " " + answer.body();
        }
        // Who may without a limit needs the engine's grant, too.
        boolean withoutGrant =
                role != null && answer.status() == 403 && row.yes().contains(role) && endpoint.reads();
        return withoutGrant ? "the engine refuses: " + answer.body() : null;
    }

    /** @return how something was answered that the matrix forbids; null if it was refused */
    private static String admission(Http.Answer answer) {
        return Stream.of(401, 403, 404).anyMatch(status -> status == answer.status())
                ? null
                : answer.status() + " " + answer.body();
    }

    private static String filled(Endpoint endpoint, Map<String, String> ids) {
        Map<String, String> values = new HashMap<>(ids);
        ids.keySet().stream()
                .filter(part -> part.startsWith("/") && endpoint.path().contains(part + "{id}"))
                .forEach(part -> values.put("id", ids.get(part)));
        return endpoint.filled(values, "00000000-0000-0000-0000-000000000000");
    }

    private static String body(Endpoint endpoint) {
        return endpoint.reads() || endpoint.method().equals("*")
                ? null
                : BODIES.entrySet().stream()
                        .filter(body -> endpoint.path().endsWith(body.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("{}");
    }
}
