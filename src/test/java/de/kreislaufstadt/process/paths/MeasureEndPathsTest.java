package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.measure.EndedRecords;
import de.kreislaufstadt.notification.MailParts;
import de.kreislaufstadt.support.Office;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A measure is cancelled or merged into another one, wherever it stands. */
class MeasureEndPathsTest extends InterruptionPaths {

    @Autowired
    private EndedRecords ended;

    @ParameterizedTest
    @EnumSource
    void aMeasureIsCancelledFromEveryPlace(Place place) {
        String measure = place.reachedBy(this);
        int open = waiting(measure).size();

        JsonNode cancelled = does(measure, "cancel");

        assertThat(state(measure)).isEqualTo("CANCELLED");
        assertThat(office.isRunning(measure)).isFalse();
        assertThat(waiting(measure)).isEmpty();
        assertThat(cancelled.get("tasks")).hasSize(open);
        assertThat(all(measure, "select kind from task_event where measure_id = :measure and kind = 'ENDED'"))
                .hasSize(open);
        assertThat(
                        one(
                                measure,
                                "select reason from measure_state_change where measure_id = :measure and to_state = 'CANCELLED'"))
                .isEqualTo(REASON);
        assertThat(passed(measure)).contains("cancellation-ordered", "measure-cancelled");
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEW", "WORKSHOPS_IN_PARALLEL", "PACKAGES_IN_PARALLEL"})
    void aMeasureGoesOnInAnotherOne(Place place) {
        String measure = place.reachedBy(this);
        String other = approved("KNOWLEDGE");

        does(measure, "merge", "{'reason': 'Dasselbe Ziel.', 'into': '" + other + "'}");

        assertThat(state(measure)).isEqualTo("MERGED");
        assertThat(office.isRunning(measure)).isFalse();
        assertThat(passed(measure)).contains("merging-ordered", "measure-merged");
        assertThat(waiting(other)).containsExactly("define-knowledge-goals@wfm");
        assertThat(page(measure).at("/mergedInto/number").asText()).isEqualTo(other);
        assertThat(page(other).at("/mergedFrom/0/number").asText()).isEqualTo(measure);
        assertThat(page(measure).get("stateReason").asText()).isEqualTo("Dasselbe Ziel.");
    }

    @Test
    void whatRestsCanBeCancelled() {
        String measure = approved("WORKSHOPS");
        does(measure, "pause");

        does(measure, "cancel");

        assertThat(state(measure)).isEqualTo("CANCELLED");
        assertThat(office.isRunning(measure)).isFalse();
    }

    @Test
    void aMeasureOnAnOlderModelEndsWithTheSameRecord() {
        String measure = approved("WORKSHOPS");
        String other = approved("KNOWLEDGE");
        // Older models wait for no such message.
        office.jdbc()
                .sql("delete from camunda.act_ru_event_subscr where event_name_ in ('cancel-measure', 'merge-measure')"
                        + " and proc_inst_id_ in (:instances)")
                .param("instances", List.of(lifecycle(measure), lifecycle(other)))
                .update();

        does(other, "merge", "{'reason': 'Dasselbe Ziel.', 'into': '" + measure + "'}");
        does(measure, "cancel");

        assertThat(state(other)).isEqualTo("MERGED");
        assertThat(state(measure)).isEqualTo("CANCELLED");
        assertThat(office.isRunning(measure)).isFalse();
        assertThat(office.isRunning(other)).isFalse();
        assertThat(all(measure, "select kind from task_event where measure_id = :measure and kind = 'ENDED'"))
                .hasSize(2);
        assertThat(all(measure, "select state from workshop where measure_id = :measure"))
                .containsOnly("CANCELLED");
    }

    @Test
    void invitedGuestsHearThatTheWorkshopIsOffAndTheirDataGetsItsDay() {
        String measure = agreed(data -> {});
        invite(measure, FIRST, SECOND);
        postman.lettersSent();

        does(measure, "cancel");

        assertThat(byRecipient(postman.lettersSent())).containsOnlyKeys(FIRST, SECOND);
        assertThat(all(measure, "select state from workshop where measure_id = :measure"))
                .containsOnly("CANCELLED");
        assertThat(all(
                        measure,
                        "select distinct delete_on from workshop_invitation where workshop_id in"
                                + " (select id from workshop where measure_id = :measure)"))
                .containsExactly(today().plusMonths(3).toString());
    }

    @Test
    void whoHadItsTasksIsToldOnceAndTheArchiveIsOfferedTheRecord() {
        String measure = inPackages();
        postman.sent();

        does(measure, "cancel");

        assertThat(postman.sent().stream()
                        .filter(mail -> MailParts.header(mail, "Subject").equals("Maßnahme beendet: " + measure))
                        .map(MailParts::recipient))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        ended.offer(Office.MUNICIPALITY, today());
        assertThat(ended.waiting(Office.MUNICIPALITY))
                .extracting(EndedRecords.Waiting::number)
                .contains(measure);
    }

    private JsonNode page(String measure) {
        return browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + measure)
                .json();
    }

    private List<String> passed(String measure) {
        return office.jdbc()
                .sql("select a.act_id_ from camunda.act_hi_actinst a"
                        + " join camunda.act_hi_procinst p on p.id_ = a.proc_inst_id_ where p.business_key_ = :measure")
                .param("measure", measure)
                .query(String.class)
                .list();
    }
}
