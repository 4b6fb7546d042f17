package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.StatementCount;
import de.kreislaufstadt.support.StatementCount.Cost;
import de.kreislaufstadt.support.TaskPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks done in Vertretung, over the ways people take: Tasklist's own address, its filters, the engine's REST API. */
class DeputyPathsTest extends DeputyPaths {

    private static final String ABSENT = "klima-sachbearbeitung";
    private static final String DEPUTY = "planung-sachbearbeitung";

    private static final String IN_DEPUTYSHIP = "In Vertretung";

    @Autowired
    StatementCount.Counter statements;

    @Test
    void theDeputySeesAndCompletesTheTasksUntilTheTimeEnds() {
        String measure = proposed();
        String task = task(measure, "review-proposal");
        Http deputy = browser(DEPUTY);
        assertThat(seenBy(deputy)).doesNotContain(task);

        String id = names(ABSENT, ABSENT, DEPUTY, body -> {});
        assertThat(seenBy(deputy)).as("in the session that was there before").contains(task);
        assertThat(seenBy(rest(DEPUTY))).contains(task);
        assertThat(seenInFilter(deputy, "Aufgaben meiner Abteilung")).contains(task);
        assertThat(seenInFilter(deputy, IN_DEPUTYSHIP)).contains(task);
        assertThat(seenInFilter(browser(ABSENT), IN_DEPUTYSHIP))
                .as("their own tasks, which nobody sees as a deputy")
                .isEmpty();
        JsonNode head = deputy.get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .get("context");
        assertThat(head.get("deputyFor").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");

        assertThat(complete(deputy, task, "review-proposal").status()).isEqualTo(204);
        assertThat(one(
                        measure,
                        "select completed_by || ' for ' || deputy_for from step where measure_id = :measure"
                                + " and task_key = 'review-proposal'"))
                .isEqualTo(DEPUTY + " for " + ABSENT);
        assertThat(one(
                        measure,
                        "select p.person || ' for ' || d.person from audit_entry e join audit_person p on p.token = e.actor"
                                + " join audit_person d on d.token = e.deputy_for where e.measure_id = :measure"
                                + " and e.kind = 'STEP_COMPLETED' and e.task_key = 'review-proposal'"))
                .as("and so says the log of actions")
                .isEqualTo(DEPUTY + " for " + ABSENT);
        JsonNode history = browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + measure)
                .json()
                .get("history");
        assertThat(history.get(1).get("by").asText()).isEqualTo("Sachbearbeitung Stadtplanungsamt");
        assertThat(history.get(1).get("deputyFor").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");

        String other = task(proposed(), "review-proposal");
        assertThat(browser(ABSENT).post(DEPUTIES + "/" + id + "/end", "{}").status())
                .isEqualTo(200);
        assertThat(seenBy(deputy)).doesNotContain(other);
        assertThat(seenInFilter(deputy, IN_DEPUTYSHIP)).isEmpty();
        assertThat(complete(deputy, other, "review-proposal").status()).isIn(403, 404);
        assertThat(complete(rest(DEPUTY), other, "review-proposal").status()).isIn(403, 404);
    }

    @Test
    void whatTheDeputysOwnDepartmentHasToDoIsNotAmongWhatTheySeeAsDeputy() {
        String claimed = task(proposed(), "review-proposal");
        claims(browser(ABSENT), ABSENT, claimed);
        String own = proposed();
        new TaskPage(port, task(own, "review-proposal"))
                .succeeds("klima-sachbearbeitung", "hand-over", "{'department': 'planung', 'reason': 'x'}");
        names(ABSENT, ABSENT, DEPUTY, body -> {});

        List<String> seen = seenInFilter(browser(DEPUTY), IN_DEPUTYSHIP);

        assertThat(seen)
                .as("also what the absent person has claimed")
                .contains(claimed)
                .doesNotContain(task(own, "review-proposal"));
    }

    @Test
    void theDeputyOfAHeadHasTheHeadsTasksOnlyWhenTheScopeSaysSo() {
        String measure = reviewed();
        String decision = task(measure, "decide-measure");
        String id = names("wfm-leitung", "wfm-leitung", DEPUTY, body -> {});
        assertThat(seenBy(browser(DEPUTY))).doesNotContain(decision);
        assertThat(complete(rest(DEPUTY), decision, "decide-measure").status()).isIn(403, 404);
        browser("wfm-leitung").post(DEPUTIES + "/" + id + "/end", "{}");

        names("wfm-leitung", "wfm-leitung", DEPUTY, body -> body.put("withHead", true));
        assertThat(complete(browser(DEPUTY), decision, "decide-measure").status())
                .isEqualTo(204);
        assertThat(browser(DEPUTY).get("/camunda/app/cockpit/default/").body())
                .as("what the account itself may see of Cockpit does not change")
                .doesNotContain("\"cockpit\":true");
    }

    @Test
    void aRoleNamesADeputyForItsOwnTasksOnly() {
        String measure = reviewed();
        String decision = task(measure, "decide-measure");
        names("wfm-leitung", null, DEPUTY, body -> body.put("headOf", "wfm"));

        assertThat(seenBy(browser(DEPUTY))).contains(decision);
        assertThat(complete(browser(DEPUTY), decision, "decide-measure").status())
                .isEqualTo(204);
        JsonNode history = browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + measure)
                .json()
                .get("history");
        assertThat(history.get(2).get("deputyFor").asText()).isEqualTo("Leitung Wirtschaftsförderung Münster GmbH");
        assertThat(office.as(DEPUTY).sees(measure))
                .as("no task of the department's members")
                .isEmpty();
    }

