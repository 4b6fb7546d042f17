package de.kreislaufstadt.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portfolio shows of a measure follows its record, its state and its tasks. */
@ApplicationTest
class MonitoredMeasureTest {

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MonitoredMeasureTable measures;

    @Test
    void aProposalStandsInThePortfolioWithItsNextStep() {
        String measure = office.as("wfm-sachbearbeitung").proposes();

        assertThat(row(measure))
                .containsEntry("state", "UNDER_REVIEW")
                .containsEntry("phase", "UNDER_REVIEW")
                .containsEntry("next_task", "review-proposal")
                .containsEntry("next_department", "klima")
                .containsEntry("open_tasks", 1)
                .containsEntry("decision_due", false)
                .containsEntry(
                        "title",
                        value("select title from measure_version v join measure m on m.id = v.measure_id", measure));
        assertThat(row(measure).get("next_due")).isNotNull();

        office.as("klima-sachbearbeitung").completes(measure, "review-proposal");

        assertThat(row(measure))
                .containsEntry("next_task", "decide-measure")
                .containsEntry("open_tasks", 1)
                .containsEntry("decision_due", true);
    }

    @Test
    void theStepThatIsDueFirstIsTheNextOne() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(measure, "review-proposal");
        office.as("wfm-leitung").completes(measure, "decide-measure");
        office.as("wfm-sachbearbeitung").completes(measure, "define-knowledge-goals");

        assertThat(row(measure))
                .containsEntry("phase", "KNOWLEDGE")
                .containsEntry("next_task", "collect-knowledge")
                .containsEntry("open_tasks", office.openTasks(measure).size());
        var last = office.open(measure, "collect-knowledge");
        var urgent = last.get(last.size() - 1);
        office.tasks().setDueDate(urgent.getId(), Timestamp.valueOf("2020-01-07 12:00:00"));

        assertThat(row(measure).get("next_due")).isEqualTo(Date.valueOf(LocalDate.of(2020, 1, 7)));
    }

    @Test
    void whatIsMissingOrWrongIsDerivedAnew() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        measures.deriveAll(Office.MUNICIPALITY);
        Map<String, Object> right = row(measure);
        jdbc.sql("update monitored_measure set title = 'x', next_due = null where number = ?")
                .param(measure)
                .update();

        assertThat(measures.deriveAll(Office.MUNICIPALITY)).isOne();
        assertThat(row(measure)).isEqualTo(right);
        assertThat(measures.deriveAll(Office.MUNICIPALITY)).isZero();
    }

    private Map<String, Object> row(String number) {
        return jdbc.sql("select * from monitored_measure where municipality_id = 'muenster' and number = ?")
                .param(number)
                .query()
                .singleRow();
    }

    private Object value(String sql, String number) {
        return jdbc.sql(sql + " where m.municipality_id = 'muenster' and m.number = ?")
                .param(number)
                .query()
                .singleValue();
    }
}
