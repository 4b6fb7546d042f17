package de.kreislaufstadt.steering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.rights.Cast;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TaskPage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Interventions for a selection: every item once, whoever works on it and whatever happens meanwhile. */
@ApplicationTest
class BatchTest {

    private static final String BATCHES = "/camunda/api/kreislaufstadt/steering/batches";
    private static final String TO_UMWELT = "'wish': {'department': 'umwelt', 'reason': 'Umzug'}";
    private static final String BECAUSE = "'wish': {'reason': 'Haushaltssperre'}";

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Accounts accounts;

    @Autowired
    BatchWorker worker;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private final Map<Role, Http> browsers = new EnumMap<>(Role.class);
    private Cast cast;
    private List<String> measures;

    @BeforeEach
    void threeProposalsWaitForTheirReview() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        measures = IntStream.range(0, 3)
                .mapToObj(i -> office.as("klima-sachbearbeitung")
                        .proposes(office.valid("propose-measure", data -> data.put("lead", "klima"))))
                .toList();
    }

    @AfterEach
    void nothingIsLeftToDo() {
        worker.workOff(() -> true);
        cast.leave();
    }

    @Test
    void twoNodesWorkItOffAndNothingIsDoneTwice() {
        String batch = begun(Role.HEAD, order("REASSIGN", measures, TO_UMWELT));
        assertThat(report(Role.HEAD, batch).at("/batch/open").asInt()).isEqualTo(3);

        Stream.of(1, 2).parallel().forEach(node -> worker.workOff(() -> true));

        JsonNode report = report(Role.HEAD, batch);
        assertThat(report.at("/batch/done").asInt()).isEqualTo(3);
        assertThat(report.at("/batch/finishedAt").asText()).isNotEmpty();
        assertThat(measures)
                .allSatisfy(number ->
                        assertThat(events(number)).containsExactly("HANDED_OVER " + cast.name(Role.HEAD) + " Umzug"));
    }

    @Test
    void aNodeThatDiesLeavesItsItemToTheNext() {
        String batch = begun(Role.HEAD, order("REASSIGN", measures, TO_UMWELT));

        // All it had done is gone with its transaction.
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(worker.workOnOne()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(report(Role.HEAD, batch).at("/batch/open").asInt()).isEqualTo(3);
        assertThat(measures).allSatisfy(number -> assertThat(events(number)).isEmpty());

        worker.workOff(() -> true);
        assertThat(report(Role.HEAD, batch).at("/batch/done").asInt()).isEqualTo(3);
        assertThat(measures).allSatisfy(number -> assertThat(events(number)).hasSize(1));
    }

    @Test
    void theReportSaysWhatWasNotPossibleAndWhy() {
        String batch = begun(Role.HEAD, order("REASSIGN", measures, TO_UMWELT));
        office.as("klima-sachbearbeitung").completes(measures.get(1), "review-proposal");

        worker.workOff(() -> true);

        JsonNode report = report(Role.MONITOR, batch);
        assertThat(report.at("/batch/done").asInt()).isEqualTo(2);
        assertThat(report.at("/batch/refused").asInt()).isEqualTo(1);
        JsonNode refused = report.at("/items/1");
        assertThat(refused.get("number").asText()).isEqualTo(measures.get(1));
        assertThat(refused.get("label").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(refused.get("why").asText()).startsWith("Diese Aufgabe ist bereits erledigt");
        Http.Answer file = browser(Role.HEAD).get(BATCHES + "/" + batch + "/report");
        assertThat(file.header("Content-Disposition")).contains("attachment", ".csv");
        assertThat(file.body().lines())
                .hasSize(4)
                .contains("\"" + measures.get(0) + "\";\"Vorschlag prüfen\";\"erledigt\";\"\"");
        assertThat(file.body()).startsWith("\uFEFF").contains("nicht möglich");
    }

    @Test
    void measuresRestAndGoOnTogether() {
        List<String> before = states();
        String rests = begun(Role.HEAD, order("PAUSE", measures.subList(0, 1), BECAUSE));
        worker.workOff(() -> true);
        JsonNode first = report(Role.HEAD, rests);
        assertThat(first.at("/batch/done").asInt()).as(first.toString()).isEqualTo(1);

        String pause = begun(Role.HEAD, order("PAUSE", measures, BECAUSE));
        worker.workOff(() -> true);

        JsonNode paused = report(Role.HEAD, pause);
        assertThat(paused.at("/batch/done").asInt()).isEqualTo(2);
        assertThat(paused.at("/items/0/why").asText()).isEqualTo("Diese Maßnahme ruht bereits.");
        assertThat(states()).containsOnly("PAUSED");
        assertThat(office.jdbc()
                        .sql("select distinct p.person from audit_entry e join audit_person p on p.token = e.actor"
                                + " where e.kind = 'MEASURE_PAUSED' and e.measure_id in"
                                + " (select id from measure where number in (:numbers))")
                        .param("numbers", measures)
                        .query(String.class)
                        .list())
                .as("whoever began the batch has paused them")
                .containsExactly(cast.name(Role.HEAD));

        String resume = begun(Role.HEAD, order("RESUME", measures, BECAUSE));
        worker.workOff(() -> true);

        assertThat(report(Role.HEAD, resume).at("/batch/done").asInt()).isEqualTo(3);
        assertThat(states()).containsExactlyElementsOf(before);
        office.as("klima-sachbearbeitung").completes(measures.get(0), "review-proposal");
    }

    @Test
    void theRestIsCancelledByWhoBeganItOrAManager() {
        String batch = begun(Role.HEAD, order("REASSIGN", measures, TO_UMWELT));
        worker.workOnOne();

        assertThat(cancel(Role.MONITOR, batch)).isEqualTo(403);
        assertThat(cancel(Role.CLERK, batch)).isEqualTo(403);
        assertThat(cancel(Role.MANAGER, batch)).isEqualTo(204);

        worker.workOff(() -> true);
        JsonNode report = report(Role.HEAD, batch);
        assertThat(report.at("/batch/done").asInt()).isEqualTo(1);
        assertThat(report.at("/batch/leftOut").asInt()).isEqualTo(2);
        assertThat(cancel(Role.MANAGER, batch)).as("it has ended").isEqualTo(409);
    }

    @Test
    void whoHasLeftTheirOfficeStepsInNowhere() {
        String batch = begun(Role.HEAD, order("REASSIGN", measures, TO_UMWELT));
        identity.deleteMembership(cast.name(Role.HEAD), "muenster-klima-head");

        worker.workOff(() -> true);

        assertThat(report(Role.MANAGER, batch).at("/batch/refused").asInt()).isEqualTo(3);
        assertThat(measures).allSatisfy(number -> assertThat(events(number)).isEmpty());
    }

    @Test
    void anItemThatIsNamedTwiceCountsOnceAndTheSelectionCanBeNarrowed() {
        String task = office.open(measures.get(0), "review-proposal").get(0).getId();

        String twice = begun(
                Role.HEAD,
                "{'kind': 'REASSIGN', 'items': ['" + task + "', '" + task + "'], 'measures': ['" + measures.get(0)
                        + "', '" + measures.get(0) + "'], " + TO_UMWELT + "}");

        assertThat(report(Role.HEAD, twice).at("/batch/total").asInt()).isEqualTo(1);
        assertThat(refusal(order("REASSIGN", measures, "'ofDepartment': 'wfm', " + TO_UMWELT)))
                .isEqualTo("measures: In der Auswahl ist nichts, womit sich das machen lässt.");
        assertThat(refusal(order("REASSIGN", measures, "'overdue': true, " + TO_UMWELT)))
                .startsWith("measures: In der Auswahl ist nichts");
    }

    @Test
    void whatIsWrongWithABatchIsNamedAndNothingBegins() {
        List<String> many = IntStream.range(0, 501).mapToObj(i -> "AB-" + i).toList();
        long before = batches();

        assertThat(refusal(order("SKIP", measures, TO_UMWELT)))
                .isEqualTo("kind: Das lässt sich nicht mit einer Auswahl machen.");
        assertThat(refusal(order("REASSIGN", List.of(), TO_UMWELT)))
                .startsWith("measures: Bitte wählen Sie mindestens");
        assertThat(refusal(order("REASSIGN", many, TO_UMWELT))).startsWith("measures: Bitte wählen Sie höchstens 500");
        assertThat(refusal(order("REASSIGN", List.of("ZZ-99"), TO_UMWELT))).contains("ZZ-99");
        assertThat(refusal(order("EXTEND", measures, "'wish': {'date': '2099-01-01'}")))
                .startsWith("reason");
        assertThat(refusal(order("EXTEND", measures, "'wish': {'reason': 'x'}")))
                .startsWith("date: Bitte füllen Sie");
        assertThat(refusal(order("FOLLOW_UP", measures, "'wish': {'date': ' ', 'reason': 'x'}")))
                .startsWith("date: Bitte füllen Sie");
        assertThat(refusal(order("REASSIGN", measures, "'wish': {'department': '', 'reason': 'x'}")))
                .startsWith("department: Bitte füllen Sie");
        assertThat(refusal(order("EXTEND", measures, "'wish': {'date': 'morgen', 'reason': 'x'}")))
                .startsWith("date");
        assertThat(refusal(order("EXTEND", measures, "'wish': {'reason': '" + "x".repeat(2001) + "'}")))
                .startsWith("reason");
        assertThat(begin(Role.MONITOR, order("REASSIGN", measures, TO_UMWELT)).status())
                .isEqualTo(403);
        assertThat(begin(Role.CLERK, order("REASSIGN", measures, TO_UMWELT)).status())
                .isEqualTo(403);
        assertThat(browser(Role.HEAD).get(BATCHES + "/keine").status()).isEqualTo(404);
        assertThat(batches()).isEqualTo(before);
    }

    @Test
    void nobodyBeginsAFourthBatchWhileThreeAreRunning() {
        for (int i = 0; i < 3; i++) {
            begun(Role.HEAD, order("REASSIGN", measures, TO_UMWELT));
        }

        Http.Answer fourth = begin(Role.HEAD, order("REASSIGN", measures, TO_UMWELT));

        assertThat(fourth.status()).isEqualTo(409);
        assertThat(fourth.json().get("message").asText()).contains("3 Stapel");
    }

    @Test
    void headsSeeTheirOwnBatchesAndManagersAll() {
        String batch = begun(Role.MANAGER, order("REASSIGN", measures, TO_UMWELT));

        assertThat(browser(Role.HEAD).get(BATCHES + "/" + batch).status()).isEqualTo(404);
        assertThat(browser(Role.HEAD).get(BATCHES).body()).doesNotContain(batch);
        assertThat(browser(Role.AUDITOR).get(BATCHES).body()).contains(batch);
        assertThat(browser(Role.CLERK).get(BATCHES).status()).isEqualTo(403);
    }

    private static String order(String kind, List<String> measures, String more) {
        String named =
                measures.stream().map(number -> "'" + number + "'").toList().toString();
        return "{'kind': '" + kind + "', 'measures': " + named + ", " + more + "}";
    }

    private Http.Answer begin(Role role, String order) {
        return browser(role).post(BATCHES, order.replace('\'', '"'));
    }

    private String begun(Role role, String order) {
        Http.Answer answer = begin(role, order);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private String refusal(String order) {
        return TaskPage.problem(begin(Role.HEAD, order));
    }

    private JsonNode report(Role role, String batch) {
        return browser(role).get(BATCHES + "/" + batch).json();
    }

    private int cancel(Role role, String batch) {
        return browser(role).post(BATCHES + "/" + batch + "/cancel", "{}").status();
    }

    private Http browser(Role role) {
        return browsers.computeIfAbsent(role, one -> cast.browser(one, port));
    }

    private List<String> states() {
        return office.jdbc()
                .sql("select state from measure where number in (:numbers) order by number")
                .param("numbers", measures)
                .query(String.class)
                .list();
    }

    private long batches() {
        return office.jdbc()
                .sql("select count(*) from steering_batch")
                .query(Long.class)
                .single();
    }

    private List<String> events(String number) {
        return office.jdbc()
                .sql("select e.kind || ' ' || e.done_by || ' ' || e.reason from task_event e"
                        + " join measure m on m.id = e.measure_id where m.number = :number order by e.position")
                .param("number", number)
                .query(String.class)
                .list();
    }
}
