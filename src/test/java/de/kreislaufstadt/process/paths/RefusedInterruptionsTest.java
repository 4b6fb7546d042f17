package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Interventions that make no sense, or are not this person's to do: refused with a reason, and nothing has changed. */
class RefusedInterruptionsTest extends InterruptionPaths {

    private static final String GOOD = "{'reason': 'Gut begründet.', 'lead': 'umwelt', 'into': 'XX-99'}";

    @Autowired
    private Accounts accounts;

    private final List<String> people = new ArrayList<>();

    @AfterEach
    void theyLeaveAgain() {
        people.forEach(person -> accounts.removePerson("muenster", person));
    }

    @Test
    void whatRestsIsNotPausedAgainAndWhatRunsIsNotResumed() {
        String measure = proposed();
        refused(409, "ruht nicht", HEAD, measure, "resume", GOOD);
        does(measure, "pause");
        refused(409, "ruht bereits", HEAD, measure, "pause", GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "cancel", "merge", "lead"})
    void nothingHappensToAMeasureThatIsOver(String action) {
        String measure = proposed();
        does(measure, "cancel");
        refused(409, "ist beendet", HEAD, measure, action, GOOD);
    }

    @Test
    void aMeasureIsMergedIntoOneThatIsThereAndRunsAndIsNotItself() {
        String measure = proposed();
        String over = proposed();
        String target = proposed();
        does(over, "cancel");

        refusedAt("into: Eine Maßnahme kann nicht mit sich selbst", measure, "merge", into(measure));
        refusedAt("into: Diese Maßnahme ist selbst beendet", measure, "merge", into(over));
        refusedAt("into: Diese Maßnahme gibt es in Ihrer Kommune nicht", measure, "merge", into("ZZ-98"));
        refusedAt("into: Bitte füllen", measure, "merge", "{'reason': 'Gut begründet.'}");
        does(measure, "merge", into(target));
        refusedAt("into: Diese Maßnahme ist selbst beendet", target, "merge", into(measure));
    }

    @Test
    void measuresOfOtherCitiesAreNotThere() {
        OtherCity.found(office.jdbc(), accounts);
        String measure = proposed();
        assertThat(wants(OtherCity.HEAD, measure, "cancel", GOOD).status()).isEqualTo(404);
        assertThat(browser(OtherCity.HEAD)
                        .get("/camunda/api/kreislaufstadt/measures/" + measure + "/steering")
                        .status())
                .isEqualTo(404);
        assertThat(state(measure)).isEqualTo("UNDER_REVIEW");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "umwelt-los, lead: Diesen Fachbereich gibt es heute nicht",
                "wfm, lead: Dieser Fachbereich hat die Federführung bereits",
                "' ', lead: Bitte füllen"
            })
    void anotherLeadIsAnotherDepartmentOfToday(String lead, String why) {
        String measure = proposed();
        refusedAt(why, measure, "lead", "{'reason': 'Gut begründet.', 'lead': '" + lead + "'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "cancel", "merge", "lead"})
    void everythingNeedsAReasonThatFitsOnAPage(String action) {
        String measure = proposed();
        refusedAt("reason: Bitte füllen", measure, action, "{'reason': '  '}");
        refusedAt("reason: Bitte füllen", measure, action, "{}");
        refusedAt("reason: Höchstens", measure, action, "{'reason': '" + "ä".repeat(2001) + "'}");
        assertThat(wants(HEAD, measure, action, "[]").status()).isEqualTo(400);
    }

    @Test
    void managersInterveneEverywhereHeadsInWhatTheyLeadAndNobodyElse() {
        String measure = approved("KNOWLEDGE");
        String plainHead = person("eingriff-umwelt", "muenster-staff", "muenster-umwelt", "muenster-umwelt-head");
        String leadingHead = person("eingriff-wfm", "muenster-staff", "muenster-wfm", "muenster-wfm-head");
        String monitor = person("eingriff-monitor", "muenster-monitors");
        String auditor = person("eingriff-pruefung", "muenster-auditors");
        refused(403, "", plainHead, measure, "pause", GOOD);
        refused(403, "", "wfm-sachbearbeitung", measure, "pause", GOOD);
        refused(403, "", monitor, measure, "pause", GOOD);
        refused(403, "", auditor, measure, "pause", GOOD);

        permitted(leadingHead, measure, "pause");
        // Manages the city.
        permitted("klima-leitung", measure, "resume");
    }

    @RepeatedTest(3)
    void ofTwoInTheSameSecondOneInterruptsAndTheOtherIsToldSo() throws Exception {
        String measure = approved("WORKSHOPS");
        assertThat(together(HEAD, "klima-leitung", measure, "pause")).containsExactlyInAnyOrder(200, 409);
        assertThat(all(measure, "select kind from measure_intervention where measure_id = :measure"))
                .containsExactly("PAUSED");
    }

    @RepeatedTest(3)
    void whoCompletesATaskInTheSameSecondIsBeforeThePauseOrRefused() throws Exception {
        String measure = approved("KNOWLEDGE");
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Boolean> completes = () -> {
            start.await();
            try {
                clerk("wfm").completes(measure, "define-knowledge-goals");
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
        Callable<Boolean> pauses = () -> {
            start.await();
            return wants(HEAD, measure, "pause", GOOD).status() == 200;
        };
        browser(HEAD);
        List<Boolean> both = parallel(List.of(completes, pauses));
        if (!both.get(1)) {
            does(measure, "pause");
        }

        assertThat(office.tasks()
                        .createTaskQuery()
                        .processInstanceBusinessKey(measure)
                        .active()
                        .count())
                .as("nothing that came up meanwhile goes on by itself")
                .isZero();
    }

    private List<Integer> together(String one, String other, String measure, String action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Integer>> both = new ArrayList<>();
        for (String user : List.of(one, other)) {
            browser(user);
            both.add(() -> {
                start.await();
                return wants(user, measure, action, GOOD).status();
            });
        }
        return parallel(both);
    }

    private static <T> List<T> parallel(List<Callable<T>> work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : people.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            people.shutdown();
        }
    }

    private String person(String id, String... groups) {
        List<String> all = new ArrayList<>(List.of(groups));
        accounts.ensurePerson("muenster", id, id, all, TestDatabase.PASSWORD);
        people.add(id);
        return id;
    }

    private void permitted(String user, String measure, String action) {
        Http.Answer answer = wants(user, measure, action, GOOD);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String into(String measure) {
        return "{'reason': 'Gut begründet.', 'into': '" + measure + "'}";
    }

    private void refusedAt(String why, String measure, String action, String json) {
        Map<String, Object> before = everything(measure);
        assertThat(problem(wants(HEAD, measure, action, json))).startsWith(why);
        assertThat(everything(measure)).isEqualTo(before);
    }

    private void refused(int status, String why, String user, String measure, String action, String json) {
        Map<String, Object> before = everything(measure);
        Http.Answer answer = wants(user, measure, action, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("message").asText()).contains(why);
        assertThat(everything(measure)).isEqualTo(before);
    }
}
