package de.kreislaufstadt.process;

import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about open tasks: asked of people and departments, answered, withdrawn. */
class QuestionTest extends ReviewTask {

    private static final String ASKER = CLERK;
    private static final String ASKED = OTHER;
    private static final String MINE = "Meine Aufgaben";
    private static final String OF_PERSON = "{'person': '" + ASKED + "', 'question': 'Welche Gewässer?'}";
    private static final String OF_DEPARTMENT = "{'department': 'umwelt', 'question': 'Welche Gewässer?'}";

    @Test
    void whoIsAskedSeesTheTaskWithTheQuestionAndWhoAskedSeesWhereItIs() {
        assertThat(page.isSeenBy(ASKED)).isFalse();

        page.succeeds(ASKER, "question", OF_PERSON);

        assertThat(page.isListed(ASKED, MINE)).isTrue();
        assertThat(page.isListed(ASKER, DEPARTMENT)).isTrue();
        JsonNode asked = page.place(ASKED).json();
        assertThat(asked.at("/question/open").asBoolean()).isTrue();
        assertThat(asked.at("/question/asked/reason").asText()).isEqualTo("Welche Gewässer?");
        assertThat(asked.at("/question/asked/by").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");
        assertThat(texts(asked.get("may"))).containsExactly("ANSWER");
        JsonNode asker = page.place(ASKER).json();
        assertThat(asker.at("/question/asked/givenTo").asText()).isEqualTo("Sachbearbeitung Umweltamt");
        assertThat(texts(asker.get("may"))).containsExactly("WITHDRAW");
        assertThat(page.browser(ASKED)
                        .get("/camunda/api/kreislaufstadt/form/task/" + task.getId())
                        .status())
                .isEqualTo(200);
        assertThat(notices.about(task.getId())).containsExactly("ASKED null " + ASKED);
    }

    @Test
    void theAnswerBringsTheTaskBackWithTheFilledFormAsADraftAndEndsTheAccess() {
        page.succeeds(ASKER, "question", OF_PERSON);
        ObjectNode filled = office.valid("review-proposal");

        page.succeeds(ASKED, "answer", answer("Die Aa und der Kanal", filled));

        assertThat(now().getAssignee()).isEqualTo(ASKER);
        assertThat(page.isSeenBy(ASKED)).isFalse();
        assertThat(page.isListed(ASKED, MINE)).isFalse();
        JsonNode place = page.place(ASKER).json();
        assertThat(place.at("/question/open").asBoolean(true)).isFalse();
        assertThat(place.at("/question/answer/reason").asText()).isEqualTo("Die Aa und der Kanal");
        assertThat(draftOf(ASKER)).isEqualTo(filled);
        assertThat(notices.about(task.getId()))
                .containsExactly("ASKED null " + ASKED, "ANSWERED muenster-klima " + ASKER);
        assertThat(completed("submit-form", new Http(port).as(ASKER), "/engine-rest")
                        .status())
                .isEqualTo(204);
        assertThat(office.openTasks(number)).containsExactly("decide-measure");
    }

    @Test
    void anAnswerMayBeATextAlone() {
        page.succeeds(ASKER, "question", OF_PERSON);

        page.succeeds(ASKED, "answer", "{'answer': 'Keine'}");

        assertThat(draftOf(ASKER)).isNull();
        assertThat(now().getAssignee()).isEqualTo(ASKER);
    }

    @Test
    void aFormThatCompletingWouldRefuseIsRefusedAtItsFieldAndNothingIsAnswered() {
        page.succeeds(ASKER, "question", OF_PERSON);
        ObjectNode incomplete = office.valid("review-proposal");
        incomplete.remove("result");

        Http.Answer refused = page.does(ASKED, "answer", answer("Fast fertig", incomplete));

        assertThat(problem(refused)).startsWith("result: ");
        assertThat(refused.json().get("errors").get(0).get("label").asText()).isNotBlank();
        assertThat(problem(page.does(ASKED, "answer", "{'answer': ' '}")))
                .isEqualTo("answer: Bitte füllen Sie dieses Feld aus.");
        assertThat(now().getAssignee()).isEqualTo(ASKED);
        assertThat(page.history(ASKED)).hasSize(1);
        assertThat(draftOf(ASKER)).isNull();
    }

    /** The engine would resolve instead of complete, without any listener, and lose the form. */
    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void nobodyCompletesATaskWhileSomebodyIsAskedAboutIt(String way) {
        page.succeeds(ASKER, "question", OF_PERSON);
        for (String user : List.of(ASKED, ASKER)) {
            assertThat(problem(completed(way, new Http(port).as(user), "/engine-rest")))
                    .contains("Rückfrage offen");
            assertThat(problem(completed(way, page.browser(user), "/camunda/api/engine/engine/default")))
                    .contains("Rückfrage offen");
        }
        assertThat(office.openTasks(number)).containsExactly("review-proposal");
        assertThat(page.place(ASKED).json().at("/question/open").asBoolean()).isTrue();
    }

    @Test
    void whoIsAskedCanDoNothingButAnswer() {
        page.succeeds(ASKER, "question", OF_PERSON);

        assertThat(page.does(ASKED, "hand-over", "{'department': 'planung', 'reason': 'x'}")
                        .status())
                .isEqualTo(409);
        assertThat(page.does(ASKED, "give-back", "{}").status()).isEqualTo(409);
        assertThat(page.does(ASKED, "follow-up", "{'date': '2099-01-01'}").status())
                .isEqualTo(409);
        assertThat(page.does(ASKED, "question", "{'person': 'awm-leitung', 'question': 'Und Sie?'}")
                        .status())
                .isEqualTo(409);
        assertThat(page.does(ASKED, "withdraw", "{}").status()).isEqualTo(403);
        assertThat(new Http(port)
                        .as(ASKED)
                        .post("/engine-rest/task/" + task.getId() + "/unclaim", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(now().getAssignee()).isEqualTo(ASKED);
    }

    @Test
    void aDepartmentIsAskedAndOneOfItsPeopleAnswers() {
        page.succeeds(ASKER, "question", OF_DEPARTMENT);

        assertThat(page.isListed(ASKED, DEPARTMENT)).isTrue();
        assertThat(page.isListed("umwelt-leitung", DEPARTMENT)).isTrue();
        assertThat(notices.about(task.getId())).containsExactly("ASKED muenster-umwelt null");
        // The department that asks does not take the task away from the one that is asked.
        assertThat(claim(HEAD)).isEqualTo(403);
        assertThat(claim(ASKED)).isEqualTo(204);
        assertThat(page.does("umwelt-leitung", "answer", "{'answer': 'Ich auch'}")
                        .status())
                .isEqualTo(403);
        page.succeeds(ASKED, "answer", "{'answer': 'Die Aa'}");

        assertThat(now().getAssignee()).isEqualTo(ASKER);
        assertThat(page.isSeenBy(ASKED)).isFalse();
        assertThat(page.isListed("umwelt-leitung", DEPARTMENT)).isFalse();
        assertThat(page.isListed(ASKER, DEPARTMENT)).isTrue();
    }

    @Test
    void theMeasuresPageShowsTheStepOnceWhileADepartmentIsAsked() {
        page.succeeds(ASKER, "question", OF_DEPARTMENT);

        JsonNode steps = page.browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + number)
                .json()
                .get("openSteps");

        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).get("department").asText()).isEqualTo("Stabsstelle Klima");
    }

