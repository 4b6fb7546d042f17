package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What staff may not do with the engine, on both ways in: everything that would end or bend a process past its forms. The
 * person is the one whose task it is, so that only the gate stands between.
 */
@ApplicationTest
class EngineOperationsTest {

    private static final String CLERK = "klima-sachbearbeitung";

    @Autowired
    Office office;

    @LocalServerPort
    int port;

    private String number;
    private String task;
    private String instance;
    private String definition;

    @BeforeEach
    void aProposalWaitsForReview() {
        number = office.as("wfm-sachbearbeitung").proposes();
        var open = office.open(number, "review-proposal").get(0);
        task = open.getId();
        instance = open.getProcessInstanceId();
        definition = open.getProcessDefinitionId();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | /task/{task}/bpmnError                    | {"errorCode": "x"}
                    POST   | /task/{task}/bpmnEscalation               | {"escalationCode": "x"}
                    POST   | /task/{task}/resolve                      | {}
                    POST   | /task/{task}/delegate                     | {"userId": "wfm-sachbearbeitung"}
                    POST   | /task/{task}/assignee                     | {"userId": "wfm-sachbearbeitung"}
                    POST   | /task/{task}/comment/create               | {"message": "x"}
                    POST   | /task/{task}/identity-links               | {"groupId": "muenster-wfm", "type": "candidate"}
                    POST   | /task/{task}/variables                    | {"modifications": {"lead": {"value": "awm"}}}
                    PUT    | /task/{task}/variables/lead               | {"value": "awm", "type": "String"}
                    DELETE | /task/{task}/variables/lead               |
                    PUT    | /task/{task}/localVariables/lead          | {"value": "awm", "type": "String"}
                    POST   | /task/create                              | {"name": "x"}
                    DELETE | /task/{task}                              |
                    PUT    | /task/{task}                              | {"name": "x"}
                    POST   | /process-instance/{instance}/variables    | {"modifications": {"lead": {"value": "awm"}}}
                    PUT    | /process-instance/{instance}/variables/lead | {"value": "awm", "type": "String"}
                    POST   | /process-instance/{instance}/modification | {"instructions": []}
                    POST   | /process-instance/{instance}/comment      | {"message": "x"}
                    PUT    | /process-instance/{instance}/suspended    | {"suspended": true}
                    DELETE | /process-instance/{instance}              |
                    POST   | /process-instance/delete                  | {"processInstanceIds": ["{instance}"]}
                    POST   | /process-definition/key/measure-lifecycle/start | {"variables": {}}
                    POST   | /process-definition/key/knowledge-building/start | {"variables": {}}
                    POST   | /process-definition/key/workshops/start   | {"startInstructions": []}
                    POST   | /process-definition/{definition}/start    | {}
                    POST   | /process-definition/{definition}/restart  | {}
                    DELETE | /process-definition/{definition}          |
                    POST   | /message                                  | {"messageName": "change-details", "businessKey": "{number}"}
                    POST   | /signal                                   | {"name": "x"}
                    POST   | /execution/{instance}/signal              | {}
                    POST   | /execution/{instance}/localVariables      | {"modifications": {}}
                    POST   | /deployment/create                        | {}
                    POST   | /migration/execute                        | {}
                    POST   | /modification/execute                     | {}
                    POST   | /external-task/fetchAndLock               | {"workerId": "x", "maxTasks": 1, "topics": []}
                    POST   | /decision-definition/key/knock-out/evaluate | {"variables": {}}
                    POST   | /condition                                | {"variables": {}}
                    POST   | /filter/create                            | {"resourceType": "Task", "name": "x"}
                    POST   | /user/create                              | {"profile": {"id": "x"}, "credentials": {"password": "x"}}
                    PUT    | /user/klima-leitung/credentials           | {"password": "x"}
                    PUT    | /group/camunda-admin/members/klima-sachbearbeitung | {}
                    POST   | /authorization/create                     | {"type": 0}
                    POST   | /identity/verify                          | {"username": "admin", "password": "x"}
                    GET    | /process-instance                         |
                    GET    | /variable-instance                        |
                    GET    | /history/variable-instance                |
                    GET    | /user                                     |
                    GET    | /authorization                            |
                    GET    | /job                                      |
                    """)
    void aClerkIsRefused(String method, String path, String body) {
        String steps = office.openTasks(number).toString();

        for (Http clerk : new Http[] {rest(), webApplication()}) {
            Http.Answer answer = clerk.send(method, prefix(clerk) + filled(path), filled(body));
            assertThat(answer.status())
                    .as("%s %s%s: %s", method, prefix(clerk), path, answer.body())
                    .isEqualTo(403);
            // Not the cross-site protection, and nothing of the inside.
            assertThat(answer.json().get("message").asText())
                    .startsWith("Diese Aktion steht Ihnen nicht zur Verfügung");
        }
        assertThat(office.openTasks(number)).hasToString(steps);
        assertThat(office.variable(number, "measure-lifecycle", "lead")).isEqualTo("wfm");
    }

    @Test
    void managersReadTheNamesOfTheirDepartmentsGroupsAndClerksOnlyOfTheirOwn() {
        String groups = "{\"idIn\": [\"muenster-klima\", \"muenster-wfm\", \"camunda-admin\"]}";

        assertThat(new Http(port)
                        .as("wfm-leitung")
                        .post("/engine-rest/group", groups)
                        .json()
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder("Stabsstelle Klima", "Wirtschaftsförderung Münster GmbH");
        assertThat(new Http(port)
                        .as("wfm-sachbearbeitung")
                        .post("/engine-rest/group", groups)
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("Wirtschaftsförderung Münster GmbH");
    }

    @Test
    void aBodyThatIsTooLargeIsNamedAsSuch() {
        String steps = office.openTasks(number).toString();
        String large =
                "{\"variables\": {\"form\": {\"type\": \"Json\", \"value\": \"" + "x".repeat(5_000_000) + "\"}}}";

        for (Http clerk : new Http[] {rest(), webApplication()}) {
            Http.Answer answer = clerk.post(prefix(clerk) + filled("/task/{task}/complete"), large);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().get("message").asText())
                    .startsWith("Die übermittelten Daten sind zu groß: höchstens 2");
        }
        assertThat(office.openTasks(number)).hasToString(steps);
    }

    @Test
    void aClerkSeesTheTaskOfTheDepartmentAndNoOther() {
        assertThat(ids(rest())).contains(task);
        assertThat(ids(new Http(port).as("awm-sachbearbeitung"))).doesNotContain(task);
        assertThat(new Http(port)
                        .as("awm-sachbearbeitung")
                        .get("/engine-rest/task/" + task)
                        .status())
                .isIn(403, 404);
        assertThat(new Http(port)
                        .as("awm-sachbearbeitung")
                        .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"awm-sachbearbeitung\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTaskIsClaimedForOneselfAndCanBeGivenBack() {
        for (Http clerk : new Http[] {rest(), webApplication()}) {
            String path = prefix(clerk) + "/task/" + task;
            Http stranger = new Http(port).as("awm-sachbearbeitung");

            assertThat(clerk.post(path + "/claim", "{\"userId\": \"awm-sachbearbeitung\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(ids(stranger)).doesNotContain(task);
            assertThat(clerk.post(path + "/claim", "{\"userId\": \"" + CLERK + "\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(new Http(port)
                            .as("awm-leitung")
                            .post("/engine-rest/task/" + task + "/unclaim", "{}")
                            .status())
                    .as("the head of another department")
                    .isEqualTo(403);
            assertThat(clerk.post(path + "/unclaim", "{}").status()).isEqualTo(204);
            assertThat(office.open(number, "review-proposal").get(0).getAssignee())
                    .isNull();
        }
    }

    @Test
    void oneThingCanBeStartedAndItIsNamedByWhatItDoes() {
        JsonNode offered = webApplication()
                .get("/camunda/api/engine/engine/default/process-definition?latest=true&active=true"
                        + "&startableInTasklist=true&startablePermissionCheck=true&firstResult=0&maxResults=15")
                .json();

        assertThat(offered).hasSize(1);
        assertThat(offered.get(0).get("name").asText()).isEqualTo("Maßnahme vorschlagen");
        assertThat(offered.get(0).get("key").asText()).isEqualTo("measure-lifecycle");
    }

    @Test
    void listsWithoutABoundAnswerWithTheLargestAllowed() {
        assertThat(rest().get("/engine-rest/task").status()).isEqualTo(200);
        assertThat(new Http(port)
                        .as("klima-leitung")
                        .get("/engine-rest/process-instance")
                        .status())
                .isEqualTo(200);
        assertThat(new Http(port)
                        .as("klima-leitung")
                        .get("/engine-rest/process-definition?key=measure-lifecycle&sortBy=version&sortOrder=desc")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aClerkCannotOpenCockpitAndAManagerCan() {
        assertThat(new Http(port).signIn(CLERK, "cockpit").status()).isIn(401, 403);
        Http manager = new Http(port);
        assertThat(manager.signIn("klima-leitung", "cockpit").status()).isEqualTo(200);
        assertThat(manager.get("/camunda/api/engine/engine/default/process-instance?businessKey=" + number
                                + "&maxResults=5")
                        .json())
                .hasSize(1);
        assertThat(manager.send("DELETE", "/camunda/api/engine/engine/default/process-instance/" + instance, null)
                        .status())
                .isEqualTo(403);
    }

    private String ids(Http who) {
        StringBuilder ids = new StringBuilder();
        for (JsonNode row : who.get("/engine-rest/task?maxResults=500").json()) {
            ids.append(row.get("id").asText()).append(' ');
        }
        return ids.toString();
    }

    private Http rest() {
        return new Http(port).as(CLERK);
    }

    private Http webApplication() {
        Http browser = new Http(port);
        assertThat(browser.signIn(CLERK, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private String prefix(Http who) {
        return who.isSignedIn() ? "/camunda/api/engine/engine/default" : "/engine-rest";
    }

    private String filled(String text) {
        return text == null
                ? null
                : text.replace("{task}", task)
                        .replace("{instance}", instance)
                        .replace("{definition}", definition)
                        .replace("{number}", number);
    }
}
