package de.kreislaufstadt.process.engine.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts do not stay for ever. */
@ApplicationTest
class DraftCleanUpTest {

    @Autowired
    Office office;

    @Autowired
    Clock clock;

    @Autowired
    DraftTable drafts;

    @Autowired
    DraftCleanUp cleanUp;

    @Test
    void aDraftThatNobodyHasChangedForNinetyDaysIsDeleted() {
        keep("forgotten");
        keep("fresh");
        shift("forgotten", 90);
        shift("fresh", 89);

        cleanUp.forget(Office.MUNICIPALITY, LocalDate.now(clock));

        assertThat(kept()).containsExactly("fresh");
        drafts.submitted(Office.MUNICIPALITY, "fresh", "clean-up-probe");
    }

    @Test
    void everyChangeBeginsTheNinetyDaysAnew() {
        keep("changed");
        shift("changed", 80);
        keep("changed");

        LocalDate deleteOn = drafts.find(Office.MUNICIPALITY, "changed", "clean-up-probe")
                .orElseThrow()
                .deleteOn();
        drafts.submitted(Office.MUNICIPALITY, "changed", "clean-up-probe");

        assertThat(deleteOn).isAfter(LocalDate.now(clock).plusDays(88));
    }

    private void keep(String task) {
        drafts.put(
                Office.MUNICIPALITY,
                task,
                "review-proposal",
                "clean-up-probe",
                JsonNodeFactory.instance.objectNode(),
                DraftTable.Origin.OWN);
    }

    private void shift(String task, int days) {
        office.jdbc()
                .sql(
                        "update task_draft set saved_at = saved_at - make_interval(days => :days), delete_on = delete_on - :days"
                                + " where task_id = :task")
                .param("days", days)
                .param("task", task)
                .update();
    }

    private List<String> kept() {
        return drafts.of(Office.MUNICIPALITY, "clean-up-probe").stream()
                .map(DraftTable.Draft::taskId)
                .toList();
    }
}
