package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody reads whose browser asks for English, and that everybody else reads German. */
@ApplicationTest
class EnglishReadersTest {

    private static final String API = "/camunda/api/kreislaufstadt/";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String REVIEWER = "klima-sachbearbeitung";
    private static final String LEAD = "wfm-sachbearbeitung";

    @Autowired
    Office office;

    @Autowired
    Decisions decisions;

    @LocalServerPort
    int port;

    private String number;
    private String task;

    @BeforeEach
    void aProposalThatWaitsForItsReview() {
        number = office.as(LEAD).proposes();
        task = office.open(number, "review-proposal").get(0).getId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB,en;q=0.9,de;q=0.8", "de;q=0.5, en-US"})
    void whoAsksForEnglishFirstGetsTheFormInEnglish(String wanted) {
        JsonNode form = browser(REVIEWER, wanted).get(API + "form/task/" + task).json();

        assertThat(labels(form))
                .contains("Result of the review", "Who decides?")
                .doesNotContain("Wer entscheidet?");
        assertThat(form.at("/context/taskName").asText()).isEqualTo("Review the proposal");
        assertThat(form.at("/context/instructions").asText()).startsWith("Check whether the proposal is complete");
        assertThat(form.at("/context/phase").asText()).isEqualTo("Under review");
        assertThat(form.at("/data/proposal").asText())
                .contains("**Lead:**", "| Statement | Content |")
                .doesNotContain("Federführung");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "de-DE,de;q=0.9,en;q=0.8", "fr,en;q=0.9", "*", "not a language;;"})
    void everybodyElseGetsItInGerman(String wanted) {
        Http browser = browser(REVIEWER, null);
        JsonNode form = (wanted.isEmpty() ? browser : browser.with("Accept-Language", wanted))
                .get(API + "form/task/" + task)
                .json();

        assertThat(labels(form))
                .contains("Ergebnis der Prüfung", "Wer entscheidet?")
                .doesNotContain("Who decides?");
        assertThat(form.at("/context/taskName").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(form.at("/data/proposal").asText()).contains("**Federführung:**");
    }

    @Test
    void oneReadersLanguageIsNotAnothers() {
        Http english = browser(REVIEWER, "en");
        Http german = browser(REVIEWER, "de");

        for (int again = 0; again < 3; again++) {
            assertThat(labels(english.get(API + "form/task/" + task).json())).contains("Who decides?");
            assertThat(labels(german.get(API + "form/task/" + task).json())).contains("Wer entscheidet?");
        }
    }

    @Test
    void whatIsRefusedIsNamedInTheLanguageOfTheAnswer() {
        ObjectNode proposal = office.valid("propose-measure", form -> {
            ((ObjectNode) form.get("schedule")).put("plannedUntil", "some day");
            ((ObjectNode) form.get("outline")).remove("title");
        });

        List<String> english = refused(proposal, "en");
        List<String> german = refused(proposal, "de");

        assertThat(english)
                .containsExactly(
                        "Title: Please fill in this field.",
                        "Implementation planned until: Please give a day (31.12.2027) or a month (7/2027).");
        assertThat(german)
                .containsExactly(
                        "Titel: Bitte füllen Sie dieses Feld aus.",
                        "Umsetzung geplant bis: Bitte einen Tag (31.12.2027) oder einen Monat (7/2027) angeben.");
    }

    @Test
    void cardsSearchPagesAndHistoryNameTasksInEnglish() {
        Http reviewer = browser(REVIEWER, "en");
        Http lead = browser(LEAD, "en");

        assertThat(reviewer.get(API + "tasks?ids=" + task).json().at("/0/name").asText())
                .isEqualTo("Review the proposal");
        assertThat(reviewer.get(API + "tasks?words=" + number + "%20review").json())
                .hasSize(1);
        assertThat(reviewer.get(API + "tasks?words=" + number + "%20pr%C3%BCfen")
                        .json())
                .as("the German name finds it, too")
                .hasSize(1);
        assertThat(browser(REVIEWER, "de")
                        .get(API + "tasks?words=" + number + "%20review")
                        .json())
                .isEmpty();
        JsonNode measure = lead.get(API + "measures/" + number).json();
        assertThat(measure.at("/openSteps/0/name").asText()).isEqualTo("Review the proposal");
        assertThat(measure.at("/history/0/name").asText()).isEqualTo("Propose a measure");
        assertThat(measure.at("/stateLabel").asText()).isEqualTo("Under review");
    }

    @Test
    void tasklistsOwnListAndHeadNameTasksInEnglish() {
        for (String type : List.of("application/json", "application/hal+json")) {
            assertThat(listed(browser(REVIEWER, "en").with("Accept", type)))
                    .as(type)
                    .contains("\"Review the proposal\"")
                    .doesNotContain("Vorschlag prüfen");
            assertThat(listed(browser(REVIEWER, "de").with("Accept", type)))
                    .as(type)
                    .contains("\"Vorschlag prüfen\"")
                    .doesNotContain("Review the proposal");
        }
        JsonNode head = browser(REVIEWER, "en")
                .with("Accept", "application/hal+json")
                .get(ENGINE + "task/" + task)
                .json();
        assertThat(head.get("name").asText()).isEqualTo("Review the proposal");
        assertThat(head.get("id").asText()).isEqualTo(task);
        assertThat(head.get("due").asText()).isNotBlank();
        assertThat(head.at("/_embedded/processDefinition/0/name").asText()).isEqualTo("Life of a measure");
    }

    @Test
    void theListsOfTasklistHaveEnglishNames() {
        assertThat(lists("en")).contains("Tasks of my department", "My tasks", "Overdue", "Follow-up");
        assertThat(lists("de")).contains("Aufgaben meiner Abteilung", "Meine Aufgaben", "Überfällig", "Wiedervorlage");
    }

    @Test
    void beyondNamesTheEngineAnswersTheSameInBothLanguages() {
        for (String type : List.of("application/json", "application/hal+json")) {
            ObjectNode english = (ObjectNode) browser(REVIEWER, "en")
                    .with("Accept", type)
                    .get(ENGINE + "task/" + task)
                    .json();
            ObjectNode german = (ObjectNode) browser(REVIEWER, "de")
                    .with("Accept", type)
                    .get(ENGINE + "task/" + task)
                    .json();

            List.of(english, german).forEach(answer -> answer.remove(List.of("name", "description", "_embedded")));
            assertThat(english).as(type).isEqualTo(german);
        }
    }

    @Test
    void whatCanBeStartedHasItsEnglishName() {
        assertThat(startable("en")).containsExactly("Propose a measure");
        assertThat(startable("de")).containsExactly("Maßnahme vorschlagen");
        assertThat(browser(LEAD, "en")
                        .get(API + "form/start/measure-lifecycle")
                        .json()
                        .at("/context/taskName")
                        .asText())
                .isEqualTo("Propose a measure");
    }

    @Test
    void whatIsProposedForTheRecordStaysGerman() {
        assertThat(browser(LEAD, "en")
                        .get(API + "form/start/measure-lifecycle")
                        .json()
                        .at("/data/source/document")
                        .asText())
                .isEqualTo("Vorschlag der federführenden Stelle");
    }

    @Test
    void reasonsOfDecisionTablesAreInTheLanguageOfTheReader() {
        Map<String, Integer> rating = Map.of("influence", 4, "interest", 3);

        assertThat(ReadersLanguage.in(Locale.ENGLISH, () -> decisions.reasons(null, "stakeholder-quadrant", rating)))
                .containsExactly("Key player: decide and act together");
        assertThat(decisions.reasons(null, "stakeholder-quadrant", rating))
                .containsExactly("Schlüsselakteur: gemeinsam entscheiden und umsetzen");
    }

    private List<String> startable(String language) {
        return browser(LEAD, language)
                .get(ENGINE + "process-definition?latest=true&startableInTasklist=true")
                .json()
                .findValuesAsText("name");
    }

    private List<String> lists(String language) {
        return browser(REVIEWER, language)
                .get(ENGINE + "filter?maxResults=50")
                .json()
                .findValuesAsText("name");
    }

    private String listed(Http browser) {
        String list = browser(REVIEWER, "de")
                .get(ENGINE + "filter?maxResults=50")
                .json()
                .at("/0/id")
                .asText();
        return browser.post(ENGINE + "filter/" + list + "/list?firstResult=0&maxResults=1000", "{}")
                .body();
    }

    private List<String> refused(ObjectNode form, String language) {
        String body =
                "{\"variables\": {\"form\": {\"type\": \"Json\", \"valueInfo\": {\"transient\": true}, \"value\": "
                        + TextNode.valueOf(form.toString()) + "}}}";
        Http.Answer answer = new Http(port)
                .as(LEAD)
                .with("Accept-Language", language)
                .post("/engine-rest/process-definition/key/measure-lifecycle/submit-form", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                .map(error -> error.get("label").asText() + ": "
                        + error.get("message").asText())
                .toList();
    }

    private static List<String> labels(JsonNode form) {
        return form.get("schema").findValuesAsText("label");
    }

    private Http browser(String user, String language) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return language == null ? browser : browser.with("Accept-Language", language);
    }
}
