package de.kreislaufstadt.process.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.CompletedMeanwhile;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.record.EndedTasks;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.sql.SQLException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** The database commits, and its answer never arrives: nobody is told that a step was refused which is there. */
@ApplicationTest
class LostAnswerTest {

    private static final String REVIEWER = "klima-sachbearbeitung";
    private static final String COLLEAGUE = "klima-leitung";
    private static final String BROKEN = "08006";

    @Autowired
    Office office;

    @Autowired
    EndedTasks ended;

    @Autowired
    TestClock.Movable clock;

    private Task task;

    @BeforeEach
    void aProposalWaitsForItsReview() {
        clock.putBack();
        String number = office.as("wfm-sachbearbeitung").proposes();
        task = office.open(number, "review-proposal").get(0);
    }

    @Test
    void whoseStepIsThereIsToldThatItIsDone() {
        assertThat(completedBy(REVIEWER, REVIEWER, BROKEN)).isEqualTo("done all the same");
    }

    @Test
    void whoComesSecondIsStillToldWhoWasFirst() {
        assertThatThrownBy(() -> completedBy(COLLEAGUE, REVIEWER, BROKEN)).isInstanceOf(CompletedMeanwhile.class);
    }

    /** The same person in two windows: only one of the two forms was taken. */
    @Test
    void whatFailsForAnotherReasonIsNotDone() {
        assertThatThrownBy(() -> completedBy(REVIEWER, REVIEWER, "23505")).isInstanceOf(CompletedMeanwhile.class);
    }

    @Test
    void whatHasNotHappenedIsNotDone() {
        assertThatThrownBy(() -> office.as(REVIEWER)
                        .signedIn(
                                () -> Completion.ofTask(task.getId(), ended, () -> fails(BROKEN), "done all the same")))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    /** Somebody completes the task; then the completion of somebody, perhaps the same one, fails with an SQL state. */
    private String completedBy(String first, String second, String state) {
        return office.as(second)
                .signedIn(() -> Completion.ofTask(
                        task.getId(),
                        ended,
                        () -> {
                            Login completing = SignedIn.current().orElseThrow();
                            office.as(first).completes(task, office.valid("review-proposal"));
                            SignedIn.set(completing);
                            return fails(state);
                        },
                        "done all the same"));
    }

    private static String fails(String state) {
        throw new DataAccessResourceFailureException("commit", new SQLException("broken", state));
    }
}