    @ParameterizedTest
    @ValueSource(strings = {ASKER, HEAD})
    void aQuestionIsWithdrawnByWhoAskedOrTheHead(String user) {
        page.succeeds(ASKER, "question", OF_PERSON);

        page.succeeds(user, "withdraw", "{}");

        assertThat(now().getAssignee()).isEqualTo(ASKER);
        assertThat(page.isSeenBy(ASKED)).isFalse();
        assertThat(page.does(ASKED, "answer", "{'answer': 'Zu spät'}").status()).isEqualTo(404);
        assertThat(page.place(ASKER).json().has("question")).isFalse();
        page.succeeds(ASKER, "question", OF_DEPARTMENT);
        assertThat(page.place(ASKER).json().at("/question/asked/toDepartment").asText())
                .startsWith("Amt für Grünflächen");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'person': 'umwelt-sachbearbeitung'}                                   | question: Bitte füllen Sie dieses Feld aus.
                    {'question': 'Welche?'}                                                | person: Bitte füllen Sie dieses Feld aus.
                    {'person': 'klima-sachbearbeitung', 'question': 'Welche?'}             | person: Bitte wählen Sie eine andere Person aus der Stadt.
                    {'person': 'nobody-at-all', 'question': 'Welche?'}                     | person: Bitte wählen Sie eine andere Person aus der Stadt.
                    {'person': 'admin', 'question': 'Welche?'}                             | person: Bitte wählen Sie eine andere Person aus der Stadt.
                    {'department': '', 'question': 'Welche?'}                              | department: Bitte füllen Sie dieses Feld aus.
                    {'department': 'klima', 'question': 'Welche?'}                         | department: Bitte wählen Sie einen anderen Fachbereich, den es heute gibt.
                    {'department': 'gibt-es-nicht', 'question': 'Welche?'}                 | department: Bitte wählen Sie einen anderen Fachbereich, den es heute gibt.
                    {'department': 'umwelt', 'person': 'klima-leitung', 'question': 'x'}   | department: Bitte fragen Sie entweder eine Person oder einen Fachbereich.
                    """)
    void aWrongQuestionIsRefusedAtItsField(String json, String problem) {
        assertThat(problem(page.does(ASKER, "question", json))).isEqualTo(problem);
        assertThat(now().getDelegationState()).isNull();
        assertThat(page.history(ASKER)).isEmpty();
    }

    @Test
    void onlyWhoseTaskItIsAsks() {
        assertThat(page.does(ASKED, "question", OF_DEPARTMENT).status()).isEqualTo(404);
        assertThat(page.does("umwelt-leitung", "question", OF_DEPARTMENT).status())
                .isEqualTo(403);
        assertThat(claim(HEAD)).isEqualTo(204);
        assertThat(page.does(ASKER, "question", OF_PERSON).status()).isEqualTo(409);
        assertThat(page.does(ASKER, "answer", "{'answer': 'x'}").status()).isEqualTo(409);
        assertThat(page.does(ASKER, "withdraw", "{}").status()).isEqualTo(409);
    }

    private Http.Answer completed(String way, Http who, String engine) {
        String form = "{\"variables\": {\"form\": {\"type\": \"Json\", \"value\": "
                + quoted(office.valid("review-proposal").toString())
                + ", \"valueInfo\": {\"transient\": true}}}}";
        return who.post(engine + "/task/" + task.getId() + "/" + way, form);
    }

    private int claim(String user) {
        return new Http(port)
                .as(user)
                .post("/engine-rest/task/" + task.getId() + "/claim", "{\"userId\": \"" + user + "\"}")
                .status();
    }

    private JsonNode draftOf(String user) {
        return office.jdbc()
                .sql("select data from task_draft where task_id = :task and kept_by = :user")
                .param("task", task.getId())
                .param("user", user)
                .query((row, i) -> json(row.getString("data")))
                .optional()
                .orElse(null);
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String answer(String text, JsonNode data) {
        return "{\"answer\": \"" + text + "\", \"data\": " + data + "}";
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
