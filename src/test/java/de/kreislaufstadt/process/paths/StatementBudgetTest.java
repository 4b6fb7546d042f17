package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.audit.AuditCommand;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.StatementCount.Cost;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What completing a task costs over REST, with login, authorizations and tenants: SQL statements, which are free of noise.
 * Steps that begin a phase create its instances and tasks with it, so they are measured apart from steps that lead to one
 * next task, which is what the stock figure is about.
 */
class StatementBudgetTest extends BudgetPaths {

    private static final Logger LOG = LoggerFactory.getLogger(StatementBudgetTest.class);

    /** The stock engine's statements for the same: one user task after another, login, authorization, tenants. */
    private static final int STOCK = 28;

    /** Ours, beside one batch per child table; one of them appends to the log of actions, one asks whether it is public. */
    private static final int OWN = 8;

    /**
     * What needs more, and how many. A decision also tells the public how many decided measures it does not see: counted, written, and
     * stamped. Workshops are locked and read with their invitations, mails, cities or agenda before anything is written; a proposal of
     * starter projects with its choices and bodies; knowledge with its goals.
     */
    private static final Map<String, Integer> MORE = Map.of(
            "decide-measure", 3,
            "decide-starter-projects", 3,
            "check-registrations", 2,
            "invite-participants", 2,
            "review-knowledge", 2,
            "prepare-workshop", 1,
            "release-minutes", 1,
            "release-status-quo", 1,
            "write-minutes", 1);

    /** Which conditions of all bodies are open; their days are read for all of them at once. */
    private static final int CONDITIONS = 1;

    private final Map<String, Cost> costs = new LinkedHashMap<>();

    @Autowired
    AuditCommand log;

    @Test
    void everyCompletedTaskStaysWithinTheBudget() {
        // The second time everything that the application remembers is known.
        wholeJourney();
        wholeJourney();
        budget.holds();
        costs.forEach((task, cost) -> LOG.info(
                "SQL per completed task: {} engine {} (stock {}), own {} (budget {}), batches {}",
                String.format("%-24s", task),
                cost.engine(),
                STOCK,
                cost.own(),
                OWN,
                cost.ownBatches()));
        assertThat(costs)
                .allSatisfy((task, cost) -> assertThat(cost.own())
                        .as("%s: %s", task, cost.ownStatements())
                        .isLessThanOrEqualTo(OWN + MORE.getOrDefault(task, 0)));
        assertThat(costs).containsKeys(ONE_NEXT_TASK.toArray(String[]::new));
        ONE_NEXT_TASK.forEach(
                task -> assertThat(costs.get(task).engine()).as(task).isLessThanOrEqualTo(STOCK));
    }

    private void wholeJourney() {
        String measure = clerk("wfm").proposes();
        completes("klima-sachbearbeitung", measure, "review-proposal");
        completes("wfm-leitung", measure, "decide-measure");
        knowledgeAndSurvey(measure);
        workshops(measure);
        selection(measure);
        implementation(measure, "personal");
        implementation(measure, "immobilien");
        completes("wfm-sachbearbeitung", measure, "evaluate-measure");
        completes("klima-sachbearbeitung", measure, "release-evaluation");
        completes("wfm-sachbearbeitung", measure, "offer-to-archive");
        assertThat(state(measure)).isEqualTo("COMPLETED");
        assertThat(log.run(List.of("verify"), nowhere(), nowhere()))
                .as("the log of the whole journey is as it was written")
                .isZero();
    }

    /** Steps after which exactly one task waits in the same process, with routing values for gateways and without. */
    private static final List<String> ONE_NEXT_TASK = List.of(
            "analyse-stakeholders",
            "summarise-status-quo",
            "invite-participants",
            "write-minutes",
            "close-project",
            "evaluate-measure",
            "review-stakeholders",
            "prepare-workshop",
            "agree-agenda",
            "confirm-workshop",
            "handle-objections",
            "release-minutes",
            "propose-selection",
            "release-evaluation");

    private void knowledgeAndSurvey(String measure) {
        completes("wfm-sachbearbeitung", measure, "define-knowledge-goals");
        completes("immobilien-sachbearbeitung", measure, "collect-knowledge");
        completes("personal-sachbearbeitung", measure, "collect-knowledge");
        completes("klima-sachbearbeitung", measure, "review-knowledge");
        completes("wfm-sachbearbeitung", measure, "prepare-survey");
        List.of("wfm", "umwelt", "immobilien")
                .forEach(asked -> completes(asked + "-sachbearbeitung", measure, "answer-survey"));
        completes("wfm-sachbearbeitung", measure, "analyse-stakeholders");
        completes("klima-sachbearbeitung", measure, "review-stakeholders");
        completes("wfm-sachbearbeitung", measure, "summarise-status-quo");
        completes("klima-sachbearbeitung", measure, "release-status-quo");
    }

    /** Two workshops one after the other: the first task of a kind is always the next one of the workshop in hand. */
    private void workshops(String measure) {
        while (!office.open(measure, "prepare-workshop").isEmpty()) {
            completes("wfm-sachbearbeitung", measure, "prepare-workshop", WorkshopPathsTest.forToday());
            completes("difu-sachbearbeitung", measure, "agree-agenda");
            completes(
                    "wfm-sachbearbeitung",
                    measure,
                    "invite-participants",
                    LetterPaths.with(List.of(LetterPaths.FIRST, LetterPaths.SECOND)));
            // One address is right, one was wrong, one is new.
            completes(
                    "wfm-sachbearbeitung",
                    measure,
                    "check-registrations",
                    LetterPaths.with(List.of(LetterPaths.FIRST, "richtig@firma.example.org", "neu@firma.example.org")));
            office.fire(measure, "workshop-day");
            completes("wfm-sachbearbeitung", measure, "confirm-workshop");
            completes("wfm-sachbearbeitung", measure, "write-minutes");
            completes("difu-sachbearbeitung", measure, "check-minutes");
            office.fire(measure, "objection-period-over");
            completes("wfm-sachbearbeitung", measure, "handle-objections");
            completes("wfm-leitung", measure, "release-minutes");
            completes("wfm-sachbearbeitung", measure, "evaluate-workshop");
        }
    }

