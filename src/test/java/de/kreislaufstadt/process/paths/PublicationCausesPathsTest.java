package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.Office;
import java.util.List;
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
        buildKnowledge(measure);
        waitsForTwoBecauseOf(measure, "PHASE_SUMMARY");
    }

    @Test
    void aStatusQuoThatTwoHaveReleased() {
        String measure = publicMeasure("STATUS_QUO");
        summariseStatusQuo(measure);
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
        goesOut(measure);
        assertThat(versions(measure)).containsExactly(2, 1);

        holdWorkshop(measure);
        assertThat(versions(measure)).containsExactly(2, 1);
        head("wfm").completes(measure, "release-minutes");
        isPublicBecauseOf(measure, "WORKSHOP");
    }

    @Test
    void starterProjectsThatAreDecided() {
        String measure = publicMeasure("STARTER_PROJECTS");
        selectProjects(measure);
        waitsForTwoBecauseOf(measure, "STARTER_PROJECTS");
    }

    @Test
    void aPlanOfWorkThatOnePersonHasWrittenAndAResultThatTwoHaveConfirmed() {
        String measure = publicMeasure("IMPLEMENTATION");
        clerk("wfm").completes(measure, "plan-work-packages");
        waitsForTwoBecauseOf(measure, "MILESTONES");
        goesOut(measure);

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
    void anExchangeOfWhichOnlyItsDayAndACountArePublic() {
        String measure = publicMeasure("KNOWLEDGE");
        office.fire(measure, "exchange-due");
        for (String asked : List.of("umwelt", "immobilien", "wfm")) {
            clerk(asked).completes(measure, "report-activities");
        }
        clerk("wfm").completes(measure, "document-exchange");
        isPublicBecauseOf(measure, "RECORD");
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
        buildKnowledge(measure);
        goesOut(measure);
        clerk("wfm").completes(measure, "evaluate-measure");
        assertThat(versions(measure)).containsExactly(2, 1);

        clerk("klima").completes(measure, "release-evaluation");
        isPublicBecauseOf(measure, "EVALUATION");
        assertThat(published(measure).orElseThrow().content().evaluation()).isNotNull();

        clerk("wfm").completes(measure, "offer-to-archive");
        assertThat(versions(measure)).containsExactly(3, 2, 1);
        assertThat(published(measure).orElseThrow().live().state()).isEqualTo("COMPLETED");
    }

    private void goesOut(String measure) {
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
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
