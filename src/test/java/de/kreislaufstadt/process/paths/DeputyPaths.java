package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People who name deputies and work on tasks, over the ways they take: Tasklist's addresses and the engine's REST API. */
abstract class DeputyPaths extends MeasurePaths {

    static final String TASKLIST = "/camunda/api/engine/engine/default";
    static final String DEPUTIES = "/camunda/api/kreislaufstadt/deputies";

    @LocalServerPort
    int port;

    private final List<String> named = new ArrayList<>();

    @AfterEach
    void everybodyIsBack() {
        for (String each : named) {
            String[] nameAndId = each.split(" ");
            assertThat(browser(nameAndId[0])
                            .post(DEPUTIES + "/" + nameAndId[1] + "/end", "{}")
                            .status())
                    .isIn(200, 404);
        }
    }

    String names(String who, String absent, String deputy, Consumer<ObjectNode> change) {
        ObjectNode body = new JsonMapper().createObjectNode();
        body.put("absent", absent).put("deputy", deputy);
        body.put("from", LocalDate.now(BERLIN).toString())
                .put("until", LocalDate.now(BERLIN).plusDays(3).toString());
        change.accept(body);
        Http.Answer answer = browser(who).post(DEPUTIES, body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String id = answer.json().get("id").asText();
        named.add(0, who + " " + id);
        return id;
    }

    void claims(Http http, String who, String task) {
        assertThat(http.post(TASKLIST + "/task/" + task + "/claim", "{\"userId\": \"" + who + "\"}")
                        .status())
                .isEqualTo(204);
    }

    Http.Answer complete(Http who, String task, String form) {
        ObjectNode body = new JsonMapper().createObjectNode();
        body.putObject("variables")
                .putObject("form")
                .put("type", "Json")
                .put("value", office.valid(form).toString())
                .putObject("valueInfo")
                .put("transient", true);
        return who.isSignedIn()
                ? who.post(TASKLIST + "/task/" + task + "/submit-form", body.toString())
                : who.post("/engine-rest/task/" + task + "/complete", body.toString());
    }

    List<String> seenBy(Http who) {
        JsonNode tasks = who.isSignedIn()
                ? who.post(TASKLIST + "/task?maxResults=2000", "{}").json()
                : who.get("/engine-rest/task?maxResults=2000").json();
        return tasks.findValuesAsText("id");
    }

    List<String> seenInFilter(Http who, String name) {
        for (JsonNode filter : who.get(TASKLIST + "/filter?maxResults=50").json()) {
            if (name.equals(filter.get("name").asText())) {
                return who.get(TASKLIST + "/filter/" + filter.get("id").asText() + "/list?maxResults=2000")
                        .json()
                        .findValuesAsText("id");
            }
        }
        throw new AssertionError("No filter " + name);
    }

    String task(String measure, String key) {
        return office.open(measure, key).get(0).getId();
    }

    String assignee(String task) {
        Task open = office.tasks().createTaskQuery().taskId(task).singleResult();
        return open.getAssignee();
    }

    Http rest(String user) {
        return new Http(port).as(user);
    }

    Http browser(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }
}
