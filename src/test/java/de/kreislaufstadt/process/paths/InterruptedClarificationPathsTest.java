package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.process.RunningMeasures;
import de.kreislaufstadt.process.RunningMeasures.Interruption;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
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
