package de.kreislaufstadt.process;

import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TaskPage;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Superiors give tasks more time before anybody has to be asked about them. */
class ExtensionTest extends ReviewTask {

    @Autowired
    Clock clock;

    @Autowired
    OfficeDays days;

    private LocalDate due;
    private LocalDate later;

    @BeforeEach
    void withALastDay() {
        due = lastDay(task);
        later = days.sameOrNext(Office.MUNICIPALITY, due.plusDays(7));
    }

    @Test
    void theHeadGivesMoreTimeAndTheOriginalDateAndTheReasonAreKept() {
        assertThat(may(HEAD)).contains("EXTEND");

        Http.Answer answer = extend(HEAD, later);

        assertThat(answer.json().get("date").asText()).isEqualTo(later.toString());
        assertThat(lastDay(now())).isEqualTo(later);
        assertThat(page.place(CLERK).json().get("due").asText()).isEqualTo(later.toString());
        assertThat(extensions())
                .containsExactly(Map.of(
                        "original", due, "previous", due, "due", later, "reason", "Gutachten fehlt", "by", HEAD));
        JsonNode line = page.history(CLERK).get(0);
        assertThat(line.get("kind").asText()).isEqualTo("EXTENDED");
        assertThat(line.get("dueBefore").asText()).isEqualTo(due.toString());
        assertThat(line.get("due").asText()).isEqualTo(later.toString());
        assertThat(line.get("reason").asText()).isEqualTo("Gutachten fehlt");
        assertThat(line.get("by").asText()).isEqualTo("Leitung Stabsstelle Klima");
        assertThat(notices.about(task.getId())).containsExactly("INFORMED muenster-klima null");

        LocalDate muchLater = days.sameOrNext(Office.MUNICIPALITY, later.plusDays(14));
        extend(HEAD, muchLater);
        assertThat(extensions())
                .extracting(row -> row.get("original") + " " + row.get("previous") + " " + row.get("due"))
                .as("the date the task began with")
                .containsExactly(due + " " + due + " " + later, due + " " + later + " " + muchLater);
    }

    @Test
    void theTabOfTheMeasureShowsItWithoutTheReason() {
        extend(HEAD, later);

        JsonNode measure = page.browser(CLERK)
                .get("/camunda/api/kreislaufstadt/tasks/" + task.getId() + "/measure")
                .json();

        JsonNode line = measure.get("taskEvents").get(0);
        assertThat(line.get("kind").asText()).isEqualTo("EXTENDED");
        assertThat(line.get("due").asText()).isEqualTo(later.toString());
        assertThat(measure.toString()).doesNotContain("Gutachten fehlt");
    }

    @Test
    void whoHoldsTheTaskKeepsItAndHearsOfIt() {
        claimed(CLERK);

        extend(HEAD, later);

        assertThat(now().getAssignee()).isEqualTo(CLERK);
        assertThat(notices.about(task.getId())).containsExactly("INFORMED null " + CLERK);
    }

    @Test
    void anOpenQuestionStaysOpen() {
        page.succeeds(CLERK, "question", "{'person': '" + OTHER + "', 'question': 'Welche Gewässer?'}");

        extend(HEAD, later);

        assertThat(page.isSeenBy(OTHER)).isTrue();
        assertThat(page.place(OTHER).json().at("/question/open").asBoolean()).isTrue();
        page.succeeds(OTHER, "answer", "{'answer': 'Keine'}");
        assertThat(now().getAssignee()).isEqualTo(CLERK);
        assertThat(lastDay(now())).isEqualTo(later);
    }

