package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.HeardNotices;
import de.kreislaufstadt.support.TaskPage;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another department leads from now on: the tasks of the lead go there, and what comes up later, too. */
class ChangeOfLeadPathsTest extends InterruptionPaths {

    private static final String TO_PLANUNG = "{'reason': 'Neu verteilt.', 'lead': 'planung'}";

    @Autowired
    private HeardNotices notices;

    @Test
    void theTasksOfTheLeadMoveAndThoseThatAreADepartmentsOwnStay() {
        String measure = silent();
        assertThat(waiting(measure))
                .containsExactly(
                        "answer-survey@immobilien",
                        "answer-survey@umwelt",
                        "answer-survey@wfm",
                        "clarify-missing-answers@wfm");

        JsonNode done = does(measure, "lead", TO_PLANUNG);

        assertThat(waiting(measure))
                .containsExactly(
                        "answer-survey@immobilien",
                        "answer-survey@umwelt",
                        "answer-survey@wfm",
                        "clarify-missing-answers@planung");
        assertThat(done.get("tasks")).hasSize(1);
        assertThat(done.at("/done/leadAfter").asText()).isEqualTo("Stadtplanungsamt");
        assertThat(clerk("planung").sees(measure)).containsExactly("clarify-missing-answers");
        assertThat(clerk("wfm").sees(measure)).containsExactly("answer-survey");
        clerk("planung").completes(measure, "clarify-missing-answers");
        assertThat(waiting(measure)).as("what comes up later").containsExactly("analyse-stakeholders@planung");
    }

    @Test
    void theRecordGetsAVersionThatSaysWhoLeads() {
        String measure = approved("KNOWLEDGE");
        does(measure, "lead", TO_PLANUNG);

        assertThat(one(measure, "select lead from measure where id = :measure")).isEqualTo("planung");
        assertThat(all(
                        measure,
                        "select lead || ' ' || source_document from measure_version where measure_id = :measure"
                                + " order by version"))
                .hasSize(2)
                .last()
                .isEqualTo("planung Wechsel der Federführung");
        assertThat(one(
                        measure,
                        "select from_group || ' ' || to_group from task_event where measure_id = :measure"
                                + " and kind = 'LEAD_CHANGED'"))
                .isEqualTo("muenster-wfm muenster-planung");
        assertThat(wants("planung-leitung", measure, "pause", "{'reason': 'Jetzt unsere.'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHeldATaskHoldsItNoLongerAndHearsOfIt() {
        String measure = approved("KNOWLEDGE");
        Task task = office.open(measure, "define-knowledge-goals").get(0);
        office.as("wfm-sachbearbeitung").signedIn(() -> {
            office.tasks().claim(task.getId(), "wfm-sachbearbeitung");
            return null;
        });

        JsonNode done = does(measure, "lead", TO_PLANUNG);

        assertThat(office.open(measure, "define-knowledge-goals").get(0).getAssignee())
                .isNull();
        assertThat(new TaskPage(port, task.getId()).isSeenBy("wfm-sachbearbeitung"))
                .isFalse();
        assertThat(notices.about(done.at("/done/id").asText()))
                .contains(
                        "LEAD_TAKEN null wfm-sachbearbeitung",
                        "LEAD_GIVEN muenster-planung-head null",
                        "LEAD_GIVEN muenster-planung null");
    }

    @Test
    void aTaskThatWasHandedOverStaysWhereItIs() {
        String measure = approved("KNOWLEDGE");
        Task task = office.open(measure, "define-knowledge-goals").get(0);
        new TaskPage(port, task.getId())
                .succeeds("wfm-sachbearbeitung", "hand-over", "{'department': 'umwelt', 'reason': 'Gewässer'}");

        JsonNode done = does(measure, "lead", TO_PLANUNG);

        assertThat(done.get("tasks")).isEmpty();
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@umwelt");
    }

    @Test
    void whatRestsGoesOnRestingUnderAnotherLead() {
        String measure = approved("WORKSHOPS");
        does(measure, "pause");

        does(measure, "lead", TO_PLANUNG);

        assertThat(state(measure)).isEqualTo("PAUSED");
        assertThat(waiting(measure)).containsExactly("prepare-workshop@planung", "prepare-workshop@planung");
        assertThat(office.tasks()
                        .createTaskQuery()
                        .processInstanceBusinessKey(measure)
                        .active()
                        .count())
                .isZero();
    }

    @Test
    void theDialogSaysBeforeWhatWillHappenToWhat() {
        String measure = silent();

        JsonNode page = browser(HEAD)
                .get("/camunda/api/kreislaufstadt/measures/" + measure + "/steering")
                .json();

        assertThat(page.get("may"))
                .extracting(JsonNode::asText)
                .containsExactly("PAUSE", "CHANGE_LEAD", "MERGE", "CANCEL");
        assertThat(page.get("tasks")).hasSize(4);
        assertThat(page.get("tasks"))
                .filteredOn(task -> task.get("ofLead").asBoolean())
                .extracting(task -> task.get("name").asText())
                .containsExactly("Fehlende Rückmeldungen klären");
        assertThat(page.get("leads").toString()).contains("Stadtplanungsamt").doesNotContain("\"wfm\"");
    }
}
