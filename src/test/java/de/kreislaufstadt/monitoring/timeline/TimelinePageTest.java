package de.kreislaufstadt.monitoring.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the Zeitachse gets from the server, for one measure and for all that somebody may read. */
@ApplicationTest
class TimelinePageTest {

    private static final String PAGE = "/camunda/api/kreislaufstadt/timeline";

    @Autowired
    Office office;

    @LocalServerPort
    int port;

    private String number;
    private UUID measure;

    @BeforeEach
    void aMeasureThatWasDecidedAndPausedOnce() {
        number = office.as("wfm-sachbearbeitung").proposes();
        measure = office.jdbc()
                .sql("select id from measure where municipality_id = 'muenster' and number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        List.of("KNOWLEDGE", "PAUSED", "KNOWLEDGE", "STATUS_QUO").forEach(this::moves);
        change(
                "insert into measure_decision (id, municipality_id, measure_id, position, body, decided_on, result, phases,"
                        + " recorded_by) values (gen_random_uuid(), 'muenster', :measure, 1, 'Rat', '2025-03-12', 'APPROVE',"
                        + " array['KNOWLEDGE', 'STATUS_QUO'], 'test')");
        change("insert into workshop (id, municipality_id, measure_id, number, workshop_date, title)"
                + " values (gen_random_uuid(), 'muenster', :measure, 1, '2099-05-06', 'Auftakt')");
    }

    @AfterEach
    void onlyTheProposalStays() {
        change("delete from workshop where measure_id = :measure");
        change("delete from measure_decision where measure_id = :measure");
        change("delete from measure_state_change where measure_id = :measure and changed_by = 'timeline-test'");
    }

    @Test
    void aMeasureHasPlannedAndActualPhasesPausesAndEvents() {
        JsonNode times = browser("wfm-leitung").get(PAGE + "/" + number).json().at("/measures/0");

        assertThat(times.at("/term/from").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        JsonNode knowledge = phase(times, "KNOWLEDGE");
        assertThat(knowledge.get("name").asText()).isEqualTo("Wissensaufbau");
        assertThat(knowledge.at("/planned/from").asText()).isEqualTo("2025-03-12");
        assertThat(knowledge.at("/planned/until").asText())
                .as("40 working days")
                .isEqualTo("2025-05-12");
        assertThat(knowledge.get("actual")).as("before and after the pause").hasSize(2);
        assertThat(phase(times, "STATUS_QUO").at("/actual/0/until").isNull()).isTrue();
        assertThat(times.get("pauses")).hasSize(1);
        assertThat(times.get("events"))
                .extracting(event -> event.get("kind").asText())
                .containsExactly("DECISION", "WORKSHOP");
        assertThat(times.at("/events/0/state").asText()).isEqualTo("genehmigt");
        assertThat(times.at("/events/0/over").asBoolean()).isTrue();
        assertThat(times.at("/events/1/over").asBoolean()).isFalse();
    }

    @Test
    void whatWasDoneBeforeTheMeasureWasTakenOverStandsOnItsDayUnderItsName() {
        change(
                "insert into step (id, municipality_id, measure_id, process_key, task_key, department, completed_at, origin)"
                        + " values (gen_random_uuid(), 'muenster', :measure, 'knowledge-building', 'collect-knowledge', 'wfm',"
                        + " '2023-12-30T23:30:00Z', 'TAKEN_OVER')");

        JsonNode step = browser("wfm-leitung").get(PAGE + "/" + number).json().at("/measures/0/events/0");

        assertThat(step.get("kind").asText()).isEqualTo("STEP");
        assertThat(step.get("day").asText()).isEqualTo("2023-12-31");
        assertThat(step.get("title").asText()).isEqualTo("Wissen erfassen");
        assertThat(step.get("state").asText()).isEqualTo("vor der Übernahme erledigt");
    }

    @Test
    void ofAllMeasuresOnePageIsShownAndWordsNarrowIt() {
        Http manager = browser("wfm-leitung");
        JsonNode page = manager.get(PAGE + "?words=" + number).json();

        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.at("/measures/0/number").asText()).isEqualTo(number);
        assertThat(manager.get(PAGE + "?words=no-such-words").json().get("measures"))
                .isEmpty();
        assertThat(manager.get(PAGE + "?page=-1").status()).isEqualTo(400);
        assertThat(manager.get(PAGE + "?page=viele").status()).isEqualTo(400);
    }

    @Test
    void aStateNarrowsItToTheMeasuresThatAreInIt() {
        JsonNode page = browser("wfm-leitung").get(PAGE + "?state=UNDER_REVIEW").json();

        assertThat(page.get("total").asLong())
                .isEqualTo(office.jdbc()
                        .sql(
                                "select count(*) from measure where municipality_id = 'muenster' and state = 'UNDER_REVIEW'")
                        .query(Long.class)
                        .single());
        assertThat(page.get("measures"))
                .hasSizeLessThanOrEqualTo(TimelineController.SIZE)
                .allSatisfy(row -> assertThat(row.get("state").asText()).isEqualTo("UNDER_REVIEW"));
    }

    @Test
    void whatIsNoStateAndWhatNobodyTypesIsRefusedWithItsField() {
        Http manager = browser("wfm-leitung");

        assertThat(manager.get(PAGE + "?state=x%27%20or%201=1").body()).contains("\"state\"");
        assertThat(manager.get(PAGE + "?state=x%27%20or%201=1").status()).isEqualTo(400);
        assertThat(manager.get(PAGE + "?words=%00").body()).contains("\"words\"");
        assertThat(manager.get(PAGE + "?words=%00").status()).isEqualTo(400);
        assertThat(manager.get(PAGE + "?words=" + "a".repeat(201)).status()).isEqualTo(400);
    }

    @Test
    void aProposalOfOthersIsNoOnesBusiness() {
        Http other = browser("stadtwerke-sachbearbeitung");

        assertThat(other.get(PAGE + "/" + number).status()).isEqualTo(404);
        assertThat(other.get(PAGE).body()).doesNotContain("\"" + number + "\"");
    }

    private static JsonNode phase(JsonNode times, String state) {
        return StreamSupport.stream(times.get("phases").spliterator(), false)
                .filter(phase -> phase.get("state").asText().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private void moves(String state) {
        office.jdbc()
                .sql("insert into measure_state_change (id, municipality_id, measure_id, to_state, changed_by)"
                        + " values (gen_random_uuid(), 'muenster', :measure, :state, 'timeline-test')")
                .param("measure", measure)
                .param("state", state)
                .update();
    }

    private void change(String sql) {
        office.jdbc().sql(sql).param("measure", measure).update();
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, user.endsWith("leitung") ? "cockpit" : "tasklist");
        return http;
    }
}
