package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The gate at the beginning of every measure: propose, review, decide. */
class MeasureDecisionPathsTest extends MeasurePaths {

    @Autowired
    private MeasureDirectory measures;

    @Test
    void aProposalGetsANumberAndGoesToTheClimateUnit() {
        String measure = proposed();
        assertThat(measure).matches("[A-Z]{2}-\\d{2,}");
        assertThat(state(measure)).isEqualTo("UNDER_REVIEW");
        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
        assertThat(clerk("klima").sees(measure)).containsExactly("review-proposal");
        assertThat(clerk("wfm").sees(measure)).isEmpty();
        assertThat(due(measure, "review-proposal"))
                .as("ten working days")
                .isBetween(today().plusDays(12), today().plusDays(21));
        assertThat(one(measure, "select task_key || ' ' || completed_by from step where measure_id = :measure"))
                .isEqualTo("propose-measure wfm-sachbearbeitung");
    }

    @Test
    void aRefusedProposalLeavesNothingBehind() {
        long measures = count("measure");
        long instances = office.runtime().createProcessInstanceQuery().count();
        assertThat(refusal(() -> clerk("umwelt").proposes()))
                .as("nobody proposes for another department")
                .containsExactly("lead form.choice");
        assertThat(count("measure")).isEqualTo(measures);
        assertThat(office.runtime().createProcessInstanceQuery().count()).isEqualTo(instances);
    }

