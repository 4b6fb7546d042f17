package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of forms that are being filled: the numbers that completing the task would write, and nothing written. */
class PreviewTest extends MeasurePaths {

    @LocalServerPort
    int port;

    @Test
    void theScoreIsTheOneThatTheRatingWrites() {
        String measure = ratable();
        Task task = office.open(measure, "rate-project").get(0);
        Map<String, Object> before = everything(measure);

        JsonNode picture = preview("wfm-sachbearbeitung", task, office.valid("rate-project"));

        assertThat(everything(measure)).isEqualTo(before);
        assertThat(picture.get("kind").asText()).isEqualTo("SCORE");
        assertThat(picture.get("result").asText()).isEqualTo("Starterprojekt");
        assertThat(picture.get("reasons").get(0).asText()).contains("als Starterprojekt umsetzen");
        clerk("wfm").completes(task, office.valid("rate-project"));
        assertThat(one(measure, "select score from sketch_rating where measure_id = :measure"))
                .isEqualTo(picture.get("score").decimalValue().setScale(2).toString())
                .isEqualTo("78.75");
    }

    @Test
    void theScoreWaitsForTheLastLevelAndAKnockOutNamesItsReason() {
        Task task = office.open(ratable(), "rate-project").get(0);
        ObjectNode missing = office.valid("rate-project");
        missing.remove("visibility");
        missing.put("readiness", 9);

        JsonNode open = preview("wfm-sachbearbeitung", task, missing);
        JsonNode ruledOut = preview(
                "wfm-sachbearbeitung",
                task,
                office.valid("rate-project", data -> data.putArray("knockOuts").add("NO_BEARER")));

        assertThat(open.get("score").isNull()).isTrue();
        assertThat(StreamSupport.stream(open.get("levels").spliterator(), false)
                        .filter(level -> level.get("level").isNull()))
                .hasSize(2);
        assertThat(ruledOut.get("result").asText()).isEqualTo("Nicht weiterverfolgen");
        assertThat(ruledOut.get("reasons").toString())
                .contains("Ein Ausschlusskriterium genügt")
                .contains("Niemand übernimmt das Vorhaben");
    }

    @Test
    void theMatrixTakesItsQuadrantsFromTheDecisionTable() {
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        for (String asked : new String[] {"wfm", "umwelt", "immobilien"}) {
            clerk(asked).completes(measure, "answer-survey");
        }
        Task task = office.open(measure, "analyse-stakeholders").get(0);
        ObjectNode data = office.valid("analyse-stakeholders");
        data.putArray("stakeholders");
        rated(data, "Handwerkskammer", 4, 3);
        rated(data, "noch ohne Interesse", 4, null);
        rated(data, "falsche Zahl", 7, 2);
        rated(data, "Kulturverein", 1, 4);

        JsonNode picture = preview("wfm-sachbearbeitung", task, data);

        assertThat(picture.get("cells")).hasSize(16);
        assertThat(picture.get("points")).hasSize(2);
        assertThat(picture.at("/points/0/field").asText()).isEqualTo("Schlüsselakteur");
        assertThat(picture.at("/points/1/row").asInt()).isEqualTo(4);
        assertThat(picture.at("/points/1/field").asText()).isEqualTo("Einbinden");
    }

    @Test
    void theMixOfTheWorkedExampleIsBalancedAndWithoutChambersItIsNot() {
        String measure = approved("WORKSHOPS");
        Task prepare = office.open(measure, "prepare-workshop").get(0);
        clerk("wfm").completes(prepare, office.valid("prepare-workshop", WorkshopPathsTest.forToday()));
        clerk("difu").completes(measure, "agree-agenda");
        Task task = office.open(measure, "invite-participants").get(0);
        ObjectNode data = office.valid("invite-participants");

        JsonNode balanced = preview("wfm-sachbearbeitung", task, data);
        ArrayNode rows = (ArrayNode) data.get("invitations");
        for (int i = rows.size() - 1; i >= 0; i--) {
            if ("CHAMBER".equals(rows.get(i).path("participantGroup").asText())) {
                rows.remove(i);
            }
        }
        JsonNode lacking = preview("wfm-sachbearbeitung", task, data);

        assertThat(balanced.get("total").asInt()).isEqualTo(31);
        assertThat(balanced.get("warnings")).isEmpty();
        assertThat(lacking.get("total").asInt()).isEqualTo(27);
        assertThat(lacking.get("warnings").toString()).contains("Kammer");
    }

    @Test
    void picturesAreForThoseWhoSeeTheTaskAndForDataOfItsForm() {
        Task task = office.open(ratable(), "rate-project").get(0);
        ObjectNode foreign = office.valid("rate-project").put("salary", 1);

        assertThat(post(
                                "umwelt-sachbearbeitung",
                                task,
                                office.valid("rate-project").toString())
                        .status())
                .isEqualTo(404);
        assertThat(post("wfm-sachbearbeitung", task, foreign.toString()).status())
                .isEqualTo(400);
        assertThat(post("wfm-sachbearbeitung", task, "{").status()).isEqualTo(400);
    }

    private String ratable() {
        String measure = approved("STARTER_PROJECTS");
        clerk("wfm").completes(measure, "bundle-ideas");
        clerk("immobilien").completes(measure, "sketch-project");
        return measure;
    }

    private static void rated(ObjectNode data, String organisation, Integer influence, Integer interest) {
        data.withArray("stakeholders")
                .addObject()
                .put("organisation", organisation)
                .put("influence", influence)
                .put("interest", interest);
    }

    private JsonNode preview(String user, Task task, JsonNode data) {
        Http.Answer answer = post(user, task, data.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer post(String user, Task task, String body) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser.post("/camunda/api/kreislaufstadt/form/task/" + task.getId() + "/preview", body);
    }
}
