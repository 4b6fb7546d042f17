package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What becomes of signatures and conditions when their measure is cancelled, merged or rests. */
class InterruptedGatesPathsTest extends InterruptionPaths {

    private static final LocalDate DUE = LocalDate.of(2099, 3, 2);

    @Test
    void nobodySignsForACancelledMeasureAndWhatWasSignedStaysToBeRead() {
        String measure = toBeSigned();
        clerk("awm").completes(measure, "co-sign", current(measure));

        does(measure, "cancel");

        assertThat(waiting(measure)).isEmpty();
        assertThat(openInViews(measure)).isZero();
        JsonNode round = page(measure).at("/coSignatures/0");
        assertThat(round.get("outcome").asText()).isEqualTo("Mit der Maßnahme beendet");
        assertThat(texts(round.get("signatures"), "result")).containsExactly("Mitgezeichnet", "Nicht mehr nötig");
        assertThat(round.get("signatures"))
                .noneMatch(signature -> signature.get("missing").asBoolean());
    }

    @Test
    void nobodyMeetsConditionsOfAMergedMeasureAndThoseOfTheOtherOneStand() {
        String measure = underACondition();
        String other = underACondition();

        assertThat(browser(HEAD)
                        .get("/camunda/api/kreislaufstadt/measures/" + measure + "/steering")
                        .json()
                        .get("conditions"))
                .as("who merges sees what will end")
                .extracting(JsonNode::asText)
                .containsExactly("Nach einem Jahr wird berichtet.");
        JsonNode merged = does(measure, "merge", "{'reason': 'Dasselbe Ziel.', 'into': '" + other + "'}");

        assertThat(merged.get("tasks").toString())
                .as("who merges sees what ends")
                .contains("Auflage erfüllen");
        assertThat(waiting(measure)).isEmpty();
        assertThat(openInViews(measure)).isZero();
        JsonNode condition = page(measure).at("/conditions/0");
        assertThat(condition.get("status").asText()).isEqualTo("LAPSED");
        assertThat(condition.get("statusLabel").asText()).isEqualTo("Hinfällig");
        assertThat(condition.get("reason").asText()).startsWith("Die Maßnahme ist beendet");
        assertThat(condition.get("settledOn").asText()).isEqualTo(today().toString());
        assertThat(waiting(other)).containsExactly("define-knowledge-goals@wfm", "meet-condition@umwelt");
        assertThat(page(other).at("/conditions/0/status").asText()).isEqualTo("OPEN");
        assertThat(all(
                        measure,
                        "select item from audit_entry where measure_id = :measure and kind = 'CONDITION_SETTLED'"))
                .as("the log says so")
                .hasSize(1);
    }

    @Test
    void aConditionRestsWithItsMeasureAndTheDayThatTheBodyHasSetStays() {
        String measure = underACondition();
        Task task = office.open(measure, "meet-condition").get(0);
        does(measure, "pause");

        assertThatThrownBy(() -> clerk("umwelt").completes(task, office.valid("meet-condition")))
                .isInstanceOf(RuntimeException.class);
        assertThat(page(measure).at("/conditions/0/status").asText()).isEqualTo("OPEN");

        laterOn(today().plusDays(30));
        does(measure, "resume");
        assertThat(due(measure, "meet-condition"))
                .as("the task has its time back")
                .isAfter(DUE);
        assertThat(page(measure).at("/conditions/0/due").asText())
                .as("what was decided")
                .isEqualTo(DUE.toString());
        clerk("umwelt").completes(measure, "meet-condition");
        assertThat(page(measure).at("/conditions/0/status").asText()).isEqualTo("MET");
    }

    @Test
    void signaturesWaitWhileTheMeasureRestsAndTheTimeToSignMovesWithThePause() {
        String measure = toBeSigned();
        clerk("awm").completes(measure, "co-sign", current(measure));
        LocalDate over = timer(measure, "signing-over");
        Task missing = office.open(measure, "co-sign").get(0);
        does(measure, "pause");

        assertThatThrownBy(() -> clerk("ratsservice").completes(missing, office.valid("co-sign", current(measure))))
                .isInstanceOf(RuntimeException.class);
        JsonNode round = page(measure).at("/coSignatures/0");
        assertThat(round.get("outcome").asText()).isEqualTo("Läuft");
        assertThat(texts(round.get("signatures"), "result")).containsExactly("Mitgezeichnet", "Fehlt noch");

        laterOn(today().plusDays(30));
        does(measure, "resume");
        assertThat(timer(measure, "signing-over")).isAfter(over.plusDays(20));
        signed(measure);
        assertThat(waiting(measure)).containsExactly("decide-measure@ratsservice");
    }

    @Test
    void whoeverIsGivenTheMeasureBeforeTheDecisionSignsLastAndNotBeside() {
        String measure = toBeSigned();
        clerk("awm").completes(measure, "co-sign", current(measure));
        signed(measure);

        does(measure, "lead", "{'reason': 'Neu verteilt.', 'lead': 'awm'}");

        assertThat(waiting(measure)).containsExactly("co-sign@ratsservice");
        clerk("ratsservice").completes(measure, "co-sign", current(measure));
        assertThat(waiting(measure)).containsExactly("sign-finally@awm-head");
    }

    @Test
    void oneDepartmentOfAParallelStepIsSkippedAndTheOthersGoOn() {
        String measure = withExchange();
        Task skipped = office.tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(measure)
                .taskDefinitionKey("report-activities")
                .taskCandidateGroup("muenster-immobilien")
                .singleResult();

        assertThat(browser(HEAD)
                        .post(
                                "/camunda/api/kreislaufstadt/steering/SKIP/" + skipped.getId(),
                                "{\"reason\": \"Meldet beim nächsten Mal.\"}")
                        .status())
                .isEqualTo(204);

        assertThat(waiting(measure))
                .containsExactly("define-knowledge-goals@wfm", "report-activities@umwelt", "report-activities@wfm");
        clerk("umwelt").completes(measure, "report-activities");
        clerk("wfm").completes(measure, "report-activities");
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm", "document-exchange@wfm");
        assertThat(all(
                        measure,
                        "select origin from step where measure_id = :measure and task_key = 'report-activities'"))
                .containsExactlyInAnyOrder("SKIPPED", "PROCESS", "PROCESS");
    }

    private String underACondition() {
        String measure = reviewed();
        head("wfm")
                .completes(
                        measure,
                        "decide-measure",
                        approval("KNOWLEDGE")
                                .andThen(data -> data.putArray("conditionItems")
                                        .addObject()
                                        .put("text", "Nach einem Jahr wird berichtet.")
                                        .put("department", "umwelt")
                                        .put("due", DUE.toString())));
        return measure;
    }

    /** What managers count as open. */
    private long openInViews(String measure) {
        return Long.parseLong(
                one(measure, "select count(*) from monitored_task where measure_id = :measure and ended_at is null"));
    }

    private JsonNode page(String measure) {
        return browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + measure)
                .json();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asText())
                .toList();
    }
}
