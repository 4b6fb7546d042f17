package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a task's tab says about its measure: what was done with which result, what is open elsewhere, what follows. */
class TaskMeasureTest extends MeasurePaths {

    @LocalServerPort
    int port;

    @Test
    void theStepsBeforeSayTheirResultInWords() {
        String measure = proposed();
        clerk("klima")
                .completes(measure, "review-proposal", only("result", "REWORK", "note", "Bitte die Kosten ergänzen."));
        clerk("wfm").completes(measure, "rework-proposal");
        clerk("klima").completes(measure, "review-proposal", firstChangeDone());

        JsonNode tab = tab("wfm-leitung", measure, "decide-measure");

        assertThat(texts(tab.get("history"), "name"))
                .containsExactly(
                        "Maßnahme vorschlagen", "Vorschlag prüfen", "Vorschlag überarbeiten", "Vorschlag prüfen");
        assertThat(texts(tab.get("history"), "result"))
                .containsExactly("null", "Zur Überarbeitung zurückgeben", "null", "Zur Entscheidung weiterleiten");
        assertThat(tab.get("plannedPhases").isNull())
                .as("nothing is decided yet")
                .isTrue();
        assertThat(all(measure, "select result from step where measure_id = :measure and result is not null"))
                .containsExactlyInAnyOrder("REWORK", "FORWARD");
    }

    @Test
    void theDecisionSaysWhichPhasesFollow() {
        String measure = approved("WORKSHOPS", "IMPLEMENTATION");

        JsonNode tab = tab("wfm-sachbearbeitung", measure, "prepare-workshop");

        assertThat(texts(tab.get("plannedPhases"))).containsExactly("WORKSHOPS", "IMPLEMENTATION");
        assertThat(tab.at("/decisions/0/result").asText()).isEqualTo("Zugestimmt");
        assertThat(tab.get("state").asText()).isEqualTo("WORKSHOPS");
        assertThat(tab.get("summary").asText()).isNotBlank();
        assertThat(tab.get("leadLabel").asText()).isEqualTo("Wirtschaftsförderung Münster GmbH");
    }

    @Test
    void openStepsElsewhereNameWhatTheyAreAboutAndWhose() {
        String measure = approved("WORKSHOPS");
        clerk("wfm").completes(measure, "prepare-workshop");

        JsonNode open = tab("difu-sachbearbeitung", measure, "agree-agenda").get("openSteps");

        assertThat(texts(open, "item"))
                .containsExactlyInAnyOrder("Workshop 2", "Workshop 1: Kreislaufwirtschaft: Ideen für Starterprojekte");
        JsonNode other = StreamSupport.stream(open.spliterator(), false)
                .filter(step -> step.get("taskId").isNull())
                .findFirst()
                .orElseThrow();
        assertThat(other.get("department").asText()).isEqualTo("Wirtschaftsförderung Münster GmbH");
        assertThat(other.get("due").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        JsonNode done = tab("difu-sachbearbeitung", measure, "agree-agenda").get("history");
        assertThat(texts(done, "item")).contains("Workshop 1: Kreislaufwirtschaft: Ideen für Starterprojekte");
    }

    @Test
    void thePageOfTheMeasureShowsResultsToo() {
        String measure = reviewed();

        JsonNode page = browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + measure)
                .json();

        assertThat(texts(page.get("history"), "result")).containsExactly("null", "Zur Entscheidung weiterleiten");
    }

    @Test
    void nobodyReadsAMeasureThroughTheTaskOfAnotherDepartment() {
        String task = office.open(proposed(), "review-proposal").get(0).getId();

        assertThat(browser("awm-sachbearbeitung").get(path(task)).status()).isEqualTo(404);
        assertThat(browser("klima-sachbearbeitung").get(path("no-such-task")).status())
                .isEqualTo(404);
        assertThat(new Http(port).get(path(task)).status()).isEqualTo(401);
    }

    private JsonNode tab(String user, String measure, String task) {
        Http.Answer answer =
                browser(user).get(path(office.open(measure, task).get(0).getId()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String path(String task) {
        return "/camunda/api/kreislaufstadt/tasks/" + task + "/measure";
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(row -> row.get(field).asText())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
