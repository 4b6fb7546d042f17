package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.Office;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The outbox forgets in time, and nothing that still keeps somebody from being told twice. */
class TidyingTest extends WithMailServer {

    @Autowired
    private Tidying tidying;

    @Test
    void whatIsSettledIsForgottenInTimeAndWhatIsOpenIsNot() {
        Task open = proposed();
        Task done = proposed();
        send();
        office.as(CLERK).completes(numberOf(done), "review-proposal");
        jdbc.sql("update notice set created_at = created_at - interval '31 days', state = case when kind = 'OPENED'"
                        + " and task_id in (:known) then 'ADDRESSED' else 'NEW' end")
                .param("known", List.of(open.getId(), done.getId()))
                .update();
        jdbc.sql("update mail set settled_at = settled_at - interval '31 days'").update();
        choose(clerk(), "DAILY", "de");
        choose(Recipient.person(Office.MUNICIPALITY, "left-long-ago"), "NONE", "de");

        tidying.run();

        assertThat(jdbc.sql("select task_id from notice where state = 'ADDRESSED'")
                        .query(String.class)
                        .list())
                .containsExactly(open.getId());
        assertThat(jdbc.sql("select count(*) from mail").query(Long.class).single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select person_by from mail_choice")
                        .query(String.class)
                        .list())
                .containsExactly(CLERK);
    }

    @Test
    void noticesOfDoneTasksThatWereNeverSentAreDropped() {
        Task open = proposed();
        Task done = proposed();
        office.as(CLERK).completes(numberOf(done), "review-proposal");
        jdbc.sql("update notice set created_at = created_at - interval '8 days'")
                .update();

        tidying.run();

        assertThat(stateOf(open)).isEqualTo("NEW");
        assertThat(stateOf(done)).isEqualTo("OUTDATED");
    }

    private String stateOf(Task task) {
        return jdbc.sql("select state from notice where task_id = :task")
                .param("task", task.getId())
                .query(String.class)
                .single();
    }
}
