package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.FormFile;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TaskPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Dangerous texts sent over HTTP on every way in: everybody reads them as they were typed, and nobody's log knows them. */
@ApplicationTest
class InjectionShownTest {

    private static final String API = "/camunda/api/kreislaufstadt/";
    private static final String LEAD = "wfm-sachbearbeitung";
    private static final String CLIMATE = "klima-sachbearbeitung";

    @Autowired
    Office office;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    @RegisterExtension
    final NothingRan nothingRan = new NothingRan();

    /** The listener would hear it. */
    @Test
    void theLogIsListenedTo() {
        LoggerFactory.getLogger(InjectionShownTest.class).warn("heard");

        assertThat(nothingRan.heard())
                .anyMatch(event -> event.getLevel() == Level.WARN
                        && event.getFormattedMessage().equals("heard"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void aProposalIsReadAsItWasTyped(String way) {
        FormFile form = FormFile.all().stream()
                .filter(file -> file.key().equals("propose-measure"))
                .findFirst()
                .orElseThrow();
        ObjectNode proposal = Injections.into(form.schema(), office.valid("propose-measure"));
        TaskPage people = new TaskPage(port, "");
        Http sender = way.equals("/engine-rest") ? new Http(port).as(LEAD) : people.browser(LEAD);

        Answer answer = sender.post(way + "/process-definition/key/measure-lifecycle/submit-form", submitted(proposal));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String number = answer.json().get("businessKey").asText();
        String instance = answer.json().get("id").asText();
        String task = office.open(number, "review-proposal").get(0).getId();
        String title = proposal.findValue("title").asText();
        assertThat(title)
                .isNotEqualTo(office.valid("propose-measure").findValue("title").asText());
        for (String page :
                List.of("form/task/" + task, "tasks?ids=" + task, "tasks/" + task + "/measure", "measures/" + number)) {
            Answer shown = people.browser(CLIMATE).get(API + page);
            assertThat(shown.status()).as(page).isEqualTo(200);
            assertThat(shown.header("Content-Type")).as(page).startsWith("application/json");
            assertThat(shown.body()).as(page).doesNotContain(Injections.COMPUTED);
        }
        assertThat(people.browser(CLIMATE).get(API + "measures/" + number).body())
                .contains(json.valueToTree(title).toString());
        Answer cockpit = people.browser("klima-leitung")
                .get("/camunda/api/engine/engine/default/process-instance/" + instance + "/variables");
        assertThat(cockpit.body()).doesNotContain("script", "7*191", Injections.COMPUTED);
    }

    @Test
    void questionsAndDraftsAreReadAsTheyWereTyped() {
        String number = office.as(LEAD).proposes();
        String task = office.open(number, "review-proposal").get(0).getId();
        TaskPage page = new TaskPage(port, task);
        Http clerk = page.browser(CLIMATE);
        assertThat(clerk.post(
                                "/camunda/api/engine/engine/default/task/" + task + "/claim",
                                "{\"userId\": \"" + CLIMATE + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(clerk.post(
                                API + "tasks/" + task + "/question",
                                "{\"person\": \"" + LEAD + "\", \"question\": \"a\\u202Eb\"}")
                        .status())
                .isEqualTo(400);
        String all = String.join(" ", Injections.TEXTS);
        ObjectNode question = json.createObjectNode().put("question", all).put("person", LEAD);

        Answer asked = clerk.post(API + "tasks/" + task + "/question", question.toString());

        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(page.history(CLIMATE).toString())
                .contains(json.valueToTree(all).toString())
                .doesNotContain(Injections.COMPUTED);
        assertThat(page.place(LEAD).body()).contains(json.valueToTree(all).toString());
    }

    /** What is wrong is named by its field; what was typed does not come back as part of a page. */
    @Test
    void refusalsRepeatNothing() {
        for (String text : Injections.TEXTS) {
            ObjectNode data = json.createObjectNode().put(text, text).put("title", 1);
            Answer refused = new Http(port)
                    .as(LEAD)
                    .post("/engine-rest/process-definition/key/measure-lifecycle/submit-form", submitted(data));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.header("Content-Type")).startsWith("application/json");
            assertThat(refused.body()).doesNotContain(text, "<", "${");
        }
    }

    private String submitted(ObjectNode form) {
        ObjectNode body = json.createObjectNode();
        ObjectNode variable = body.putObject("variables").putObject("form");
        variable.put("value", form.toString()).put("type", "Json");
        variable.putObject("valueInfo").put("transient", true);
        return body.toString();
    }
}
