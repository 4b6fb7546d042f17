package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/** What one person of a department does and sees, with that person's rights only. */
public final class Desk {

    private final String user;
    private final Http client;

    Desk(String user, Http client) {
        this.user = user;
        this.client = client;
    }

    /** The two ways to complete a task over REST. */
    public enum Way {
        COMPLETE("complete"),
        SUBMIT_FORM("submit-form");

        private final String path;

        Way(String path) {
            this.path = path;
        }
    }

    public String user() {
        return user;
    }

    Http client() {
        return client;
    }

    /** @return keys of the open tasks of a measure this person sees, sorted */
    List<String> sees(String number) {
        return StreamSupport.stream(
                        tasks("processInstanceBusinessKey=" + number).spliterator(), false)
                .map(task -> task.path("taskDefinitionKey").asText())
                .sorted()
                .toList();
    }

    /** @return ids of the open tasks of one kind, oldest first */
    public List<String> open(String number, String task) {
        JsonNode tasks = tasks("processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + task
                + "&sortBy=created&sortOrder=asc");
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(found -> found.path("id").asText())
                .toList();
    }

    private JsonNode tasks(String query) {
        Answer answer = client.get("/engine-rest/task?maxResults=2000&" + query);
        assertThat(answer.status()).as("inbox of %s: %s", user, answer.body()).isEqualTo(200);
        return answer.json();
    }

    public Answer claims(String task) {
        return client.post(
                "/engine-rest/task/" + task + "/claim",
                Forms.object().put("userId", user).toString());
    }

    /** Gives a claimed task back to the department. */
    public Answer returns(String task) {
        return client.post("/engine-rest/task/" + task + "/unclaim", "{}");
    }

    public Answer completes(Way way, String task, JsonNode form) {
        return client.post("/engine-rest/task/" + task + "/" + way.path, form(form));
    }

    /** Sends anything, be it a form or not. */
    Answer sends(Way way, String task, String body) {
        return client.post("/engine-rest/task/" + task + "/" + way.path, body);
    }

    public Answer proposes(JsonNode form) {
        return proposes(Way.SUBMIT_FORM, form);
    }

    /** Starting has one way, too, but the process may be named by its key or by its id. */
    Answer proposes(Way way, JsonNode form) {
        String process = "/engine-rest/process-definition/key/measure-lifecycle";
        if (way == Way.COMPLETE) {
            String id = client.get(process).json().path("id").asText();
            process = "/engine-rest/process-definition/" + id;
        }
        return client.post(process + "/submit-form", form(form));
    }

    /** The one variable the application takes: Json, and transient, so that the engine keeps nothing of it. */
    public static String form(JsonNode form) {
        ObjectNode body = Forms.object();
        ObjectNode variable = body.putObject("variables").putObject("form");
        variable.put("value", Forms.text(form)).put("type", "Json");
        variable.putObject("valueInfo").put("transient", true);
        return body.toString();
    }
}
