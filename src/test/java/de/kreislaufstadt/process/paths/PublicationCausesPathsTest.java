package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/**
 * Every release that the public is to hear of begins a version: without a task where two people have released what it brings, with
 * tasks where one has. A test for each row of the phases whose result becomes public.
 */
class PublicationCausesPathsTest extends PublicationPaths {

    @Test
    void changedDetailsByOnePerson() {
        String measure = publicMeasure("KNOWLEDGE");
        browser("wfm-sachbearbeitung")
                .post("/camunda/api/kreislaufstadt/measures/" + measure + "/change-details", "{}");
        clerk("wfm").completes(measure, "change-details");
        waitsForTwoBecauseOf(measure, "RECORD");
    }

    @Test
    void knowledgeThatOnePersonOfTheClimateUnitHasReviewed() {
        String measure = publicMeasure("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        clerk("immobilien").completes(measure, "collect-knowledge");
        clerk("personal").completes(measure, "collect-knowledge");
        clerk("klima").completes(measure, "review-knowledge");
        waitsForTwoBecauseOf(measure, "PHASE_SUMMARY");
    }

    @Test
    void aStatusQuoThatTwoHaveReleased() {
        String measure = publicMeasure("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        for (String asked : List.of("wfm", "umwelt", "immobilien")) {
            clerk(asked).completes(measure, "answer-survey");
        }
        clerk("wfm").completes(measure, "analyse-stakeholders");
        clerk("klima").completes(measure, "review-stakeholders");
        clerk("wfm").completes(measure, "summarise-status-quo");
        assertThat(versions(measure)).as("nothing before its release").containsExactly(1);
        clerk("klima").completes(measure, "release-status-quo");
        isPublicBecauseOf(measure, "PHASE_SUMMARY");
    }

    @Test
    void aWorkshopThatIsAgreedUponAndItsMinutes() {
        String measure = publicMeasure("WORKSHOPS");
        var second = office.open(measure, "prepare-workshop").get(1);
        clerk("wfm").completes(second, office.valid("prepare-workshop", WorkshopPathsTest.forToday()));
        clerk("difu").completes(measure, "agree-agenda");
        waitsForTwoBecauseOf(measure, "WORKSHOP");
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        assertThat(versions(measure)).containsExactly(2, 1);

        clerk("wfm").completes(measure, "invite-participants");
        clerk("wfm").completes(measure, "check-registrations");
        office.fire(measure, "workshop-day");
        clerk("wfm").completes(measure, "confirm-workshop");
        clerk("wfm").completes(measure, "write-minutes");
        clerk("difu").completes(measure, "check-minutes");
        office.fire(measure, "objection-period-over");
        clerk("wfm").completes(measure, "handle-objections");
        assertThat(versions(measure)).containsExactly(2, 1);
        head("wfm").completes(measure, "release-minutes");
        isPublicBecauseOf(measure, "WORKSHOP");
    }

    @Test
    void starterProjectsThatAreDecided() {
        String measure = publicMeasure("STARTER_PROJECTS");
        clerk("wfm").completes(measure, "bundle-ideas");
        clerk("immobilien").completes(measure, "sketch-project");
        clerk("personal").completes(measure, "sketch-project");
        clerk("wfm").completes(measure, "rate-project");
        clerk("wfm").completes(measure, "rate-project");
        List<String> sketches = all(measure, "select id from project_sketch where measure_id = :measure");
        Consumer<ObjectNode> proposal = data -> sketches.forEach(sketch ->
                data.withArray("choices").addObject().put("sketchId", sketch).put("choice", "STARTER_PROJECT"));
        clerk("wfm").completes(measure, "propose-selection", proposal);
        head("wfm").completes(measure, "decide-starter-projects");
        waitsForTwoBecauseOf(measure, "STARTER_PROJECTS");
    }

    @Test
    void aPlanOfWorkThatOnePersonHasWrittenAndAResultThatTwoHaveConfirmed() {
        String measure = publicMeasure("IMPLEMENTATION");
        clerk("wfm").completes(measure, "plan-work-packages");
        waitsForTwoBecauseOf(measure, "MILESTONES");
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");

        while (!office.open(measure, "work-on-package").isEmpty()) {
            Task task = office.open(measure, "work-on-package").get(0);
            String department = one(
                    measure,
                    "select department from work_package where measure_id = :measure and id::text = '"
                            + office.tasks()
                                    .getVariable(task.getId(), "packageId")
                                    .toString()
                                    .split("@")[0] + "'");
            clerk(department).completes(task, office.valid("work-on-package"));
        }
        assertThat(versions(measure))
                .as("how far a package is goes out with what comes next")
                .containsExactly(2, 1);
        clerk("wfm").completes(measure, "close-project");
        clerk("klima").completes(measure, "confirm-closure");
        isPublicBecauseOf(measure, "PROJECT_RESULT");
    }

    @Test
    void anExchangeThatOnePersonHasWrittenDown() {
        String measure = publicMeasure("KNOWLEDGE");
        office.fire(measure, "exchange-due");
        for (String asked : List.of("umwelt", "immobilien", "wfm")) {
            clerk(asked).completes(measure, "report-activities");
        }
        clerk("wfm").completes(measure, "document-exchange");
        assertThat(waiting(measure)).contains(PREPARE);
    }

    @Test
    void statusReportsOfARoundThatIsReleased() {
        String measure = publicMeasure("IMPLEMENTATION");
        frozen(measure);
        isPublicBecauseOf(measure, "STATUS_REPORT");
    }

    @Test
    void anEvaluationThatTwoHaveReleasedAndNotTheAnswerOfTheArchive() {
        String measure = publicMeasure("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        clerk("immobilien").completes(measure, "collect-knowledge");
        clerk("personal").completes(measure, "collect-knowledge");
        clerk("klima").completes(measure, "review-knowledge");
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        clerk("wfm").completes(measure, "evaluate-measure");
        assertThat(versions(measure)).containsExactly(2, 1);

        clerk("klima").completes(measure, "release-evaluation");
        isPublicBecauseOf(measure, "EVALUATION");
        assertThat(published(measure).orElseThrow().content().evaluation()).isNotNull();

        clerk("wfm").completes(measure, "offer-to-archive");
        assertThat(versions(measure)).containsExactly(3, 2, 1);
        assertThat(published(measure).orElseThrow().live().state()).isEqualTo("COMPLETED");
    }

    private void waitsForTwoBecauseOf(String measure, String cause) {
        assertThat(waiting(measure)).contains(PREPARE).doesNotContain(RELEASE);
        assertThat(all(measure, "select unnest(causes || causes_since) from publication where measure_id = :measure"))
                .contains(cause);
    }

    private void isPublicBecauseOf(String measure, String cause) {
        assertThat(waiting(measure)).doesNotContain(PREPARE, RELEASE);
        assertThat(released.versions(Office.MUNICIPALITY, measure).get(0).causes())
                .containsExactly(cause);
    }
}