    @Test
    void nobodyReleasesAsDeputyWhatTheyWroteThemselvesAsWhoeverTheyWrote() {
        String measure = answered();
        names("wfm-sachbearbeitung", "wfm-sachbearbeitung", DEPUTY, body -> {});
        assertThat(complete(browser(DEPUTY), task(measure, "analyse-stakeholders"), "analyse-stakeholders")
                        .status())
                .isEqualTo(204);
        names(ABSENT, ABSENT, DEPUTY, body -> {});

        Http.Answer refused = complete(browser(DEPUTY), task(measure, "review-stakeholders"), "review-stakeholders");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Vier-Augen-Prinzip");
        assertThat(waiting(measure)).containsExactly("review-stakeholders@klima");
        clerk("klima").completes(measure, "review-stakeholders");
    }

    @Test
    void aDeputyIsNotPassedOnAndTheSecondActsOnlyWhileTheFirstIsAway() {
        String task = task(proposed(), "review-proposal");
        names(ABSENT, ABSENT, DEPUTY, body -> {});
        names(ABSENT, ABSENT, "umwelt-sachbearbeitung", body -> body.put("place", 2));
        assertThat(seenBy(browser("umwelt-sachbearbeitung"))).doesNotContain(task);

        names(DEPUTY, DEPUTY, "awm-sachbearbeitung", body -> {});
        assertThat(seenBy(browser("umwelt-sachbearbeitung"))).contains(task);
        assertThat(seenBy(browser("awm-sachbearbeitung"))).doesNotContain(task);
    }

    @Test
    void twoDeputiesWhoCompleteATaskAtOnceDoItOnce() throws Exception {
        String measure = proposed();
        String task = task(measure, "review-proposal");
        List<String> deputies = List.of(DEPUTY, "umwelt-sachbearbeitung");
        deputies.forEach(deputy -> names(ABSENT, ABSENT, deputy, body -> {}));
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Integer>> both = new ArrayList<>();
        for (String deputy : deputies) {
            Http http = rest(deputy);
            both.add(() -> {
                together.await();
                return complete(http, task, "review-proposal").status();
            });
        }

        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).contains(204).doesNotContain(500);
            assertThat(answers.stream().filter(answer -> answer == 204)).hasSize(1);
        } finally {
            people.shutdownNow();
        }
        assertThat(all(
                        measure,
                        "select deputy_for from step where measure_id = :measure and task_key = 'review-proposal'"))
                .containsExactly(ABSENT);
    }

    @Test
    void signingInAsDeputyCostsNoStatementMore() {
        Http deputy = rest(DEPUTY);
        deputy.get("/engine-rest/task/count");
        Cost before = costOfAsking(deputy);
        names(ABSENT, ABSENT, DEPUTY, body -> {});
        deputy.get("/engine-rest/task/count");
        Cost during = costOfAsking(deputy);

        assertThat(during.engine()).isEqualTo(before.engine());
        assertThat(during.ownStatements()).isEqualTo(before.ownStatements());
    }

    private Cost costOfAsking(Http who) {
        statements.begin();
        who.get("/engine-rest/task/count");
        return statements.end();
    }

    private String answered() {
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        List.of("wfm", "umwelt", "immobilien")
                .forEach(department -> clerk(department).completes(measure, "answer-survey"));
        return measure;
    }
}
