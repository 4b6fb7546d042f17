package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drafts of a form as a browser signed in to Tasklist saves and loads them. */
@ApplicationTest
abstract class DraftPaths {

    static final String FORMS = "/camunda/api/kreislaufstadt/form/";

    final JsonMapper json = new JsonMapper();

    @Autowired
    Office office;

    @LocalServerPort
    int port;

    Task task;
    String draft;

    @BeforeEach
    void aProposalWaitsForTheClimateUnit() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0);
        draft = FORMS + "task/" + task.getId() + "/draft";
    }

    long version(Http clerk) {
        return clerk.get(draft).json().get("version").asLong();
    }

    Http.Answer discard(Http clerk, long version) {
        return clerk.send("DELETE", draft + "?version=" + version, null);
    }

    static Http.Answer put(Http clerk, String path, long version, JsonNode data) {
        return clerk.send("PUT", path, body(version, data));
    }

    static String body(long version, JsonNode data) {
        return "{\"version\":" + version + ",\"data\":" + data + "}";
    }

    ObjectNode note(String text) {
        return json.createObjectNode().put("note", text);
    }

    long drafts() {
        return office.jdbc()
                .sql("select count(*) from task_draft where task_id = :task")
                .param("task", task.getId())
                .query(Long.class)
                .single();
    }

    Http browser(String user) {
        Http client = new Http(port);
        assertThat(client.signIn(user, "tasklist").status()).isEqualTo(200);
        return client;
    }
}
