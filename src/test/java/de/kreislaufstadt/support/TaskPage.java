package de.kreislaufstadt.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http.Answer;
import java.util.HashMap;
import java.util.Map;

/** What people do with one task in Tasklist beside completing it, as their browsers ask for it. */
public final class TaskPage {

    private static final String API = "/camunda/api/kreislaufstadt/tasks/";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private final int port;
    private final String task;
    private final Map<String, Http> browsers = new HashMap<>();

    public TaskPage(int port, String task) {
        this.port = port;
        this.task = task;
    }

    /** Does something with the task. */
    public Answer does(String user, String action, String json) {
        return browser(user).post(API + task + "/" + action, json.replace('\'', '"'));
    }

    /** Does something that succeeds. @return id of what happened */
    public String succeeds(String user, String action, String json) {
        Answer answer = does(user, action, json);
        assertThat(answer.status()).as("%s: %s", action, answer.body()).isEqualTo(200);
        return answer.json().get("event").asText();
    }

    public Answer place(String user) {
        return browser(user).get(API + task + "/place");
    }

    public JsonNode history(String user) {
        return browser(user).get(API + task + "/history").json();
    }

    public JsonNode choices(String user) {
        return browser(user).get(API + task + "/choices").json();
    }

    /** @return whether the task is in one of the person's lists */
    public boolean isListed(String user, String list) {
        String filter = null;
        for (JsonNode candidate :
                browser(user).get(ENGINE + "filter?maxResults=50").json()) {
            filter = candidate.get("name").asText().equals(list)
                    ? candidate.get("id").asText()
                    : filter;
        }
        assertThat(filter).as("list %s", list).isNotNull();
        return browser(user)
                .post(ENGINE + "filter/" + filter + "/list?firstResult=0&maxResults=1000", "{}")
                .body()
                .contains("\"" + task + "\"");
    }

    /** @return whether the engine lets the person see the task at all */
    public boolean isSeenBy(String user) {
        return new Http(port).as(user).get("/engine-rest/task/" + task).status() == 200;
    }

    public Http browser(String user) {
        return browsers.computeIfAbsent(user, name -> {
            Http browser = new Http(port);
            assertThat(browser.signIn(name, "tasklist").status()).isEqualTo(200);
            return browser;
        });
    }

    /** @return {@code field: reason} of the first refused field */
    public static String problem(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        JsonNode error = answer.json().get("errors").get(0);
        return error.get("field").asText() + ": " + error.get("message").asText();
    }
}
