package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Phase 4: ideas become sketches in parallel, sketches are rated, a body decides which of them become projects. */
class StarterProjectSelectionPathsTest extends MeasurePaths {

    @LocalServerPort
    private int port;

    @Test
    void everyIdeaIsSketchedByItsDepartmentAndRatedByTheLead() {
        String measure = approved("STARTER_PROJECTS");
        assertThat(state(measure)).isEqualTo("STARTER_PROJECTS");
        assertThat(waiting(measure)).containsExactly("bundle-ideas@wfm");
        clerk("wfm").completes(measure, "bundle-ideas");
        assertThat(waiting(measure)).containsExactly("sketch-project@immobilien", "sketch-project@personal");
        assertThat(clerk("personal").sees(measure)).containsExactly("sketch-project");

        clerk("immobilien").completes(measure, "sketch-project");
        assertThat(waiting(measure)).containsExactly("rate-project@wfm", "sketch-project@personal");
        clerk("wfm").completes(measure, "rate-project");
        assertThat(waiting(measure)).as("the other sketch is missing").containsExactly("sketch-project@personal");
        clerk("personal").completes(measure, "sketch-project");
        clerk("wfm").completes(measure, "rate-project");
        assertThat(waiting(measure)).containsExactly("propose-selection@wfm");
        assertThat(recommendations(measure)).containsExactly("STARTER_PROJECT", "STARTER_PROJECT");
    }

    @Test
    void theTableRecommendsPerSketchWhatItsRatingDeserves() {
        String measure = approved("STARTER_PROJECTS");
        clerk("wfm").completes(measure, "bundle-ideas");
        sketchAll(measure);
        clerk("wfm").completes(measure, "rate-project");
        clerk("wfm").completes(measure, "rate-project", rating -> rating.put("feasibility", 2));
        assertThat(recommendations(measure)).containsExactlyInAnyOrder("STARTER_PROJECT", "DEFERRED");
    }

    @Test
    void theHeadOfTheLeadAdoptsTheProjects() {
        String measure = rated();
        clerk("wfm").completes(measure, "propose-selection", proposal(measure));
        assertThat(waiting(measure)).containsExactly("decide-starter-projects@wfm-head");
        head("wfm").completes(measure, "decide-starter-projects");
        assertThat(rows(measure, "starter_project")).isEqualTo(2);
        assertThat(waiting(measure)).as("implementation was not ordered").containsExactly("evaluate-measure@wfm");
    }

