package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.document.Document.Step;
import de.kreislaufstadt.process.TaskContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In which later steps a document turns up by itself. */
class DocumentsThatMatterTest {

    private static final String FIRST = UUID.randomUUID().toString();
    private static final String SECOND = UUID.randomUUID().toString();

    @Test
    void minutesComeBackInTheStepsAboutTheSameWorkshop() {
        Document minutes = attachedIn(step("workshops", "write-minutes", Map.of("workshopId", FIRST)));

        for (String later : List.of("check-minutes", "handle-objections", "release-minutes")) {
            assertThat(minutes.mattersIn(step("workshops", later, Map.of("workshopId", FIRST))))
                    .as(later)
                    .isTrue();
        }
        assertThat(minutes.mattersIn(step("workshops", "check-minutes", Map.of("workshopId", SECOND))))
                .isFalse();
    }

    @Test
    void evidenceOfAWorkPackageComesBackWhereItsProjectIsClosed() {
        Document evidence = attachedIn(step(
                "starter-project-implementation",
                "work-on-package",
                Map.of("projectId", FIRST + "@immobilien", "packageId", SECOND + "@umwelt")));

        assertThat(evidence.mattersIn(step(
                        "starter-project-implementation", "close-project", Map.of("projectId", FIRST + "@planung"))))
                .isTrue();
        assertThat(evidence.mattersIn(step(
                        "starter-project-implementation", "confirm-closure", Map.of("projectId", SECOND + "@planung"))))
                .isFalse();
        assertThat(evidence.mattersIn(step(
                        "starter-project-implementation",
                        "work-on-package",
                        Map.of("projectId", FIRST + "@immobilien", "packageId", FIRST + "@umwelt"))))
                .as("another package of the same project")
                .isFalse();
    }

    @Test
    void whatADepartmentAnswersComesBackWhereAllAnswersAreLookedAt() {
        Document answer = attachedIn(step("status-quo-survey", "answer-survey", Map.of("department", "umwelt")));

        assertThat(answer.mattersIn(step("status-quo-survey", "analyse-stakeholders", Map.of())))
                .isTrue();
        assertThat(answer.mattersIn(step("status-quo-survey", "answer-survey", Map.of("department", "awm"))))
                .isFalse();
    }

    @Test
    void otherPhasesAndTheRecordAreNotPushedIntoAStep() {
        Step minutes = step("workshops", "write-minutes", Map.of("workshopId", FIRST));

        assertThat(attachedIn(minutes).mattersIn(step("status-quo-survey", "answer-survey", Map.of())))
                .isFalse();
        assertThat(attachedIn(null).mattersIn(minutes)).isFalse();
    }

    private static Step step(String process, String task, Map<String, Object> values) {
        TaskContext scope =
                new TaskContext("muenster", UUID.randomUUID(), "WW-09", "wfm", process, task, "1", "somebody", values);
        return new Step(process, task, task, StepItems.of(scope));
    }

    private static Document attachedIn(Step step) {
        return new Document(
                UUID.randomUUID(),
                UUID.randomUUID(),
                DocumentKind.MINUTES,
                step,
                "wfm",
                "somebody",
                Instant.EPOCH,
                null,
                List.of());
    }
}
