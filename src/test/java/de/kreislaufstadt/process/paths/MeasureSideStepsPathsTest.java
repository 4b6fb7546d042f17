package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.engine.glance.MeasureDesk;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What runs beside the phases until the measure ends: the exchange in the city group and changes of the details. */
class MeasureSideStepsPathsTest extends MeasurePaths {

    @Autowired
    private MeasureDesk desk;

    @Autowired
    private Accounts accounts;

    @Test
    void beforeTheDecisionThereIsNoExchange() {
        String measure = proposed();
        assertFallsOn(today().plusMonths(3), timer(measure, "exchange-due"));
        office.fire(measure, "exchange-due");
        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
        assertThat(rows(measure, "exchange")).isZero();
        assertThat(timer(measure, "exchange-due")).as("it asks again").isNotNull();
    }

    @Test
    void afterTheDecisionAllInvolvedDepartmentsReportAndTheLeadDocuments() {
        String measure = approved("KNOWLEDGE");
        office.fire(measure, "exchange-due");
        assertThat(waiting(measure))
                .as("beside the phase")
                .containsExactly(
                        "define-knowledge-goals@wfm",
                        "report-activities@immobilien",
                        "report-activities@umwelt",
                        "report-activities@wfm");
        clerk("umwelt").completes(measure, "report-activities", news(measure));
        clerk("immobilien").completes(measure, "report-activities");
        clerk("wfm").completes(measure, "report-activities");
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm", "document-exchange@wfm");
        clerk("wfm").completes(measure, "document-exchange");
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm");
        assertThat(all(measure, "select state from exchange_department where measure_id = :measure"))
                .containsExactlyInAnyOrder("NEWS", "NO_NEWS", "NO_NEWS");
        assertThat(rows(measure, "circular_activity")).isEqualTo(1);
    }

    @Test
    void twoExchangesThatOverlapKeepTheirReportsApart() {
        String measure = approved("KNOWLEDGE");
        office.fire(measure, "exchange-due");
        office.fire(measure, "exchange-due");
        List<Task> reports = office.open(measure, "report-activities");
        assertThat(reports).hasSize(6);
        for (Task report : reports) {
            String department =
                    office.tasks().getVariable(report.getId(), "department").toString();
            clerk(department).completes(report, office.valid("report-activities"));
        }
        assertThat(office.open(measure, "document-exchange")).hasSize(2);
        clerk("wfm").completes(measure, "document-exchange");
        clerk("wfm").completes(measure, "document-exchange");
        assertThat(all(
                        measure,
                        "select count(*) from exchange_department where measure_id = :measure"
                                + " and state = 'NO_NEWS' group by exchange_id"))
                .containsExactly("3", "3");
    }

    @Test
    void theExchangeEndsWithTheMeasure() {
        String measure = approved("STARTER_PROJECTS");
        office.fire(measure, "exchange-due");
        clerk("wfm").completes(measure, "bundle-ideas", only("bundleResult", "NONE", "reason", "Kein Träger."));
        clerk("wfm").completes(measure, "propose-selection", only("proposal", "CLOSE", "reason", "Kein Träger."));
        assertThat(waiting(measure)).isEmpty();
        assertThat(office.isRunning(measure)).isFalse();
    }

    @Test
    void theLeadChangesTheDetailsAtAnyTime() {
        String measure = approved("KNOWLEDGE");
        String task = changeDetails(measure, "wfm-sachbearbeitung");
        assertThat(waiting(measure)).containsExactly("change-details@wfm", "define-knowledge-goals@wfm");
        assertThat(office.open(measure, "change-details"))
                .extracting(Task::getId)
                .containsExactly(task);
        assertThat(due(measure, "change-details"))
                .as("who asks for it sets the pace")
                .isNull();

        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("wfm")
                        .completes(
                                measure,
                                "change-details",
                                data -> ((ObjectNode) data.at("/outline")).put("title", ""))))
                .containsExactly("outline.title form.required");
        assertThat(everything(measure)).isEqualTo(before);

        clerk("wfm").completes(measure, "change-details");
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm");
        assertThat(rows(measure, "measure_version")).isEqualTo(2);
    }

    @Test
    void onlyTheLeadChangesTheDetailsAndOneChangeAtATime() {
        String measure = approved("KNOWLEDGE");
        assertThatThrownBy(() -> changeDetails(measure, "umwelt-sachbearbeitung"))
                .hasMessage("process.notLead");
        assertThatThrownBy(() -> changeDetails("NO-99", "wfm-sachbearbeitung")).hasMessage("process.noMeasure");
        changeDetails(measure, "wfm-sachbearbeitung");
        assertThatThrownBy(() -> changeDetails(measure, "wfm-sachbearbeitung")).hasMessage("process.changeRunning");
        assertThat(waiting(measure)).containsExactly("change-details@wfm", "define-knowledge-goals@wfm");
    }

    @Test
    void aMeasureThatHasEndedIsNotChanged() {
        String measure = reviewed();
        head("wfm").completes(measure, "decide-measure", data -> {
            data.remove("phases");
            data.put("result", "REJECT").put("reason", "Die Mittel fehlen.");
        });
        assertThatThrownBy(() -> changeDetails(measure, "wfm-sachbearbeitung")).hasMessage("process.noProcess");
    }

    private String changeDetails(String measure, String user) {
        Accounts.Login login = accounts.loginOf(user).orElseThrow();
        return office.as(user).signedIn(() -> desk.changeDetails(measure, login));
    }

    private Consumer<ObjectNode> news(String measure) {
        ObjectNode news = office.valid("report-activities-news");
        ((ObjectNode) news.at("/activities/0")).put("name", "Mehrweg für " + measure);
        return data -> data.removeAll().setAll(news);
    }
}
