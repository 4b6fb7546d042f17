package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.notification.Postman;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What everything else costs that people do many times a day: proposing, taking a task, looking at pages, and what happens by
 * itself: a mail, a timer. The steps themselves are in {@link StatementBudgetTest}.
 */
class UseCaseBudgetTest extends BudgetPaths {

    private static final String PAGES = "/camunda/api/kreislaufstadt/";

    /** Only the test's own: a page of those that others have left behind once cost a statement more. */
    private static final String TASKS = """
            {"candidateGroup": "muenster-klima", "includeAssignedTasks": true, "processInstanceBusinessKey": "%s",
             "sorting": [{"sortBy": "dueDate", "sortOrder": "asc"}]}""";

    @Autowired
    Postman post;

    @Test
    void proposingAndTakingATaskStayWithinTheBudget() throws Exception {
        ObjectNode proposal = new JsonMapper().createObjectNode();
        proposal.putObject("variables")
                .putObject("form")
                .put("type", "Json")
                .put("value", office.valid("propose-measure").toString())
                .putObject("valueInfo")
                .put("transient", true);
        Http lead = program("wfm-sachbearbeitung");
        Http climate = program("klima-sachbearbeitung");
        for (int time = 0; time < 2; time++) {
            Answer proposed = counted(
                    "propose",
                    () -> lead.post(
                            "/engine-rest/process-definition/key/measure-lifecycle/submit-form", proposal.toString()));
            String measure = new JsonMapper()
                    .readTree(proposed.body())
                    .path("businessKey")
                    .asText();
            Task task = office.open(measure, "review-proposal").get(0);
            counted(
                    "claim",
                    () -> climate.post(
                            "/engine-rest/task/" + task.getId() + "/claim", "{\"userId\": \"klima-sachbearbeitung\"}"));
        }
        budget.holds();
    }

    @Test
    void pagesStayWithinTheBudget() {
        String measure = proposed();
        Http clerk = new Http(port);
        clerk.signIn("klima-sachbearbeitung", "tasklist");
        Http manager = new Http(port);
        manager.signIn("wfm-leitung", "cockpit");
        for (int time = 0; time < 2; time++) {
            counted(
                    "page of tasks",
                    () -> clerk.post(
                            "/camunda/api/engine/engine/default/task?firstResult=0&maxResults=15",
                            TASKS.formatted(measure)));
            counted("count of tasks", () -> clerk.post("/camunda/api/engine/engine/default/task/count", TASKS_COUNTED));
            counted("page of a measure", () -> clerk.get(PAGES + "measures/" + measure));
            counted("portfolio", () -> manager.get(PAGES + "portfolio?sort=DUE&order=asc&page=1"));
        }
        budget.holds();
    }

    private static final String TASKS_COUNTED =
            "{\"candidateGroup\": \"muenster-klima\", \"includeAssignedTasks\": true}";

    @Test
    void aPublicPageStaysWithinTheBudget() {
        String measure = publicMeasure("IMPLEMENTATION");
        String slug = one(measure, "select slug from released_slug where measure_id = :measure limit 1");
        Http reader = new Http(port);
        for (int time = 0; time < 2; time++) {
            counted("public page", () -> reader.get("/muenster/massnahmen/" + slug));
        }
        budget.holds();
    }

    @Test
    void aTimerStaysWithinTheBudget() {
        for (int time = 0; time < 2; time++) {
            String measure = reviewed();
            head("wfm")
                    .completes(
                            measure,
                            "decide-measure",
                            data -> data.put("result", "DEFER")
                                    .put("reason", "Der Haushalt ist noch nicht beschlossen.")
                                    .put("deferredUntil", "2099-02-02")
                                    .remove("phases"));
            Job timer = waitingTimer(measure);
            budget.count("timer", () -> office.management().executeJob(timer.getId()));
            assertThat(waiting(measure)).containsExactly("review-proposal@klima");
        }
        budget.holds();
    }

    private Job waitingTimer(String measure) {
        String instance = office.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(measure)
                .processDefinitionKey("measure-lifecycle")
                .singleResult()
                .getId();
        return office.management()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("resubmission-date")
                .singleResult();
    }

    @Test
    void aMailStaysWithinTheBudget() {
        for (int time = 0; time < 2; time++) {
            post.begin();
            proposed();
            budget.count("mail job", () -> assertThat(post.sent()).hasSize(1));
        }
        budget.holds();
    }

    /** A program's password is checked at full cost once in a while, and remembered for its next requests. */
    private Http program(String user) {
        Http client = new Http(port).as(user);
        client.get("/engine-rest/version");
        return client;
    }

    private Answer counted(String useCase, Supplier<Answer> request) {
        List<Answer> answers = new ArrayList<>();
        budget.count(useCase, () -> answers.add(request.get()));
        assertThat(answers.get(0).status())
                .as("%s: %s", useCase, answers.get(0).body())
                .isLessThan(300);
        return answers.get(0);
    }
}
