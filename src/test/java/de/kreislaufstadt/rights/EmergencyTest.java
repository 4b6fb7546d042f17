package de.kreislaufstadt.rights;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Cockpit's own ways to suspend, cancel and edit go past the rules and the log of actions. They are for operators, over REST and
 * over the web applications; a gate is passed by nobody.
 */
@ApplicationTest
class EmergencyTest {

    private static final List<Role> OTHERS = List.of(
            Role.CLERK,
            Role.HEAD,
            Role.MANAGER,
            Role.MONITOR,
            Role.AUDITOR,
            Role.ADMINISTRATOR,
            Role.ASSOCIATION_COORDINATOR);

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
    private String instance;
    private String job;

    @BeforeEach
    void aMeasureOfTheClimateUnitWaitsForItsReview() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        String number = office.as("klima-sachbearbeitung")
                .proposes(office.valid("propose-measure", data -> data.put("lead", "klima")));
        instance = office.open(number, "review-proposal").get(0).getProcessInstanceId();
        job = office.management()
                .createJobQuery()
                .processInstanceId(instance)
                .list()
                .get(0)
                .getId();
    }

    @AfterEach
    void everybodyGoes() {
        cast.leave();
    }

    /** Method, path and body. */
    private List<List<String>> edits() {
        return List.of(
                List.of("PUT", "process-instance/" + instance + "/suspended", "{\"suspended\": true}"),
                List.of(
                        "PUT",
                        "process-instance/" + instance + "/variables/lead",
                        "{\"value\": \"awm\", \"type\": \"String\"}"),
                List.of("PUT", "job/" + job + "/duedate", "{\"duedate\": \"2030-01-01T00:00:00.000+0000\"}"),
                List.of("PUT", "job/" + job + "/suspended", "{\"suspended\": true}"),
                List.of("DELETE", "process-instance/" + instance, ""));
    }

    @Test
    void nobodyElseEditsWhatRunsOnEitherWayIn() {
        String before = state();

        OTHERS.forEach(role -> waysIn(role)
                .forEach(
                        way -> edits().forEach(edit -> assertThat(way.does(edit).status())
                                .as("%s %s", role, edit)
                                .isEqualTo(403))));

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void operatorsDoItAndTheLogOfInterventionsSaysSo() {
        for (WayIn way : waysIn(Role.OPERATOR).toList()) {
            edits().subList(0, 4)
                    .forEach(edit -> assertThat(way.does(edit))
                            .as("%s", edit)
                            .extracting(Http.Answer::status)
                            .isEqualTo(204));
            assertThat(state()).contains("true awm true 2030");
            Stream.of("process-instance/" + instance, "job/" + job)
                    .forEach(path -> way.does(List.of("PUT", path + "/suspended", "{\"suspended\": false}")));
            assertThat(state()).startsWith("false awm");
        }
        waysIn(Role.OPERATOR).findFirst().orElseThrow().does(edits().get(4));

        assertThat(state()).isEqualTo("gone");
        assertThat(waysIn(Role.AUDITOR)
                        .findFirst()
                        .orElseThrow()
                        .does(List.of("GET", "history/user-operation?processInstanceId=" + instance, ""))
                        .json()
                        .findValuesAsText("operationType"))
                .contains("Suspend", "SetVariable", "SetDueDate", "SuspendJob", "Delete");
    }

    @Test
    void noGateIsPassedByAModificationWhoeverAsks() {
        String modification =
                "{\"instructions\": [{\"type\": \"startAfterActivity\", \"activityId\": \"decide-measure\"}]}";
        String before = state();

        Stream.concat(OTHERS.stream(), Stream.of(Role.OPERATOR))
                .flatMap(this::waysIn)
                .forEach(way -> assertThat(way.does(
                                        List.of("POST", "process-instance/" + instance + "/modification", modification))
                                .status())
                        .isEqualTo(403));

        assertThat(state()).isEqualTo(before);
    }

    /** A program that talks to the REST interface, or a browser that uses the web applications' own. */
    private record WayIn(Http http, String prefix) {

        Http.Answer does(List<String> edit) {
            return http.send(edit.get(0), prefix + edit.get(1), edit.get(2).isEmpty() ? null : edit.get(2));
        }
    }

    private Stream<WayIn> waysIn(Role role) {
        return Stream.of(
                new WayIn(cast.program(role, port), "/engine-rest/"),
                new WayIn(cast.browser(role, port), "/camunda/api/engine/engine/default/"));
    }

    /** What the edits would change. */
    private String state() {
        ProcessInstance now = office.runtime()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        if (now == null) {
            return "gone";
        }
        Job timer = office.management().createJobQuery().jobId(job).singleResult();
        return now.isSuspended() + " " + office.runtime().getVariable(instance, "lead") + " " + timer.isSuspended()
                + " " + timer.getDuedate().toInstant();
    }
}