    @Test
    void theClimateUnitReturnsAProposalUntilItIsReady() {
        String measure = proposed();
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("klima").completes(measure, "review-proposal", only("result", "REWORK"))))
                .containsExactly("note measure.review.noteMissing");
        assertThat(everything(measure)).isEqualTo(before);

        clerk("klima").completes(measure, "review-proposal", only("result", "REWORK", "note", "Die Quelle fehlt."));
        assertThat(waiting(measure)).containsExactly("rework-proposal@wfm");
        assertThat(state(measure)).isEqualTo("PROPOSED");
        clerk("wfm").completes(measure, "rework-proposal");
        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
        assertThat(rows(measure, "measure_version"))
                .as("the first version stays")
                .isEqualTo(2);
    }

    @Test
    void councilPapersAreEnteredByTheCouncilServiceWithTheirNumber() {
        String measure = proposed();
        clerk("klima").completes(measure, "review-proposal", only("result", "FORWARD", "body", "COUNCIL"));
        signed(measure);
        assertThat(waiting(measure)).containsExactly("decide-measure@ratsservice");
        assertThat(refusal(() -> clerk("ratsservice")
                        .completes(measure, "decide-measure", data -> data.put("paperNumber", "0573-2024"))))
                .containsExactly("paperNumber measure.decision.paperPattern");
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("ratsservice").completes(measure, "decide-measure")))
                .containsExactly("paperNumber measure.decision.paperMissing");
        assertThat(everything(measure)).as("nothing was decided").isEqualTo(before);
        clerk("ratsservice")
                .completes(
                        measure,
                        "decide-measure",
                        data -> data.put("body", "Rat der Stadt Münster").put("paperNumber", "V/0573/2024"));
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm");
        assertThat(one(measure, "select paper_number from measure_decision where measure_id = :measure"))
                .isEqualTo("V/0573/2024");
    }

    @Test
    void bodiesConsultInTheirOrderBeforeTheCouncilDecides() {
        String measure = proposed();
        clerk("klima").completes(measure, "review-proposal", data -> {
            data.put("body", "COUNCIL");
            data.putArray("consultations").addObject().put("body", "Umweltausschuss");
            data.withArray("consultations").addObject().put("body", "Hauptausschuss");
        });
        signed(measure);
        assertThat(refusal(() -> clerk("ratsservice").completes(measure, "decide-measure", by("Hauptausschuss"))))
                .containsExactly("body measure.decision.otherBody");
        clerk("ratsservice")
                .completes(
                        measure,
                        "decide-measure",
                        by("Umweltausschuss").andThen(data -> data.put("decidedOn", "2025-01-21")));
        assertThat(waiting(measure)).containsExactly("decide-measure@ratsservice");
        assertThat(state(measure)).isEqualTo("UNDER_REVIEW");
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("ratsservice").completes(measure, "decide-measure", by("Hauptausschuss"))))
                .as("a day before the earlier body's")
                .containsExactly("decidedOn measure.decision.beforeEarlierBody");
        assertThat(everything(measure)).isEqualTo(before);
        clerk("ratsservice")
                .completes(
                        measure,
                        "decide-measure",
                        by("Hauptausschuss").andThen(data -> data.put("decidedOn", "2025-01-22")));
        clerk("ratsservice")
                .completes(
                        measure,
                        "decide-measure",
                        by("Rat der Stadt").andThen(data -> data.put("decidedOn", "2025-02-05")));
        assertThat(state(measure)).isEqualTo("KNOWLEDGE");
        assertThat(all(
                        measure,
                        "select body || ' ' || preliminary from measure_decision where measure_id = :measure"
                                + " order by position"))
                .containsExactly("Umweltausschuss true", "Hauptausschuss true", "Rat der Stadt false");
    }

    @Test
    void conditionsOfAnApprovalAreTasksOfTheirDepartmentsUntilTheirDay() {
        String measure = reviewed();
        LocalDate day = LocalDate.of(2099, 3, 2);
        assertThat(refusal(() -> head("wfm").completes(measure, "decide-measure", condition("umwelt", "2025-01-19"))))
                .containsExactly("conditionItems[0].due measure.condition.beforeDecision");
        assertThat(refusal(() -> head("wfm").completes(measure, "decide-measure", condition("umwelt", "2025-01-21"))))
                .containsExactly("conditionItems[0].due measure.condition.inPast");
        head("wfm").completes(measure, "decide-measure", condition("umwelt", day.toString()));
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm", "meet-condition@umwelt");
        assertThat(due(measure, "meet-condition")).isEqualTo(day);
        assertThat(refusal(() -> clerk("umwelt").completes(measure, "meet-condition", only("result", "MET"))))
                .containsExactly("proof form.required");
        clerk("umwelt").completes(measure, "meet-condition");
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm");
        assertThat(one(
                        measure,
                        "select status || ' ' || settled_by from decision_condition where measure_id = :measure"))
                .isEqualTo("MET umwelt-sachbearbeitung");
    }

    @Test
    void aDecisionIsNotFromBeforeTheMeasureBeganUnlessItWasProposedBefore() {
        String measure = reviewed();
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() ->
                        head("wfm").completes(measure, "decide-measure", data -> data.put("decidedOn", "2024-12-31"))))
                .containsExactly("decidedOn measure.decision.beforeBegin");
        assertThat(everything(measure)).isEqualTo(before);

        String later = clerk("wfm")
                .proposes(office.valid(
                        "propose-measure", data -> data.withObject("/schedule").put("begin", "2099-01-01")));
        clerk("klima").completes(later, "review-proposal");
        head("wfm").completes(later, "decide-measure", approval("KNOWLEDGE"));
        assertThat(state(later)).as("decided first, begun then").isEqualTo("KNOWLEDGE");
    }

    @Test
    void whatACommitteeHasAskedForEndsWithTheSequenceThatTheCouncilBreaksOff() {
        String measure = proposed();
        Consumer<ObjectNode> afterTheCommittee = data -> {
            data.put("body", "COUNCIL");
            data.putArray("consultations").addObject().put("body", "Umweltausschuss");
        };
        clerk("klima").completes(measure, "review-proposal", afterTheCommittee);
        signed(measure);
        clerk("ratsservice")
                .completes(measure, "decide-measure", by("Umweltausschuss").andThen(condition("umwelt", "2099-03-02")));
        clerk("ratsservice").completes(measure, "decide-measure", withPaper(decision("REWORK")));
        assertThat(all(measure, "select status from decision_condition where measure_id = :measure"))
                .containsExactly("LAPSED");

        clerk("wfm").completes(measure, "rework-proposal");
        clerk("klima").completes(measure, "review-proposal", firstChangeDone());
        head("wfm").completes(measure, "decide-measure", condition("planung", "2099-03-03"));
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm", "meet-condition@planung");
    }

    @Test
    void theHeadOfTheLeadDecidesAndNoOtherHead() {
        String measure = reviewed();
        assertThat(waiting(measure)).containsExactly("decide-measure@wfm-head");
        assertThat(clerk("wfm").sees(measure)).isEmpty();
        Map<String, Object> before = everything(measure);
        assertThat(head("klima").sees(measure))
                .as("managers see where every measure stands")
                .isNotEmpty();
        assertThatThrownBy(() -> head("klima").completes(measure, "decide-measure"))
                .isInstanceOf(AuthorizationException.class);
        assertThat(everything(measure)).isEqualTo(before);
        head("wfm").completes(measure, "decide-measure");
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm");
    }

    @Test
    void aDecisionMayAskForRework() {
        String measure = reviewed();
        head("wfm").completes(measure, "decide-measure", decision("REWORK"));
        assertThat(waiting(measure)).containsExactly("rework-proposal@wfm");
        assertThat(state(measure)).isEqualTo("PROPOSED");
        clerk("wfm").completes(measure, "rework-proposal");
        assertThat(refusal(() -> clerk("klima").completes(measure, "review-proposal")))
                .as("what had to be changed is checked off")
                .containsExactly("changes measure.rework.notChecked");
        clerk("klima").completes(measure, "review-proposal", firstChangeDone());
        head("wfm").completes(measure, "decide-measure");
        assertThat(rows(measure, "measure_decision"))
                .as("decisions are a sequence")
                .isEqualTo(2);
    }

    @Test
    void aRejectedMeasureEndsWithItsPublishedReason() {
        String measure = reviewed();
        head("wfm").completes(measure, "decide-measure", decision("REJECT"));
        assertThat(office.isRunning(measure)).isFalse();
        assertThat(state(measure)).isEqualTo("REJECTED");
        assertThat(one(measure, "select state_reason from measure where id = :measure"))
                .isEqualTo("Die Mittel fehlen.");
        assertThat(one(
                        measure,
                        "select to_state || ' ' || reason from measure_state_change"
                                + " where measure_id = :measure order by position desc limit 1"))
                .isEqualTo("REJECTED Die Mittel fehlen.");
        assertThat(one(
                        measure,
                        "select body || ' ' || decided_on || ' ' || result || ' ' || reason from measure_decision"
                                + " where measure_id = :measure"))
                .isEqualTo("Leitung der Wirtschaftsförderung 2025-01-20 REJECT Die Mittel fehlen.");
        assertThat(measures.visibleTo(Office.MUNICIPALITY, List.of("marketing"), false))
                .as("also for those who had nothing to do with it")
                .extracting(MeasureDirectory.Row::number, MeasureDirectory.Row::state)
                .contains(tuple(measure, "REJECTED"));
        assertThat(measures.details(Office.MUNICIPALITY, measure).orElseThrow())
                .containsEntry("stateLabel", "Abgelehnt")
                .containsEntry("stateReason", "Die Mittel fehlen.")
                .containsEntry("stateSince", today().toString());
    }

    @Test
    void aDeferredMeasureComesBackOnItsDay() {
        String measure = reviewed();
        assertThat(refusal(() -> head("wfm")
                        .completes(
                                measure,
                                "decide-measure",
                                decision("DEFER").andThen(data -> data.put("deferredUntil", "2020-01-31")))))
                .containsExactly("deferredUntil measure.decision.deferredIntoPast");
        head("wfm")
                .completes(
                        measure,
                        "decide-measure",
                        decision("DEFER").andThen(data -> data.put("deferredUntil", "2099-02-02")));
        assertThat(state(measure)).isEqualTo("DEFERRED");
        assertThat(waiting(measure)).isEmpty();
        assertThat(timer(measure, "resubmission-date")).isEqualTo(LocalDate.of(2099, 2, 2));

        office.fire(measure, "resubmission-date");
        assertThat(waiting(measure)).containsExactly("review-proposal@klima");
        assertThat(state(measure)).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void anApprovalNeedsAPhaseAndSkipsAllItDoesNotName() {
        String measure = reviewed();
        assertThat(refusal(() -> head("wfm").completes(measure, "decide-measure", approval())))
                .containsExactly("phases form.required");
        head("wfm").completes(measure, "decide-measure", approval("STATUS_QUO", "IMPLEMENTATION"));
        assertThat(waiting(measure)).containsExactly("prepare-survey@wfm");
        assertThat(state(measure)).isEqualTo("STATUS_QUO");
    }

    private static Consumer<ObjectNode> by(String body) {
        return withPaper(data -> data.put("body", body));
    }

    private static Consumer<ObjectNode> condition(String department, String due) {
        return data -> data.putArray("conditionItems")
                .addObject()
                .put("text", "Nach einem Jahr wird berichtet.")
                .put("department", department)
                .put("due", due);
    }

    private long count(String table) {
        return office.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static Consumer<ObjectNode> decision(String result) {
        return data -> {
            data.remove("phases");
            data.put("result", result).put("reason", "Die Mittel fehlen.");
        };
    }
}