    private void selection(String measure) {
        completes(
                "wfm-sachbearbeitung",
                measure,
                "bundle-ideas",
                data -> data.put("setAsideReason", "Die übrigen Ideen werden später betrachtet."));
        completes("immobilien-sachbearbeitung", measure, "sketch-project");
        completes("personal-sachbearbeitung", measure, "sketch-project");
        completes("wfm-sachbearbeitung", measure, "rate-project");
        completes("wfm-sachbearbeitung", measure, "rate-project");
        List<String> sketches = all(measure, "select id from project_sketch where measure_id = :measure");
        completes(
                "wfm-sachbearbeitung",
                measure,
                "propose-selection",
                data -> sketches.forEach(sketch -> data.withArray("choices")
                        .addObject()
                        .put("sketchId", sketch)
                        .put("choice", "STARTER_PROJECT")));
        completes("wfm-leitung", measure, "decide-starter-projects");
    }

    private void implementation(String measure, String bearer) {
        completes(bearer + "-sachbearbeitung", measure, "plan-work-packages");
        for (String code : List.of("AP1", "AP2", "AP3")) {
            String user = (code.equals("AP1") ? "immobilien" : "wfm") + "-sachbearbeitung";
            completes(user, packageTask(measure, code), office.valid("work-on-package"));
        }
        completes(bearer + "-sachbearbeitung", measure, "close-project");
        completes("klima-sachbearbeitung", measure, "confirm-closure");
    }

    /** A committee before it, and a condition of each of them beside one more. */
    @Test
    void whatACouncilDecidesUnderConditionsStaysWithinTheBudget() {
        String measure = approved("STARTER_PROJECTS");
        clerk("wfm").completes(measure, "bundle-ideas");
        clerk("immobilien").completes(measure, "sketch-project");
        clerk("personal").completes(measure, "sketch-project");
        office.open(measure, "rate-project")
                .forEach(task -> clerk("wfm").completes(task, office.valid("rate-project")));
        List<String> sketches = all(measure, "select id from project_sketch where measure_id = :measure");
        clerk("wfm").completes(measure, "propose-selection", data -> {
            sketches.forEach(sketch -> data.withArray("choices")
                    .addObject()
                    .put("sketchId", sketch)
                    .put("choice", "STARTER_PROJECT"));
            data.put("body", "COUNCIL").putArray("consultations").addObject().put("body", "Umweltausschuss");
        });
        for (String body : List.of("Umweltausschuss", "Rat der Stadt")) {
            completes("ratsservice-sachbearbeitung", measure, "decide-starter-projects", data -> {
                data.put("body", "COUNCIL").put("bodyName", body).put("paperNumber", "V/0573/2024");
                List.of("Erst die kleine Halle.", "Nach einem Jahr wird berichtet.")
                        .forEach(text -> data.withArray("conditionItems")
                                .addObject()
                                .put("text", text)
                                .put("department", "umwelt")
                                .put("due", "2099-03-02"));
            });
        }
        assertThat(waiting(measure)).filteredOn("meet-condition@umwelt"::equals).hasSize(4);
        Cost cost = costs.get("decide-starter-projects");
        assertThat(cost.own())
                .as("%s", cost.ownStatements())
                .isLessThanOrEqualTo(OWN + MORE.get("decide-starter-projects") + CONDITIONS);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream());
    }

    private void completes(String user, String measure, String task) {
        completes(user, measure, task, data -> {});
    }

    private void completes(String user, String measure, String task, Consumer<ObjectNode> change) {
        Task first = office.as(user).signedIn(() -> office.open(measure, task)).get(0);
        completes(user, first, office.valid(task, change));
    }

    private void completes(String user, Task task, ObjectNode data) {
        ObjectNode body = new JsonMapper().createObjectNode();
        body.putObject("variables")
                .putObject("form")
                .put("type", "Json")
                .put("value", data.toString())
                .putObject("valueInfo")
                .put("transient", true);
        Http client = new Http(port).as(user);
        // A program's password is checked at full cost once in a while, and remembered for its next requests.
        client.get("/engine-rest/version");
        List<Http.Answer> answers = new ArrayList<>();
        Cost cost = budget.count(
                "complete " + task.getTaskDefinitionKey(),
                () -> answers.add(client.post("/engine-rest/task/" + task.getId() + "/complete", body.toString())));
        assertThat(answers.get(0).status())
                .as("%s: %s", task.getTaskDefinitionKey(), answers.get(0).body())
                .isEqualTo(204);
        costs.merge(task.getTaskDefinitionKey(), cost, (a, b) -> a.own() >= b.own() ? a : b);
    }

    private Task packageTask(String measure, String code) {
        List<String> ids =
                all(measure, "select id from work_package where measure_id = :measure and code = '" + code + "'");
        return office.open(measure, "work-on-package").stream()
                .filter(task -> ids.stream()
                        .anyMatch(id -> office.tasks()
                                .getVariable(task.getId(), "packageId")
                                .toString()
                                .startsWith(id)))
                .findFirst()
                .orElseThrow();
    }
}
