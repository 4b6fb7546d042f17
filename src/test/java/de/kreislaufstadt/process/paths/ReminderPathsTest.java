package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Office.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Who hears of a task that is about to be due, and when. */
class ReminderPathsTest extends MorningPaths {

    @Test
    void aTaskRemindsBeforeOnAndAfterItsLastDayAndOnceEachTime() {
        String measure = proposed();
        LocalDate due = due(measure, REVIEW);

        morningOf(workingDays.before(MUNICIPALITY, due, 4));
        assertThat(reminders(measure)).isEmpty();
        morningOf(workingDays.before(MUNICIPALITY, due, 3));
        morningOf(workingDays.before(MUNICIPALITY, due, 3));
        morningOf(workingDays.before(MUNICIPALITY, due, 2));
        assertThat(reminders(measure)).containsExactly("review-proposal to muenster-klima");
        morningOf(due);
        morningOf(workingDays.after(MUNICIPALITY, due, 2));
        morningOf(workingDays.after(MUNICIPALITY, due, 3));
        assertThat(reminders(measure)).hasSize(3);
        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
    }

    @Test
    void afterAStandstillOnlyTheLatestReminderIsMadeUpFor() {
        String measure = proposed();
        morningOf(workingDays.after(MUNICIPALITY, due(measure, REVIEW), 3));
        assertThat(reminders(measure)).hasSize(1);
        assertThat(all(measure, "select stage from reminder where measure_id = :measure"))
                .containsExactly("DUE+2");
    }

    @Test
    void aReminderGoesToWhoHasClaimedTheTaskAsLongAsTheyCanAct() {
        String measure = proposed();
        Task task = office.open(measure, REVIEW).get(0);
        clerk("klima").signedIn(() -> {
            office.tasks().claim(task.getId(), "klima-sachbearbeitung");
            return null;
        });
        LocalDate due = due(measure, REVIEW);
        morningOf(due);
        assertThat(reminders(measure)).containsExactly("review-proposal to klima-sachbearbeitung");

        String member =
                " camunda.act_id_membership where user_id_ = 'klima-sachbearbeitung' and group_id_ = 'muenster-klima'";
        assertThat(office.jdbc().sql("delete from" + member).update()).isEqualTo(1);
        try {
            morningOf(workingDays.after(MUNICIPALITY, due, 2));
        } finally {
            office.jdbc()
                    .sql("insert into camunda.act_id_membership values ('klima-sachbearbeitung', 'muenster-klima')")
                    .update();
        }
        assertThat(reminders(measure))
                .containsExactly("review-proposal to klima-sachbearbeitung", "review-proposal to muenster-klima");
    }

    @Test
    void aDayThatBecameAClosingDayPassesInSilenceAndTheNextIsPlanned() {
        String measure = proposed();
        LocalDate saturday = due(measure, REVIEW);
        while (workingDays.isWorkingDay(MUNICIPALITY, saturday)) {
            saturday = saturday.plusDays(1);
        }
        morningOf(saturday);
        assertThat(reminders(measure)).isEmpty();
        assertThat(watchDay())
                .isEqualTo(workingDays.after(MUNICIPALITY, saturday, 1).toString());
    }

    @Test
    void theSurveyHasARhythmOfItsOwn() {
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        morningOf(workingDays.after(MUNICIPALITY, today(), 10));
        morningOf(workingDays.after(MUNICIPALITY, today(), 14));
        morningOf(workingDays.after(MUNICIPALITY, today(), 15));
        assertThat(all(
                        measure,
                        "select distinct stage from reminder where measure_id = :measure and task_key = 'answer-survey'"
                                + " order by stage"))
                .containsExactly("CREATED+10", "CREATED+15");
    }
}
