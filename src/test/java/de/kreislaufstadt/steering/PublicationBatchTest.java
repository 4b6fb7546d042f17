package de.kreislaufstadt.steering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many measures become public by two batches of two people; what has something to be looked at stays a task of its own. */
@ApplicationTest
class PublicationBatchTest {

    private static final String BATCHES = "/camunda/api/kreislaufstadt/steering/batches";
    private static final String FIRST = "klima-leitung";

    @Autowired
    Office office;

    @Autowired
    BatchWorker worker;

    @LocalServerPort
    int port;

    private final Map<String, Http> browsers = new HashMap<>();
    private List<String> clean;
    private String withFinding;
    private String undecided;

    @BeforeEach
    void twoCleanMeasuresAndOthers() {
        clean = List.of(approved("Bauteile werden wiederverwendet."), approved("Böden werden entsiegelt."));
        withFinding = approved("Melden unter erika@firma.example.");
        undecided = office.as("wfm-sachbearbeitung").proposes();
    }

    @AfterEach
    void nothingIsLeftToDo() {
        worker.workOff(() -> true);
    }

    @Test
    void whoBeginsHasPreparedWhatIsCleanAndTheLeadGetsTheRest() {
        List<String> all = List.of(clean.get(0), clean.get(1), withFinding, undecided);

        JsonNode trial =
                answer(FIRST, BATCHES + "/trial", order("PUBLISH", all)).json();
        assertThat(trial.findValuesAsText("state")).containsExactly("POSSIBLE", "POSSIBLE", "POSSIBLE", "REFUSED");
        assertThat(trial.findValuesAsText("why"))
                .containsExactly(
                        "Nichts gefunden; die Fassung wartet auf die Freigabe durch eine zweite Person.",
                        "Nichts gefunden; die Fassung wartet auf die Freigabe durch eine zweite Person.",
                        "Fundstellen: 2. Die Federführung bereitet die Fassung vor.",
                        "Veröffentlicht wird eine Maßnahme, über die beschlossen ist.");
        assertThat(all)
                .as("a trial leaves nothing behind")
                .allSatisfy(number -> assertThat(office.openTasks(number))
                        .doesNotContain("prepare-publication", "release-publication"));

        JsonNode report = worked(FIRST, order("PUBLISH", all));
        assertThat(report.at("/batch/done").asInt()).isEqualTo(3);
        assertThat(report.path("items").findValuesAsText("why")).isEqualTo(trial.findValuesAsText("why"));
        assertThat(clean)
                .allSatisfy(number -> assertThat(office.openTasks(number))
                        .contains("release-publication")
                        .doesNotContain("prepare-publication"));
        assertThat(office.openTasks(withFinding)).contains("prepare-publication");
        assertThat(office.openTasks(undecided)).containsExactly("review-proposal");
    }

    @Test
    void anotherPersonOfTheClimateUnitReleasesThemInOneGo() {
        worked(FIRST, order("PUBLISH", clean));

        JsonNode own = worked(FIRST, order("RELEASE_VERSION", clean));
        assertThat(own.at("/batch/refused").asInt()).isEqualTo(2);
        assertThat(own.path("items").findValuesAsText("why")).allMatch(why -> why.contains("Vier-Augen"));

        JsonNode others = worked("wfm-leitung", order("RELEASE_VERSION", clean));
        assertThat(others.path("items").findValuesAsText("why"))
                .as("releasing is the climate unit's")
                .containsOnly("Diese Aufgabe liegt bei einem anderen Fachbereich.");

        office.as("klima-sachbearbeitung").completes(clean.get(0), "release-publication");
        assertThat(versions(clean)).containsExactly(1, 0);
    }

    @Test
    void aHeadReleasesWhatAnotherHasBegun() {
        worked("wfm-leitung", order("PUBLISH", clean));

        JsonNode report = worked(FIRST, order("RELEASE_VERSION", List.of(clean.get(0), clean.get(1), withFinding)));

        assertThat(report.at("/batch/done").asInt()).as(report.toString()).isEqualTo(2);
        assertThat(report.at("/items/2/why").asText()).isEqualTo("Hier wartet keine Fassung auf ihre Freigabe.");
        assertThat(versions(clean)).containsExactly(1, 1);
        assertThat(clean)
                .allSatisfy(number -> assertThat(office.jdbc()
                                .sql("select s.completed_by from step s join measure m on m.id = s.measure_id"
                                        + " where m.number = :number and s.task_key = 'release-publication'")
                                .param("number", number)
                                .query(String.class)
                                .list())
                        .as("noted as if it had been done in the task")
                        .containsExactly(FIRST));
    }

