package de.kreislaufstadt.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The projection of tasks follows every way in which a task can move, and finds back to the engine where something was missed. */
@ApplicationTest
class MonitoredTaskTest {

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskComparison comparison;

    @Test
    void aTaskIsThereFromItsFirstMomentToItsLast() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        Task review = office.open(measure, "review-proposal").get(0);

        assertThat(row(review))
                .containsEntry("department", "klima")
                .containsEntry("task_group", "muenster-klima")
                .containsEntry("process_key", "measure-lifecycle")
                .containsEntry("held", false)
                .containsEntry("ended_at", null);
        assertThat(row(review).get("measure_id"))
                .isEqualTo(jdbc.sql("select id from measure where number = ?")
                        .param(measure)
                        .query()
                        .singleValue());
        assertThat(row(review).get("due")).isNotNull();

        office.tasks().claim(review.getId(), "klima-sachbearbeitung");
        assertThat(row(review)).containsEntry("held", true).doesNotContainEntry("first_taken_at", null);
        office.tasks().setAssignee(review.getId(), null);
        assertThat(row(review)).containsEntry("held", false).doesNotContainEntry("first_taken_at", null);

        office.as("klima-sachbearbeitung").completes(measure, "review-proposal");
        assertThat(row(review)).containsEntry("ended_how", "COMPLETED").doesNotContainEntry("ended_at", null);
        assertThat(row(office.open(measure, "decide-measure").get(0))).containsEntry("ended_at", null);
    }

    @Test
    void aTaskThatGoesWithItsProcessIsCancelled() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        Task review = office.open(measure, "review-proposal").get(0);

        office.runtime().deleteProcessInstance(review.getProcessInstanceId(), "test");

        assertThat(row(review)).containsEntry("ended_how", "CANCELLED");
    }

    @Test
    void nothingIsWrittenForWhatIsRolledBack() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        Task review = office.open(measure, "review-proposal").get(0);
        long before = rows();

        assertThat(catchThrowable(() -> office.as("klima-sachbearbeitung")
                        .completes(measure, "review-proposal", data -> data.put("result", "OTHER"))))
                .isNotNull();

        assertThat(rows()).isEqualTo(before);
        assertThat(row(review)).containsEntry("ended_at", null);
    }

    @Test
    void whatRanBeforeOrWentPastTheListenersIsFoundByComparing() {
        String first = office.as("wfm-sachbearbeitung").proposes();
        String second = office.as("wfm-sachbearbeitung").proposes();
        String third = office.as("wfm-sachbearbeitung").proposes();
        Task missing = office.open(first, "review-proposal").get(0);
        Task gone = office.open(second, "review-proposal").get(0);
        Task moved = office.open(third, "review-proposal").get(0);
        comparison.compare(Office.MUNICIPALITY);
        Map<String, Object> before = row(missing);
        jdbc.sql("delete from monitored_task where task_id = ?")
                .param(missing.getId())
                .update();
        office.runtime().deleteProcessInstance(gone.getProcessInstanceId(), "test", true);
        jdbc.sql("update monitored_task set due = null, department = 'wfm' where task_id = ?")
                .param(moved.getId())
                .update();

        assertThat(comparison.compare(Office.MUNICIPALITY)).isEqualTo(3);

        assertThat(row(missing))
                .containsAllEntriesOf(Map.of("department", "klima", "due", before.get("due")))
                .containsEntry("measure_id", before.get("measure_id"))
                .containsEntry("opened_at", before.get("opened_at"));
        assertThat(row(gone)).containsEntry("ended_how", "CANCELLED");
        assertThat(row(moved)).containsEntry("department", "klima").doesNotContainEntry("due", null);
        assertThat(comparison.compare(Office.MUNICIPALITY)).isZero();
    }

    private Map<String, Object> row(Task task) {
        return jdbc.sql("select * from monitored_task where task_id = ?")
                .param(task.getId())
                .query()
                .singleRow();
    }

    private long rows() {
        return jdbc.sql("select count(*) from monitored_task").query(Long.class).single();
    }
}
