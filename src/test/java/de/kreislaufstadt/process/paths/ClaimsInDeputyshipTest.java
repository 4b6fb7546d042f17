package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has a task when it was claimed before, during or after somebody stood in for another. */
class ClaimsInDeputyshipTest extends DeputyPaths {

    private static final String ABSENT = "klima-sachbearbeitung";
    private static final String DEPUTY = "planung-sachbearbeitung";
    private static final String COLLEAGUE = "klima-zweite";

    @Autowired
    Accounts accounts;

    @AfterEach
    void theColleagueLeaves() {
        accounts.removePerson(Office.MUNICIPALITY, COLLEAGUE);
    }

    @Test
    void whatTheAbsentPersonHasClaimedIsCompletedByTheDeputyAndNobodyElse() {
        aColleagueComes();
        String measure = proposed();
        String task = task(measure, "review-proposal");
        claims(browser(ABSENT), ABSENT, task);
        names(ABSENT, ABSENT, DEPUTY, body -> {});

        Http.Answer refused = complete(browser(COLLEAGUE), task, "review-proposal");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("übernommen");
        assertThat(complete(rest(DEPUTY), task, "review-proposal").status()).isEqualTo(204);
        assertThat(one(measure, "select deputy_for from step where measure_id = :measure order by completed_at desc"))
                .isEqualTo(ABSENT);
    }

    @Test
    void aDeputyOfTheSameDepartmentTakesATaskOverAndItStaysATaskOfTheAbsentPerson() {
        aColleagueComes();
        String measure = proposed();
        String task = task(measure, "review-proposal");
        claims(browser(ABSENT), ABSENT, task);
        names(ABSENT, ABSENT, COLLEAGUE, body -> {});

        Http colleague = browser(COLLEAGUE);
        JsonNode form =
                colleague.get("/camunda/api/kreislaufstadt/form/task/" + task).json();
        assertThat(form.at("/context/heldByAbsent").asBoolean()).isTrue();
        claims(colleague, COLLEAGUE, task);
        assertThat(office.open(measure, "review-proposal").get(0).getAssignee()).isEqualTo(COLLEAGUE);
        assertThat(complete(colleague, task, "review-proposal").status()).isEqualTo(204);
        assertThat(one(measure, "select deputy_for from step where measure_id = :measure order by completed_at desc"))
                .isEqualTo(ABSENT);
    }

    @Test
    void claimedTasksOfWhoIsAwayAreGivenBackByDeputyAndHead() {
        String task = task(proposed(), "review-proposal");
        claims(browser(ABSENT), ABSENT, task);
        assertThat(rest(DEPUTY)
                        .post("/engine-rest/task/" + task + "/unclaim", "{}")
                        .status())
                .isIn(403, 404);
        names(ABSENT, ABSENT, DEPUTY, body -> {});
        assertThat(browser(DEPUTY)
                        .post(TASKLIST + "/task/" + task + "/unclaim", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(assignee(task)).isNull();

        claims(browser(ABSENT), ABSENT, task);
        assertThat(browser(DEPUTY)
                        .post("/camunda/api/kreislaufstadt/tasks/" + task + "/give-back", "{}")
                        .status())
                .as("the action on the page")
                .isEqualTo(200);
        assertThat(assignee(task)).isNull();

        claims(browser(ABSENT), ABSENT, task);
        assertThat(rest("klima-leitung")
                        .post("/engine-rest/task/" + task + "/unclaim", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(assignee(task)).isNull();
    }

    @Test
    void whatTheDeputyHasClaimedGoesBackWhenTheTimeEnds() {
        String task = task(proposed(), "review-proposal");
        String id = names(ABSENT, ABSENT, DEPUTY, body -> {});
        claims(browser(DEPUTY), DEPUTY, task);
        assertThat(browser("klima-leitung")
                        .post(DEPUTIES + "/" + id + "/end", "{}")
                        .status())
                .as("the head ends it for the person")
                .isEqualTo(200);

        assertThat(assignee(task)).isNull();
        assertThat(seenBy(browser(DEPUTY))).as("the claim left no right behind").doesNotContain(task);
        assertThat(rest(DEPUTY).get("/engine-rest/task/" + task).status()).isIn(403, 404);
    }

    private void aColleagueComes() {
        accounts.ensurePerson(
                Office.MUNICIPALITY,
                COLLEAGUE,
                "Zweite Sachbearbeitung Klima",
                List.of("muenster-klima", "muenster-staff"),
                TestDatabase.PASSWORD);
    }
}