    @Test
    void whatWasConfirmedToBeNobodysNameIsLookedAtInItsTask() {
        String named = approved("Benannt nach Frau Holle im Märchen.");
        worked(FIRST, order("PUBLISH", List.of(named)));
        String task = office.open(named, "prepare-publication").get(0).getId();
        String mark = browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .at("/data/confirmed/0/finding")
                .asText();
        office.as("wfm-sachbearbeitung")
                .completes(
                        named,
                        "prepare-publication",
                        data -> data.putArray("confirmed")
                                .addObject()
                                .put("finding", mark)
                                .put("reason", "Eine Gestalt aus einem Märchen."));

        JsonNode report = worked(FIRST, order("RELEASE_VERSION", List.of(named)));

        assertThat(report.at("/items/0/why").asText())
                .startsWith("Fundstellen: ")
                .endsWith("Bitte sehen Sie sich die Fassung in ihrer Aufgabe an.");
        assertThat(office.openTasks(named)).contains("release-publication");
    }

    @Test
    void whatTheLeadHoldsBackOrIsPublicAlreadyIsRefused() {
        worked("wfm-leitung", order("PUBLISH", List.of(withFinding)));
        office.as("wfm-sachbearbeitung")
                .completes(
                        withFinding,
                        "prepare-publication",
                        data -> data.put("result", "HOLD").put("reason", "Der Text wird geändert."));
        worked("wfm-leitung", order("PUBLISH", clean));
        worked(FIRST, order("RELEASE_VERSION", clean));

        JsonNode report = worked(FIRST, order("PUBLISH", List.of(withFinding, clean.get(0))));

        assertThat(report.path("items").findValuesAsText("why"))
                .containsExactly(
                        "Die Federführung hält die Veröffentlichung zurück. Warum, steht auf der Seite der Maßnahme.",
                        "Die Maßnahme ist schon öffentlich, oder ihre Veröffentlichung läuft.");
    }

    @Test
    void aReturnedVersionIsTheLeadsLikeAnyOther() {
        worked(FIRST, order("PUBLISH", clean));
        office.as("klima-sachbearbeitung")
                .completes(
                        clean.get(0),
                        "release-publication",
                        data -> data.put("result", "RETURN").put("note", "Wie kann man sich beteiligen?"));
        assertThat(office.openTasks(clean.get(0)))
                .contains("prepare-publication")
                .doesNotContain("release-publication");
    }

    @Test
    void aTrialAsksForTheSameAsABatch() {
        assertThat(browser(FIRST)
                        .post(BATCHES + "/trial", order("PUBLISH", List.of()))
                        .status())
                .isEqualTo(400);
        assertThat(browser("klima-sachbearbeitung")
                        .post(BATCHES + "/trial", order("PUBLISH", clean))
                        .status())
                .isEqualTo(403);
    }

    private String approved(String description) {
        String number = office.as("wfm-sachbearbeitung")
                .proposes(office.valid(
                        "propose-measure", data -> ((ObjectNode) data.get("outline")).put("description", description)));
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        office.as("wfm-leitung")
                .completes(
                        number,
                        "decide-measure",
                        data -> data.putArray("phases").add("IMPLEMENTATION"));
        return number;
    }

    private List<Integer> versions(List<String> numbers) {
        return numbers.stream()
                .map(number -> office.jdbc()
                        .sql("select p.version from publication p join measure m on m.id = p.measure_id"
                                + " where m.number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .toList();
    }

    private JsonNode worked(String user, String order) {
        String id = answer(user, BATCHES, order).json().path("id").asText();
        worker.workOff(() -> true);
        return browser(user).get(BATCHES + "/" + id).json();
    }

    private Http.Answer answer(String user, String address, String order) {
        Http.Answer answer = browser(user).post(address, order);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    private static String order(String kind, List<String> measures) {
        String named =
                measures.stream().map(number -> '"' + number + '"').toList().toString();
        return "{\"kind\": \"" + kind + "\", \"measures\": " + named
                + ", \"wish\": {\"reason\": \"Übernommene Maßnahmen\"}}";
    }

    private Http browser(String user) {
        return browsers.computeIfAbsent(user, who -> {
            Http browser = new Http(port);
            assertThat(browser.signIn(who, who.endsWith("-leitung") ? "cockpit" : "tasklist")
                            .status())
                    .isEqualTo(200);
            return browser;
        });
    }
}
