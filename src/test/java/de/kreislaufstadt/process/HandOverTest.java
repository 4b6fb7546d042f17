package de.kreislaufstadt.process;

import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.TaskPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that go to colleagues, to other departments and back. */
class HandOverTest extends ReviewTask {

    private static final String TO_UMWELT = "{'department': 'umwelt', 'reason': 'Es geht um Gewässer'}";

    @Test
    void anotherDepartmentGetsTheTaskItsHeadHearsOfItAndTheFirstSeesItNoMore() {
        claimed(CLERK);
        assertThat(page.isSeenBy(OTHER)).isFalse();

        page.succeeds(CLERK, "hand-over", TO_UMWELT);

        assertThat(page.isListed(OTHER, DEPARTMENT)).isTrue();
        assertThat(page.isSeenBy(CLERK)).isFalse();
        assertThat(page.isListed(CLERK, DEPARTMENT)).isFalse();
        assertThat(now().getAssignee()).isNull();
        assertThat(notices.about(task.getId()))
                .containsExactly("HANDED_OVER muenster-umwelt-head null", "HANDED_OVER muenster-umwelt null");
        JsonNode place = page.place(OTHER).json();
        assertThat(place.get("department").asText()).startsWith("Amt für Grünflächen");
        assertThat(place.at("/cameFrom/fromDepartment").asText()).isEqualTo("Stabsstelle Klima");
        assertThat(place.at("/cameFrom/by").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");
        assertThat(place.at("/cameFrom/reason").asText()).isEqualTo("Es geht um Gewässer");
    }

    @Test
    void theReceivingDepartmentCompletesTheTaskAndTheStepIsItsOwn() {
        page.succeeds(CLERK, "hand-over", TO_UMWELT);

        office.as(OTHER).completes(number, "review-proposal");

        assertThat(office.jdbc()
                        .sql("select s.department from step s join measure m on m.id = s.measure_id"
                                + " where m.number = :number and s.task_key = 'review-proposal'")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo("umwelt");
    }

    @Test
    void whoHasHandedATaskOverIsToldWhereItLies() {
        page.succeeds(CLERK, "hand-over", TO_UMWELT);

        Http.Answer late = page.does(CLERK, "hand-over", TO_UMWELT);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("message").asText()).contains("Amt für Grünflächen");
        // The head manages the city, too, and sees the task wherever it is.
        assertThat(page.does(HEAD, "give-back", "{}").status()).isEqualTo(409);
    }

    @Test
    void theMeasuresPageShowsWhoHandedOverToWhomButNotWhy() {
        page.succeeds(CLERK, "hand-over", TO_UMWELT);

        JsonNode line = page.browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + number)
                .json()
                .get("taskEvents")
                .get(0);

        assertThat(line.get("kind").asText()).isEqualTo("HANDED_OVER");
        assertThat(line.get("task").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(line.get("fromDepartment").asText()).isEqualTo("Stabsstelle Klima");
        assertThat(line.get("toDepartment").asText()).startsWith("Amt für Grünflächen");
        assertThat(line.toString()).doesNotContain("Gewässer");
    }

    @Test
    void theReceivingDepartmentReturnsWhatIsNotItsBusiness() {
        page.succeeds(CLERK, "hand-over", TO_UMWELT);
        assertThat(problem(page.does(OTHER, "give-back", "{'toSender': true}")))
                .isEqualTo("reason: Bitte füllen Sie dieses Feld aus.");

        page.succeeds(OTHER, "give-back", "{'toSender': true, 'reason': 'Kein Gewässer betroffen'}");

        assertThat(page.isListed(CLERK, DEPARTMENT)).isTrue();
        assertThat(page.isSeenBy(OTHER)).isFalse();
        assertThat(notices.about(task.getId())).contains("HANDED_OVER muenster-klima-head null");
        // Where it has come back to, nobody has handed it over.
        assertThat(page.does(CLERK, "give-back", "{'toSender': true, 'reason': 'x'}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTaskForHeadsGoesToTheHeadsOfTheOtherDepartment() {
        office.as(CLERK).completes(number, "review-proposal");
        Task decision = office.open(number, "decide-measure").get(0);
        TaskPage ofHeads = new TaskPage(port, decision.getId());

        ofHeads.succeeds("wfm-leitung", "hand-over", TO_UMWELT);

        assertThat(ofHeads.isListed("umwelt-leitung", DEPARTMENT)).isTrue();
        assertThat(ofHeads.isSeenBy(OTHER)).isFalse();
    }

    @Test
    void aColleagueGetsTheTaskAndHearsOfIt() {
        page.succeeds(CLERK, "hand-over", "{'colleague': '" + HEAD + "', 'reason': 'Urlaub'}");

        assertThat(now().getAssignee()).isEqualTo(HEAD);
        assertThat(page.isListed(HEAD, "Meine Aufgaben")).isTrue();
        assertThat(notices.about(task.getId())).containsExactly("HANDED_OVER muenster-klima " + HEAD);
        assertThat(page.does(CLERK, "hand-over", TO_UMWELT).status()).isEqualTo(409);
    }

    @Test
    void aTaskIsGivenBackToTheGroupByWhoHasItAndByTheHead() {
        claimed(CLERK);
        page.succeeds(CLERK, "give-back", "{}");
        assertThat(now().getAssignee()).isNull();
        assertThat(page.does(CLERK, "give-back", "{}").status()).isEqualTo(409);

        claimed(CLERK);
        page.succeeds(HEAD, "give-back", "{'reason': 'Krank bis Freitag'}");
        assertThat(now().getAssignee()).isNull();
        assertThat(notices.about(task.getId())).containsExactly("INFORMED null " + CLERK);

        claimed(HEAD);
        assertThat(page.does(CLERK, "give-back", "{}").status()).isEqualTo(409);
        assertThat(page.does("admin", "give-back", "{}").status())
                .as("administrators do not touch tasks")
                .isEqualTo(403);
        page.succeeds(HEAD, "give-back", "{}");
        assertThat(now().getAssignee()).isNull();
    }

    @Test
    void aHandOverIsTakenBackWhileNobodyHasTouchedTheTask() {
        claimed(CLERK);
        String event = page.succeeds(CLERK, "hand-over", TO_UMWELT);
        assertThat(page.does(HEAD, "undo/" + event, "{}").status()).isEqualTo(404);

        page.succeeds(CLERK, "undo/" + event, "{}");

        assertThat(now().getAssignee()).isEqualTo(CLERK);
        assertThat(page.isSeenBy(OTHER)).isFalse();
        assertThat(notices.about(task.getId()))
                .as("who had heard of it hears that it has come to nothing")
                .containsExactly(
                        "HANDED_OVER muenster-umwelt-head null",
                        "HANDED_OVER muenster-umwelt null",
                        "INFORMED muenster-umwelt-head null",
                        "INFORMED muenster-umwelt null");
        String second = page.succeeds(CLERK, "hand-over", TO_UMWELT);
        claimed(OTHER);
        assertThat(page.does(CLERK, "undo/" + second, "{}").status()).isEqualTo(409);
        assertThat(now().getAssignee()).isEqualTo(OTHER);
    }

    @Test
    void whoCanGetATaskIsOffered() {
        JsonNode choices = page.choices(CLERK);

        assertThat(choices.get("colleagues"))
                .extracting(choice -> choice.get("value").asText())
                .containsExactly(HEAD);
        assertThat(choices.get("departments"))
                .extracting(choice -> choice.get("value").asText())
                .contains("umwelt", "awm")
                .doesNotContain("klima");
        assertThat(choices.get("people"))
                .extracting(choice -> choice.get("value").asText())
                .contains(HEAD, OTHER)
                .doesNotContain(CLERK, "admin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                     | colleague: Bitte füllen Sie dieses Feld aus.
                    {'colleague': 'nobody-at-all'}                         | colleague: Bitte wählen Sie eine Person aus dem Fachbereich, dem die Aufgabe gehört.
                    {'colleague': 'umwelt-sachbearbeitung'}                | colleague: Bitte wählen Sie eine Person aus dem Fachbereich, dem die Aufgabe gehört.
                    {'colleague': 'admin'}                                 | colleague: Bitte wählen Sie eine Person aus dem Fachbereich, dem die Aufgabe gehört.
                    {'colleague': 'klima-sachbearbeitung'}                 | colleague: Diese Person hat die Aufgabe bereits.
                    {'department': '', 'reason': 'Ein Grund'}              | department: Bitte füllen Sie dieses Feld aus.
                    {'department': 'umwelt'}                               | reason: Bitte füllen Sie dieses Feld aus.
                    {'department': 'umwelt', 'reason': '  '}               | reason: Bitte füllen Sie dieses Feld aus.
                    {'department': 'klima', 'reason': 'x'}                 | department: Die Aufgabe liegt bereits bei diesem Fachbereich.
                    {'department': 'gibt-es-nicht', 'reason': 'x'}         | department: Diesen Fachbereich gibt es heute nicht. Bitte wählen Sie einen der angebotenen.
                    {'department': 'umwelt', 'reason': 'a\\u0007b'}        | reason: Der Text enthält Zeichen, die nicht gespeichert werden können.
                    """)
    void wrongInputIsRefusedAtItsFieldAndChangesNothing(String json, String problem) {
        claimed(CLERK);

        assertThat(problem(page.does(CLERK, "hand-over", json))).isEqualTo(problem);
        assertThat(now().getAssignee()).isEqualTo(CLERK);
        assertThat(page.isSeenBy(OTHER)).isFalse();
        assertThat(page.history(CLERK)).isEmpty();
        assertThat(notices.about(task.getId())).isEmpty();
    }

    @Test
    void onlyWhoseTaskItIsHandsItOver() {
        assertThat(page.does(OTHER, "hand-over", TO_UMWELT).status()).isEqualTo(404);
        assertThat(page.does("umwelt-leitung", "hand-over", TO_UMWELT).status()).isEqualTo(403);
        assertThat(page.does("umwelt-leitung", "give-back", "{}").status()).isEqualTo(403);
        office.as(CLERK).completes(number, "review-proposal");
        assertThat(page.does(CLERK, "hand-over", TO_UMWELT).status()).isEqualTo(404);
    }

    @RepeatedTest(5)
    void ofTwoWhoHandOverTheSameTaskAtOnceOneWins() throws Exception {
        page.browser(CLERK);
        page.browser(HEAD);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Integer>> both = new ArrayList<>();
        for (String wish : List.of(CLERK + " umwelt", HEAD + " planung")) {
            String[] words = wish.split(" ");
            both.add(() -> {
                together.await();
                return page.does(words[0], "hand-over", "{'department': '" + words[1] + "', 'reason': 'x'}")
                        .status();
            });
        }

        assertThat(inParallel(both)).containsExactlyInAnyOrder(200, 409);
        assertThat(office.jdbc()
                        .sql(
                                "select count(*) from camunda.act_ru_identitylink where task_id_ = :task and group_id_ is not null")
                        .param("task", task.getId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static List<Integer> inParallel(List<Callable<Integer>> work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(work.size());
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : people.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }
}
