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

/** What standing in for somebody does not allow. */
class DeputyLimitsPathsTest extends DeputyPaths {

    private static final String ABSENT = "klima-sachbearbeitung";
    private static final String DEPUTY = "planung-sachbearbeitung";
    private static final String OF_TWO_DEPARTMENTS = "zwei-fachbereiche";

    @Autowired
    Accounts accounts;

    /** In this order: who has left cannot sign in to end anything. */
    @AfterEach
    @Override
    void everybodyIsBack() {
        super.everybodyIsBack();
        accounts.removePerson(Office.MUNICIPALITY, OF_TWO_DEPARTMENTS);
    }

    @Test
    void onlyWhoStandsInForTheHolderTakesATaskOver() {
        String task = task(proposed(), "review-proposal");
        claims(browser(ABSENT), ABSENT, task);
        String path = DEPUTIES + "/tasks/" + task + "/take-over";
        Http.Answer head = browser("klima-leitung").post(path, "{}");
        assertThat(head.status()).isEqualTo(403);
        assertThat(head.body()).contains("nicht vertreten");
        assertThat(browser(DEPUTY).post(path, "{}").status()).isEqualTo(403);
        assertThat(assignee(task)).isEqualTo(ABSENT);

        names("klima-leitung", ABSENT, DEPUTY, body -> {});
        assertThat(browser(DEPUTY).post(path, "{}").status()).isEqualTo(200);
        assertThat(assignee(task)).isEqualTo(DEPUTY);
        assertThat(browser(DEPUTY)
                        .post(TASKLIST + "/task/" + task + "/unclaim", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(assignee(task))
                .as("back with the group, not with who is away")
                .isNull();
        assertThat(browser(DEPUTY)
                        .post(DEPUTIES + "/tasks/nicht-da/take-over", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatTheAbsentPersonWroteIsNotReleasedInTheirName() {
        accounts.ensurePerson(
                Office.MUNICIPALITY,
                OF_TWO_DEPARTMENTS,
                "Sachbearbeitung zweier Fachbereiche",
                List.of("muenster-wfm", "muenster-klima", "muenster-staff"),
                TestDatabase.PASSWORD);
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        List.of("wfm", "umwelt", "immobilien")
                .forEach(department -> clerk(department).completes(measure, "answer-survey"));
        office.as(OF_TWO_DEPARTMENTS).completes(measure, "analyse-stakeholders");
        names(OF_TWO_DEPARTMENTS, OF_TWO_DEPARTMENTS, DEPUTY, body -> {});

        Http.Answer refused = complete(browser(DEPUTY), task(measure, "review-stakeholders"), "review-stakeholders");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Vier-Augen-Prinzip");
        clerk("klima").completes(measure, "review-stakeholders");
    }

    @Test
    void departmentsOutsideTheScopeStayUnseen() {
        accounts.ensurePerson(
                Office.MUNICIPALITY,
                OF_TWO_DEPARTMENTS,
                "Sachbearbeitung zweier Fachbereiche",
                List.of("muenster-wfm", "muenster-klima", "muenster-staff"),
                TestDatabase.PASSWORD);
        String review = task(proposed(), "review-proposal");
        String other = proposed();
        clerk("klima").completes(other, "review-proposal", only("result", "REWORK", "note", "Bitte ergänzen."));
        String rework = task(other, "rework-proposal");
        names(
                OF_TWO_DEPARTMENTS,
                OF_TWO_DEPARTMENTS,
                DEPUTY,
                body -> body.putArray("departments").add("klima"));

        assertThat(seenBy(browser(DEPUTY))).contains(review).doesNotContain(rework);
        assertThat(rest(DEPUTY).get("/engine-rest/task/" + rework).status()).isIn(403, 404);
        assertThat(complete(rest(DEPUTY), rework, "rework-proposal").status()).isIn(403, 404);
    }

    @Test
    void aDeputyProposesMeasuresForTheirOwnDepartmentOnly() {
        names(ABSENT, ABSENT, DEPUTY, body -> {});
        JsonNode form = browser(DEPUTY)
                .get("/camunda/api/kreislaufstadt/form/start/measure-lifecycle")
                .json();
        assertThat(form.at("/data/ownDepartments").findValuesAsText("value")).containsExactly("planung");
        assertThat(form.at("/data/lead").asText()).isEqualTo("planung");
    }
}