    @Test
    void aDayOffMovesToTheNextWorkingDayAndTheAnswerSaysSo() {
        LocalDate saturday = due.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));

        LocalDate day =
                LocalDate.parse(extend(HEAD, saturday).json().get("date").asText());

        assertThat(day)
                .isEqualTo(days.sameOrNext(Office.MUNICIPALITY, saturday))
                .isAfter(saturday);
        assertThat(lastDay(now())).isEqualTo(day);
    }

    @Test
    void whatWasDoneIsTakenBackAndWhoHadHeardHearsOfIt() {
        claimed(CLERK);
        String event = extend(HEAD, later).json().get("event").asText();
        assertThat(page.does(CLERK, "undo/" + event, "{}").status()).isEqualTo(404);

        String undone = page.succeeds(HEAD, "undo/" + event, "{}");

        assertThat(lastDay(now())).isEqualTo(due);
        assertThat(now().getAssignee()).isEqualTo(CLERK);
        assertThat(notices.about(task.getId())).containsExactly("INFORMED null " + CLERK, "INFORMED null " + CLERK);
        assertThat(undone).as("what makes the second notice one of its own").isNotEqualTo(event);
        assertThat(page.history(HEAD))
                .extracting(line -> line.get("kind").asText())
                .containsExactly("EXTENDED", "UNDONE");
        assertThat(page.does(HEAD, "undo/" + event, "{}").status()).isEqualTo(409);

        LocalDate other = days.sameOrNext(Office.MUNICIPALITY, later.plusDays(7));
        extend(HEAD, other);
        assertThat(extensions())
                .extracting(row -> row.get("original"), row -> row.get("due"))
                .as("the first one never was")
                .containsExactly(tuple(due, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                  | date: Bitte füllen Sie dieses Feld aus.
                    {'date': 'morgen', 'reason': 'x'}                   | date: Bitte geben Sie ein gültiges Datum an (Tag, Monat, Jahr).
                    {'date': '2001-03-01', 'reason': 'x'}               | date: Die neue Frist darf nicht in der Vergangenheit liegen.
                    {'date': '{today}', 'reason': 'x'}                  | date: Die neue Frist muss nach der jetzigen liegen.
                    {'date': '{due}', 'reason': 'x'}                    | date: Die neue Frist muss nach der jetzigen liegen.
                    {'date': '2999-03-01', 'reason': 'x'}               | date: Bitte wählen Sie einen Tag in den nächsten 12 Monaten.
                    {'date': '{later}'}                                 | reason: Bitte füllen Sie dieses Feld aus.
                    {'date': '{later}', 'reason': '  '}                 | reason: Bitte füllen Sie dieses Feld aus.
                    {'date': '{later}', 'reason': '{long}'}             | reason: Höchstens 2.000 Zeichen.
                    {'date': '{later}', 'reason': 'a\\u0007b'}          | reason: Der Text enthält Zeichen, die nicht gespeichert werden können.
                    """)
    void wrongInputIsRefusedAtItsFieldAndChangesNothing(String json, String problem) {
        String wish = json.replace("{today}", LocalDate.now(clock).toString())
                .replace("{due}", due.toString())
                .replace("{later}", later.toString())
                .replace("{long}", "x".repeat(2001));

        assertThat(problem(page.does(HEAD, "extend", wish))).isEqualTo(problem);
        assertThat(lastDay(now())).isEqualTo(due);
        assertThat(extensions()).isEmpty();
        assertThat(page.history(HEAD)).isEmpty();
        assertThat(notices.about(task.getId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CLERK, "awm-leitung", "umwelt-leitung"})
    void nobodyButTheDepartmentsHeadExtends(String user) {
        assertThat(may(user)).doesNotContain("EXTEND");

        Http.Answer refused = page.does(user, "extend", wish(later));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("message").asText()).startsWith("Die Frist verlängern kann die Leitung");
        assertThat(lastDay(now())).isEqualTo(due);
    }

    @Test
    void whoDoesNotSeeTheTaskIsNotTold() {
        assertThat(page.does(OTHER, "extend", wish(later)).status()).isEqualTo(404);
        assertThat(new Http(port)
                        .post("/camunda/api/kreislaufstadt/tasks/" + task.getId() + "/extend", "{}")
                        .status())
                .isIn(401, 403);
        assertThat(page.does(HEAD, "extend", "no json").status()).isEqualTo(400);
        office.as(CLERK).completes(number, "review-proposal");
        assertThat(page.does(HEAD, "extend", wish(later)).status()).isEqualTo(404);
    }

    @Test
    void aManagerOfTheDepartmentExtendsLikeItsHead() {
        office.jdbc()
                .sql("insert into camunda.act_id_membership (user_id_, group_id_) values (:user, 'muenster-managers')")
                .param("user", CLERK)
                .update();
        try {
            assertThat(may(CLERK)).contains("EXTEND");
            extend(CLERK, later);
            assertThat(lastDay(now())).isEqualTo(later);
        } finally {
            office.jdbc()
                    .sql(
                            "delete from camunda.act_id_membership where user_id_ = :user and group_id_ = 'muenster-managers'")
                    .param("user", CLERK)
                    .update();
        }
    }

    @Test
    void theTaskOfAHeadIsExtendedByWhoStandsAboveIt() {
        office.as(CLERK).completes(number, "review-proposal");
        Task decision = office.open(number, "decide-measure").get(0);
        TaskPage ofHeads = new TaskPage(port, decision.getId());
        LocalDate day = days.sameOrNext(Office.MUNICIPALITY, lastDay(decision).plusDays(7));

        assertThat(ofHeads.does("umwelt-leitung", "extend", wish(day)).status()).isEqualTo(403);
        assertThat(ofHeads.does("wfm-leitung", "extend", wish(day)).status())
                .as("without a unit above, the department's managers, who know each other")
                .isEqualTo(200);
    }

    private Http.Answer extend(String user, LocalDate day) {
        Http.Answer answer = page.does(user, "extend", wish(day));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String wish(LocalDate day) {
        return "{'date': '" + day + "', 'reason': 'Gutachten fehlt'}";
    }

    private List<String> may(String user) {
        return StreamSupport.stream(page.place(user).json().get("may").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private LocalDate lastDay(Task open) {
        return open.getDueDate().toInstant().atZone(clock.getZone()).toLocalDate();
    }

    private List<Map<String, Object>> extensions() {
        return office.jdbc()
                .sql("select original_due, previous_due, new_due, reason, decided_by from deadline_extension"
                        + " where task_id = :task and taken_back_at is null order by created_at")
                .param("task", task.getId())
                .query((row, i) -> Map.<String, Object>of(
                        "original", row.getObject(1, LocalDate.class),
                        "previous", row.getObject(2, LocalDate.class),
                        "due", row.getObject(3, LocalDate.class),
                        "reason", row.getString(4),
                        "by", row.getString(5)))
                .list();
    }
}
