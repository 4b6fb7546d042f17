package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.process.RunningMeasures;
import de.kreislaufstadt.process.RunningMeasures.Interruption;
import de.kreislaufstadt.process.WatchedTask;
import de.kreislaufstadt.process.WatchedTasks;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A head is being asked about an overdue task when its measure is interrupted. */
class InterruptedClarificationPathsTest extends MorningPaths {

    private static final String CLARIFY = "clarify-overdue-task";

    @Autowired
    private RunningMeasures running;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WatchedTasks watched;

    @Test
    void theQuestionRestsWithTheTaskAndGoesOnWithItLater() {
        String measure = overdue();
        LocalDate due = due(measure, REVIEW);
        LocalDate answer = due(measure, CLARIFY);
        LocalDate silent = timer(measure, "head-silent");
        assertThat(silent).isNotNull();

        transaction.executeWithoutResult(status -> running.pause(interruption(measure)));
        assertThatThrownBy(() -> head("klima").completes(measure, CLARIFY))
                .isInstanceOf(SuspendedEntityInteractionException.class);
        transaction.executeWithoutResult(status -> running.resume(interruption(measure), 3));

        assertThat(due(measure, REVIEW)).isEqualTo(workingDays.after(Office.MUNICIPALITY, due, 3));
        assertThat(due(measure, CLARIFY)).isEqualTo(workingDays.after(Office.MUNICIPALITY, answer, 3));
        assertThat(timer(measure, "head-silent")).isAfter(silent);
    }

    @Test
    void theQuestionEndsWithTheMeasure() {
        String measure = overdue();

        transaction.executeWithoutResult(status -> {
            office.jdbc()
                    .sql("update measure set state_reason = 'Kein Geld.' where number = :number")
                    .param("number", measure)
                    .update();
            running.end(interruption(measure), "CANCELLED", null);
        });

        assertThat(office.isRunning(measure)).isFalse();
        assertThat(waiting(measure)).isEmpty();
        assertThat(one(measure, "select state from clarification where measure_id = :measure"))
                .isEqualTo("SETTLED");
    }

    @Test
    void aMeasureThatComesToRestWhileTheMorningLooksIsAskedAboutOnlyWhenItGoesOn() {
        String measure = proposed();
        LocalDate late = workingDays.after(Office.MUNICIPALITY, due(measure, REVIEW), 5);
        clock.moveTo(late);
        Job morning = waitingWatch();
        String watch = morning.getProcessInstanceId();
        office.management().executeJob(morning.getId());
        goesOn(watch);
        assertThat(planned(measure)).as("the escalation is planned").containsExactly("DUE+5");

        transaction.executeWithoutResult(status -> running.pause(interruption(measure)));
        while (!jobsOf(watch).isEmpty()) {
            goesOn(watch);
        }

        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
        assertThat(rows(measure, "clarification")).isZero();
        assertThat(planned(measure)).isEmpty();

        transaction.executeWithoutResult(status -> running.resume(interruption(measure), 0));
        morningOf(workingDays.after(Office.MUNICIPALITY, late, 1));
        assertThat(waiting(measure)).containsExactly("clarify-overdue-task@klima-head", "review-proposal@klima");
    }

    @Test
    void nobodyInterruptsAMeasureWhileItsHeadIsBeingAsked() {
        String measure = proposed();
        String task = office.open(measure, REVIEW).get(0).getId();

        transaction.executeWithoutResult(status -> {
            assertThat(watched.hold(Office.MUNICIPALITY, List.of(task)))
                    .extracting(WatchedTask::id)
                    .containsExactly(task);
            assertThat(CompletableFuture.supplyAsync(() -> canBeInterrupted(measure))
                            .join())
                    .isFalse();
        });

        assertThat(canBeInterrupted(measure)).isTrue();
    }

    private void goesOn(String watch) {
        office.management().executeJob(jobsOf(watch).get(0).getId());
    }

    private boolean canBeInterrupted(String measure) {
        return !office.jdbc()
                .sql("select id from measure where municipality_id = :municipality and number = :number"
                        + " for no key update skip locked")
                .param("municipality", Office.MUNICIPALITY)
                .param("number", measure)
                .query()
                .listOfRows()
                .isEmpty();
    }

    private List<String> planned(String measure) {
        return all(measure, "select stage from reminder where measure_id = :measure");
    }

    private String overdue() {
        String measure = proposed();
        morningOf(workingDays.after(Office.MUNICIPALITY, due(measure, REVIEW), 5));
        return measure;
    }

    private Interruption interruption(String measure) {
        UUID id = UUID.fromString(one(measure, "select id from measure where number = '" + measure + "'"));
        return new Interruption(UUID.randomUUID(), Office.MUNICIPALITY, id, measure, "wfm-leitung", "Kein Geld.");
    }
}
