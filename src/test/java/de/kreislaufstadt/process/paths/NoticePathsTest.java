package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.form.FormRefused;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Every task that opens is told of, with the group whose task it is: also several at once, and none that was not opened. */
class NoticePathsTest extends MeasurePaths {

    private static final String TOLD = "select task_key || '@' || group_id from notice where kind = 'OPENED'"
            + " and measure_id = :measure order by created_at, 1";

    @Test
    void everyDepartmentThatIsAskedIsToldOfItsOwnTask() {
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");

        assertThat(all(measure, TOLD))
                .containsExactly(
                        "review-proposal@muenster-klima",
                        "decide-measure@muenster-wfm-head",
                        "prepare-survey@muenster-wfm",
                        "answer-survey@muenster-immobilien",
                        "answer-survey@muenster-umwelt",
                        "answer-survey@muenster-wfm");
        List<String> tasks =
                all(measure, "select task_id from notice where task_key = 'answer-survey' and measure_id = :measure");
        assertThat(office.open(measure, "answer-survey"))
                .extracting(Task::getId)
                .containsExactlyInAnyOrderElementsOf(tasks);
    }

    @Test
    void aRefusedStepTellsNobody() {
        String measure = proposed();
        List<String> before = all(measure, TOLD);

        Assertions.assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> clerk("klima").completes(measure, "review-proposal", only("result", "NONSENSE")));

        assertThat(all(measure, TOLD)).isEqualTo(before).containsExactly("review-proposal@muenster-klima");
    }
}