    @Test
    void theCouncilDecidesOnAPaperWithANumber() {
        String measure = rated();
        clerk("wfm")
                .completes(
                        measure, "propose-selection", proposal(measure).andThen(data -> data.put("body", "COUNCIL")));
        assertThat(waiting(measure)).containsExactly("decide-starter-projects@ratsservice");
        assertThat(clerk("wfm").sees(measure)).isEmpty();
        Consumer<ObjectNode> council = data -> data.put("body", "COUNCIL").put("bodyName", "Rat der Stadt Münster");
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("ratsservice")
                        .completes(
                                measure,
                                "decide-starter-projects",
                                council.andThen(data -> data.put("paperNumber", "573")))))
                .containsExactly("paperNumber starterproject.decision.paperNumber");
        assertThat(everything(measure)).isEqualTo(before);
        clerk("ratsservice")
                .completes(
                        measure,
                        "decide-starter-projects",
                        council.andThen(data -> data.put("paperNumber", "V/0573/2024")));
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
    }

    @Test
    void committeesConsultInTheirOrderAndNoProjectBeginsBeforeTheCouncilHasDecided() {
        String measure = rated();
        clerk("wfm").completes(measure, "propose-selection", proposal(measure).andThen(data -> {
            data.put("body", "COUNCIL");
            data.putArray("consultations").addObject().put("body", "Umweltausschuss");
            data.withArray("consultations").addObject().put("body", "Hauptausschuss");
        }));
        assertThat(refusal(() -> decides(measure, "Rat der Stadt", "2025-03-17")))
                .containsExactly("bodyName starterproject.decision.otherBody");
        decides(measure, "Umweltausschuss", "2025-03-17");
        assertThat(waiting(measure)).containsExactly("decide-starter-projects@ratsservice");
        decides(measure, "Hauptausschuss", "2025-03-18");
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> decides(measure, "Rat der Stadt", "2025-03-17")))
                .as("a day before the earlier body's")
                .containsExactly("decidedOn starterproject.decision.beforeEarlierBody");
        assertThat(everything(measure)).isEqualTo(before);
        assertThat(rows(measure, "starter_project")).isZero();

        decides(measure, "Rat der Stadt", "2025-03-26");
        assertThat(rows(measure, "starter_project")).isEqualTo(2);
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
        Http manager = new Http(port);
        manager.signIn("wfm-leitung", "cockpit");
        assertThat(manager.get("/camunda/api/kreislaufstadt/measures/" + measure)
                        .json()
                        .get("decisions"))
                .extracting(decision -> decision.get("body").asText())
                .containsExactly(
                        "Leitung der Wirtschaftsförderung", "Umweltausschuss", "Hauptausschuss", "Rat der Stadt");
        assertThat(manager.get("/camunda/api/kreislaufstadt/timeline/" + measure)
                        .json()
                        .at("/measures/0/events"))
                .extracting(event ->
                        event.get("day").asText() + " " + event.get("state").asText())
                .containsExactly(
                        "2025-01-20 genehmigt",
                        "2025-03-17 Starterprojekte beschlossen",
                        "2025-03-18 Starterprojekte beschlossen",
                        "2025-03-26 Starterprojekte beschlossen");
    }

    @Test
    void whoProposedTheSelectionDoesNotDecideIt() {
        String measure = rated();
        head("wfm").completes(measure, "propose-selection", proposal(measure));
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> head("wfm").completes(measure, "decide-starter-projects")))
                .containsExactly("result process.fourEyes");
        assertThat(everything(measure)).isEqualTo(before);
    }

    @Test
    void aDecisionIsNotFromBeforeTheMeasureBeganAndItsConditionsAreTasks() {
        String measure = rated();
        clerk("wfm").completes(measure, "propose-selection", proposal(measure));
        assertThat(refusal(() -> head("wfm")
                        .completes(measure, "decide-starter-projects", data -> data.put("decidedOn", "2024-12-31"))))
                .containsExactly("decidedOn starterproject.decision.beforeBegin");
        head("wfm")
                .completes(
                        measure,
                        "decide-starter-projects",
                        data -> data.putArray("conditionItems")
                                .addObject()
                                .put("text", "Der Bericht nennt die Wirkung.")
                                .put("department", "umwelt")
                                .put("due", "2099-03-02"));
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm", "meet-condition@umwelt");
    }

    @Test
    void aReturnedProposalIsMadeAnew() {
        String measure = rated();
        clerk("wfm").completes(measure, "propose-selection", proposal(measure));
        head("wfm").completes(measure, "decide-starter-projects", data -> {
            data.remove("conditionItems");
            data.put("result", "RETURN").put("reason", "Die Kosten sind zu prüfen.");
        });
        assertThat(waiting(measure)).containsExactly("propose-selection@wfm");
        clerk("wfm").completes(measure, "propose-selection", proposal(measure));
        head("wfm").completes(measure, "decide-starter-projects");
        assertThat(rows(measure, "selection_proposal")).isEqualTo(2);
        assertThat(rows(measure, "starter_project")).isEqualTo(2);
    }

    @Test
    void aSketchGoesBackToItsDepartmentForRework() {
        String measure = rated();
        clerk("wfm").completes(measure, "propose-selection", proposal(measure).andThen(data -> {
            data.remove("body");
            data.put("proposal", "REWORK").put("reason", "Eine Skizze ist noch nicht reif.");
            ((ObjectNode) data.at("/choices/0")).put("choice", "REWORK").put("reason", "Die Kosten fehlen.");
        }));
        assertThat(office.open(measure, "sketch-project")).as("only one sketch").hasSize(1);
        sketchAll(measure);
        clerk("wfm").completes(measure, "rate-project");
        clerk("wfm").completes(measure, "propose-selection", proposal(measure));
        head("wfm").completes(measure, "decide-starter-projects");
        assertThat(rows(measure, "project_sketch"))
                .as("the first version stays")
                .isEqualTo(3);
        assertThat(rows(measure, "starter_project")).isEqualTo(2);
    }

    @Test
    void noIdeaIsWorthASketchAndAFurtherWorkshopIsHeld() {
        String measure = approved("STARTER_PROJECTS");
        clerk("wfm").completes(measure, "bundle-ideas", only("bundleResult", "NONE", "reason", "Kein Träger."));
        assertThat(waiting(measure)).containsExactly("propose-selection@wfm");
        clerk("wfm")
                .completes(
                        measure,
                        "propose-selection",
                        only("proposal", "FURTHER_WORKSHOP", "reason", "Wir fragen das Handwerk."));
        assertThat(state(measure)).isEqualTo("WORKSHOPS");
        assertThat(waiting(measure)).as("the first workshops of this measure").contains("prepare-workshop@wfm");
    }

    @Test
    void withoutASuitableProjectTheMeasureEndsWithItsReason() {
        String measure = rated();
        clerk("wfm").completes(measure, "propose-selection", proposal(measure).andThen(data -> {
            data.remove("body");
            data.put("proposal", "CLOSE").put("reason", "Kein Träger kann die Kosten übernehmen.");
        }));
        assertThat(office.isRunning(measure)).isFalse();
        assertThat(state(measure)).isEqualTo("CANCELLED");
        assertThat(one(measure, "select state_reason from measure where id = :measure"))
                .isEqualTo("Kein Träger kann die Kosten übernehmen.");
    }

    private void decides(String measure, String body, String day) {
        clerk("ratsservice")
                .completes(
                        measure,
                        "decide-starter-projects",
                        data -> data.put("body", "COUNCIL")
                                .put("bodyName", body)
                                .put("decidedOn", day)
                                .put("paperNumber", "V/0573/2024"));
    }

    private String rated() {
        String measure = approved("STARTER_PROJECTS");
        clerk("wfm").completes(measure, "bundle-ideas");
        sketchAll(measure);
        office.open(measure, "rate-project")
                .forEach(task -> clerk("wfm").completes(task, office.valid("rate-project")));
        return measure;
    }

    private void sketchAll(String measure) {
        for (Task task : office.open(measure, "sketch-project")) {
            String department = office.tasks()
                    .getVariable(task.getId(), "ideaId")
                    .toString()
                    .split("@")[1];
            clerk(department).completes(task, office.valid("sketch-project"));
        }
    }

    /** Every newest sketch as a starter project, decided by the head. */
    private Consumer<ObjectNode> proposal(String measure) {
        List<String> sketches = all(
                measure,
                "select distinct on (idea_id) id from project_sketch where measure_id = :measure"
                        + " order by idea_id, created_at desc");
        return data -> sketches.forEach(sketch ->
                data.withArray("choices").addObject().put("sketchId", sketch).put("choice", "STARTER_PROJECT"));
    }

    private List<String> recommendations(String measure) {
        return all(measure, "select recommendation from sketch_rating where measure_id = :measure");
    }
}
