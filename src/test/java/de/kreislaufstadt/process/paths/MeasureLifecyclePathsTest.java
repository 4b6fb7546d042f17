package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** From the approval through the ordered phases to evaluation and archive. */
class MeasureLifecyclePathsTest extends MeasurePaths {

    @Test
    void aMeasurePassesAllItsPhasesAndIsArchived() {
        String measure = approved("KNOWLEDGE", "STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION");
        buildKnowledge(measure);
        assertThat(state(measure)).isEqualTo("STATUS_QUO");
        survey(measure);
        assertThat(state(measure)).isEqualTo("WORKSHOPS");
        callOffWorkshops(measure);
        assertThat(state(measure)).isEqualTo("STARTER_PROJECTS");
        selectProjects(measure);
        assertThat(state(measure)).isEqualTo("IMPLEMENTATION");
        assertThat(waiting(measure))
                .as("both projects at the same time, each with its department")
                .containsExactly("plan-work-packages@immobilien", "plan-work-packages@personal");
        implement(measure, "personal");
        assertThat(waiting(measure)).containsExactly("plan-work-packages@immobilien");
        implement(measure, "immobilien");

        assertThat(state(measure)).isEqualTo("EVALUATION");
        evaluate(measure);
        assertThat(state(measure)).isEqualTo("COMPLETED");
        assertThat(office.isRunning(measure)).isFalse();
        assertThat(all(
                        measure,
                        "select coalesce(from_state, '-') || ' ' || to_state from measure_state_change"
                                + " where measure_id = :measure order by position"))
                .containsExactly(
                        "- PROPOSED",
                        "PROPOSED UNDER_REVIEW",
                        "UNDER_REVIEW DECIDED",
                        "DECIDED KNOWLEDGE",
                        "KNOWLEDGE STATUS_QUO",
                        "STATUS_QUO WORKSHOPS",
                        "WORKSHOPS STARTER_PROJECTS",
                        "STARTER_PROJECTS IMPLEMENTATION",
                        "IMPLEMENTATION EVALUATION",
                        "EVALUATION COMPLETED");
    }

    @Test
    void theEvaluationComesBackUntilTheClimateUnitReleasesIt() {
        String measure = approved("KNOWLEDGE");
        buildKnowledge(measure);
        clerk("wfm").completes(measure, "evaluate-measure");
        assertThat(waiting(measure)).containsExactly("release-evaluation@klima");
        clerk("klima").completes(measure, "release-evaluation", only("result", "RETURN", "note", "Die Zahlen fehlen."));
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
        evaluate(measure);
        assertThat(rows(measure, "measure_evaluation")).as("both versions stay").isEqualTo(2);
        assertThat(rows(measure, "measure_archive_offer")).isEqualTo(1);
    }

    @Test
    void implementationIsSkippedAfterTheSelectionWhereItWasNotOrdered() {
        String measure = approved("STARTER_PROJECTS");
        selectProjects(measure);
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
        assertThat(rows(measure, "implementation_project")).isZero();
    }

    @Test
    void aFurtherWorkshopIsOneMoreAndTheIdeasAreBundledAgain() {
        String measure = approved("WORKSHOPS", "STARTER_PROJECTS");
        callOffWorkshops(measure);
        clerk("wfm").completes(measure, "bundle-ideas", only("bundleResult", "NONE", "reason", "Kein Träger."));
        clerk("wfm")
                .completes(
                        measure,
                        "propose-selection",
                        only("proposal", "FURTHER_WORKSHOP", "reason", "Wir fragen das Handwerk."));
        assertThat(state(measure)).isEqualTo("WORKSHOPS");
        assertThat(waiting(measure)).as("one more").containsExactly("prepare-workshop@wfm");
        assertThat(rows(measure, "workshop")).isEqualTo(3);

        callOffWorkshops(measure);
        assertThat(state(measure)).isEqualTo("STARTER_PROJECTS");
        assertThat(waiting(measure)).containsExactly("bundle-ideas@wfm");
        selectProjects(measure);
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
    }

    @Test
    void datesOfTheArchiveFollowEachOther() {
        String measure = approved("KNOWLEDGE");
        buildKnowledge(measure);
        clerk("wfm").completes(measure, "evaluate-measure");
        clerk("klima").completes(measure, "release-evaluation");
        assertThat(refusal(() -> clerk("wfm")
                        .completes(measure, "offer-to-archive", data -> data.put("answeredOn", "2025-01-19"))))
                .containsExactly("answeredOn measure.archive.answerFirst");
        assertThat(state(measure)).isEqualTo("EVALUATION");
        assertThat(office.isRunning(measure)).isTrue();
    }

    private void survey(String measure) {
        clerk("wfm").completes(measure, "prepare-survey");
        List.of("wfm", "umwelt", "immobilien").forEach(asked -> clerk(asked).completes(measure, "answer-survey"));
        clerk("wfm").completes(measure, "analyse-stakeholders");
        clerk("klima").completes(measure, "review-stakeholders");
        clerk("wfm").completes(measure, "summarise-status-quo");
        clerk("klima").completes(measure, "release-status-quo");
    }

    private void callOffWorkshops(String measure) {
        while (!office.open(measure, "prepare-workshop").isEmpty()) {
            clerk("wfm").completes(measure, "prepare-workshop");
            clerk("difu").completes(measure, "agree-agenda");
            clerk("wfm").completes(measure, "invite-participants");
            clerk("wfm")
                    .completes(
                            measure,
                            "check-registrations",
                            data -> data.put("registrationResult", "CANCEL").put("comment", "Zu wenige Zusagen"));
        }
    }

    private void implement(String measure, String bearer) {
        clerk(bearer).completes(measure, "plan-work-packages");
        for (String code : List.of("AP1", "AP2", "AP3")) {
            Task task = packageTask(measure, code);
            clerk(code.equals("AP1") ? "immobilien" : "wfm").completes(task, office.valid("work-on-package"));
        }
        clerk(bearer).completes(measure, "close-project");
        clerk("klima").completes(measure, "confirm-closure");
    }

    private Task packageTask(String measure, String code) {
        List<String> ids =
                all(measure, "select id from work_package where measure_id = :measure and code = '" + code + "'");
        return office.open(measure, "work-on-package").stream()
                .filter(task -> ids.contains(office.tasks()
                        .getVariable(task.getId(), "packageId")
                        .toString()
                        .split("@")[0]))
                .findFirst()
                .orElseThrow();
    }

    private void evaluate(String measure) {
        clerk("wfm").completes(measure, "evaluate-measure");
        clerk("klima").completes(measure, "release-evaluation");
        assertThat(waiting(measure)).containsExactly("offer-to-archive@wfm");
        clerk("wfm").completes(measure, "offer-to-archive");
    }
}
