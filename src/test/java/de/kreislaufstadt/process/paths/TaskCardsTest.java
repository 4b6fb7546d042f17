package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.StatementCount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the cards of Tasklist say about a task, and how a task is found by words. */
class TaskCardsTest extends MeasurePaths {

    private static final String API = "/camunda/api/kreislaufstadt/tasks?";

    @LocalServerPort
    int port;

    @Autowired
    StatementCount.Counter statements;

    @Test
    void aCardSaysMeasurePhaseAndDay() {
        String measure = proposed();

        JsonNode card = cards("klima", office.open(measure, "review-proposal")).get(0);

        assertThat(card.get("measureNumber").asText()).isEqualTo(measure);
        assertThat(card.get("measureTitle").asText()).isNotBlank();
        assertThat(card.get("phase").asText()).isEqualTo("In Prüfung");
        assertThat(card.get("department").asText()).isEqualTo("Stabsstelle Klima");
        assertThat(card.get("due").asText())
                .isEqualTo(due(measure, "review-proposal").toString());
        assertThat(card.get("overdue").asBoolean()).isFalse();
        assertThat(card.get("item").isNull()).isTrue();
        assertThat(card.get("assignee").isNull()).isTrue();
    }

    @Test
    void aCardSaysThatTheDayHasPassedAndWhoWorksOnTheTask() {
        String measure = proposed();
        Task task = office.open(measure, "review-proposal").get(0);
        task.setDueDate(Date.from(today().minusDays(1).atStartOfDay(BERLIN).toInstant()));
        office.tasks().saveTask(task);
        office.tasks().claim(task.getId(), "klima-sachbearbeitung");

        JsonNode own = cards("klima", List.of(task)).get(0);
        assertThat(own.get("overdue").asBoolean()).isTrue();
        assertThat(own.get("mine").asBoolean()).isTrue();
        JsonNode ofTheHead = answer("klima-leitung", "ids=" + task.getId()).get(0);
        assertThat(ofTheHead.get("mine").asBoolean()).isFalse();
        assertThat(ofTheHead.get("assignee").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");
    }

    @Test
    void workshopsOfOneMeasureAreToldApart() {
        String measure = approved("WORKSHOPS");
        clerk("wfm").completes(measure, "prepare-workshop");

        assertThat(items("wfm", measure)).containsExactly("Workshop 2");
        assertThat(items("difu", measure))
                .containsExactly("Workshop 1: Kreislaufwirtschaft: Ideen für Starterprojekte");
    }

    @Test
    void goalsOfOneMeasureAreToldApart() {
        String measure = approved("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");

        assertThat(items("personal", measure))
                .containsExactly("Wissensziel 2: Wie viele Lebensmittel bleiben in städtischen Kantinen übrig?");
    }

    @Test
    void ideasOfOneMeasureAreToldApart() {
        String measure = approved("STARTER_PROJECTS");
        clerk("wfm").completes(measure, "bundle-ideas");

        assertThat(items("personal", measure)).containsExactly("Idee: Mehrwegküche in städtischen Kantinen");
    }

    @Test
    void projectsAndPackagesOfOneMeasureAreToldApart() {
        String measure = approved("IMPLEMENTATION");
        assertThat(items("wfm", measure)).singleElement().asString().startsWith("Projekt: ");

        clerk("wfm").completes(measure, "plan-work-packages");

        assertThat(items("wfm", measure))
                .contains("Arbeitspaket AP2: Lager einrichten", "Arbeitspaket AP3: Vermittlung eröffnen")
                .doesNotContain("Arbeitspaket AP1: Bauteile erfassen");
    }

    @Test
    void departmentsThatAreAskedAndExchangesAreToldApart() {
        String survey = approved("STATUS_QUO");
        clerk("wfm").completes(survey, "prepare-survey");
        assertThat(items("immobilien", survey)).containsExactly("Amt für Immobilienmanagement");

        office.fire(survey, "exchange-due");
        assertThat(office.openTasks(survey)).contains("report-activities");
        String asked = waiting(survey).stream()
                .filter(task -> task.startsWith("report-activities@"))
                .map(task -> task.substring(task.indexOf('@') + 1))
                .findFirst()
                .orElseThrow();
        assertThat(items(asked, survey))
                .contains("Austausch vom "
                        + DateTimeFormatter.ofPattern("dd.MM.yyyy").format(today()));
    }

    @Test
    void nobodySeesTheCardOfAnotherDepartmentsTask() {
        String measure = proposed();

        assertThat(cards("awm", office.open(measure, "review-proposal"))).isEmpty();
        assertThat(answer("awm-sachbearbeitung", "words=" + measure)).isEmpty();
        assertThat(new Http(port).get(API + "ids=x").status()).isEqualTo(401);
    }

    @Test
    void manyCardsCostAsManyStatementsAsOne() {
        List<Task> tasks = new ArrayList<>(office.open(proposed(), "review-proposal"));
        int one = cost(tasks);
        for (int i = 0; i < 4; i++) {
            tasks.addAll(office.open(proposed(), "review-proposal"));
        }

        assertThat(cost(tasks)).isEqualTo(one);
    }

    @Test
    void aTaskIsFoundByNumberTitleDepartmentAndName() {
        String measure = clerk("wfm")
                .proposes(office.valid(
                        "propose-measure", form -> form.withObject("/outline").put("title", "Leihladen Süd")));

        assertThat(found("klima-sachbearbeitung", measure)).containsExactly(measure);
        assertThat(found("klima-sachbearbeitung", measure.toLowerCase() + " leihLADEN"))
                .containsExactly(measure);
        assertThat(found("klima-sachbearbeitung", measure + " stabsstelle")).containsExactly(measure);
        assertThat(found("klima-sachbearbeitung", measure + " wirtschaftsförderung"))
                .containsExactly(measure);
        assertThat(found("klima-sachbearbeitung", measure + " prüfen")).containsExactly(measure);
        assertThat(found("klima-sachbearbeitung", measure + " Stadtwerke")).isEmpty();
        assertThat(found("klima-sachbearbeitung", "%")).isEmpty();
        assertThat(found("klima-sachbearbeitung", " ")).isEmpty();
    }

    private int cost(List<Task> tasks) {
        Http clerk = browser("klima-sachbearbeitung");
        statements.begin();
        clerk.get(API + ids(tasks));
        StatementCount.Cost cost = statements.end();
        return cost.engine() + cost.own();
    }

    private List<String> items(String department, String measure) {
        List<Task> open = office.tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(measure)
                .unlimitedList();
        return cards(department, open).findValuesAsText("item");
    }

    private JsonNode cards(String department, List<Task> tasks) {
        return answer(department + "-sachbearbeitung", ids(tasks));
    }

    private List<String> found(String user, String words) {
        return answer(user, "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .findValuesAsText("measureNumber");
    }

    private JsonNode answer(String user, String question) {
        Http.Answer answer = browser(user).get(API + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private static String ids(List<Task> tasks) {
        return tasks.stream().map(task -> "ids=" + task.getId()).collect(Collectors.joining("&"));
    }
}
