package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.engine.glance.MeasureDesk;
import de.kreislaufstadt.support.HeardNotices;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Departments sign a proposal before anybody decides: all at once, the lead last, and anew whenever it changes. */
class CoSignaturePathsTest extends MeasurePaths {

    private static final String SIGNATURES = """
            select s.department || ' ' || coalesce(s.result, '-') from co_signature s
            join co_signature_round r on r.id = s.round_id
            where r.measure_id = :measure and s.department is not null
              and r.number = (select max(number) from co_signature_round where measure_id = :measure)
            order by s.department
            """;

    @Autowired
    private HeardNotices notices;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MeasureDesk desk;

    @Test
    void aProposalThatTouchesNobodyElseGoesStraightToWhoDecides() {
        String measure = reviewed();

        assertThat(waiting(measure)).containsExactly("decide-measure@wfm-head");
        assertThat(rows(measure, "co_signature_round")).isZero();
    }

    @Test
    void whatTheRecordSaysDecidesWhoIsAskedAndWhoDecidesReadsWhichRolesNobodyHas() {
        String measure = clerk("wfm").proposes(office.valid("propose-measure", data -> {
            data.withObject("/outline")
                    .putArray("circularFields")
                    .add("BUILDING")
                    .add("FOOD");
            data.withObject("/finance").put("budgetRelation", "CITY_OPERATING");
        }));
        clerk("klima").completes(measure, "review-proposal");

        assertThat(waiting(measure))
                .containsExactly(
                        "co-sign@finanzen",
                        "co-sign@gesundheit",
                        "co-sign@immobilien",
                        "co-sign@planung",
                        "co-sign@umwelt");
        assertThat(all(
                        measure,
                        "select array_to_string(s.roles, ',') from co_signature s join co_signature_round r on r.id = s.round_id"
                                + " where r.measure_id = :measure and s.result = 'NOBODY'"))
                .containsExactly("CANTEENS");
    }

    @Test
    void departmentsSignTheSameVersionAndTheLeadSignsLast() {
        String measure = toBeSigned();
        assertThat(waiting(measure)).containsExactly("co-sign@awm", "co-sign@ratsservice");
        assertThat(clerk("umwelt").sees(measure)).isEmpty();

        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        assertThat(waiting(measure)).containsExactly("co-sign@awm");
        clerk("awm").completes(task(measure, "awm"), signature(measure, "SIGNED"));
        assertThat(waiting(measure)).containsExactly("sign-finally@wfm-head");
        head("wfm").completes(measure, "sign-finally", current(measure));

        assertThat(waiting(measure)).containsExactly("decide-measure@ratsservice");
        clerk("ratsservice").completes(measure, "decide-measure", withPaper(approval("KNOWLEDGE")));
        assertThat(state(measure)).isEqualTo("KNOWLEDGE");
    }

    @Test
    void anotherVersionThanTheFixedOneIsNotSignedAndNobodySignsTwice() {
        String measure = toBeSigned();
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("awm")
                        .completes(task(measure, "awm"), office.valid("co-sign", data -> data.put("round", 7)))))
                .containsExactly("round gate.sign.outdated");
        assertThat(refusal(() -> clerk("awm")
                        .completes(
                                task(measure, "awm"),
                                office.valid(
                                        "co-sign", current(measure).andThen(data -> data.put("result", "REFUSED"))))))
                .containsExactly("remark form.required");
        assertThat(everything(measure)).isEqualTo(before);

        Task once = task(measure, "awm");
        clerk("awm").completes(once, signature(measure, "SIGNED"));
        assertThatThrownBy(() -> clerk("awm").completes(once, signature(measure, "SIGNED")))
                .as("the place is taken")
                .isInstanceOf(RuntimeException.class);
        assertThat(all(measure, SIGNATURES)).containsExactly("awm SIGNED", "ratsservice -");
        office.jdbc()
                .sql("update co_signature set signed_by = 'ratsservice-sachbearbeitung' where department = 'awm'"
                        + " and round_id in (select r.id from co_signature_round r join measure m on m.id = r.measure_id"
                        + " where m.number = :number)")
                .param("number", measure)
                .update();
        assertThat(refusal(() ->
                        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"))))
                .as("one person for two departments")
                .containsExactly("result gate.sign.twice");
    }

    @Test
    void aSignatureWithAChangeResetsAllOthersWhoHearOfItAndSignAnew() {
        String measure = toBeSigned();
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        String signed = hash(measure);

        clerk("awm")
                .completes(
                        task(measure, "awm"),
                        office.valid(
                                "co-sign",
                                current(measure)
                                        .andThen(data -> data.put("result", "SIGNED_WITH_CHANGE")
                                                .put("remark", "Die Daten erscheinen jährlich."))));

        assertThat(hash(measure)).isNotEqualTo(signed);
        assertThat(waiting(measure)).as("who changed it has signed it").containsExactly("co-sign@ratsservice");
        assertThat(all(measure, SIGNATURES)).containsExactly("awm SIGNED", "ratsservice -");
        assertThat(notices.about(task(measure, "ratsservice").getId()))
                .contains("INFORMED muenster-ratsservice ratsservice-sachbearbeitung");
        assertThat(refusal(() -> clerk("ratsservice")
                        .completes(
                                task(measure, "ratsservice"), office.valid("co-sign", data -> data.put("round", 1)))))
                .as("the earlier version")
                .containsExactly("round gate.sign.outdated");
        signed(measure);
        assertThat(waiting(measure)).containsExactly("decide-measure@ratsservice");
        assertThat(all(measure, "select outcome from co_signature_round where measure_id = :measure order by number"))
                .containsExactly("RESET", "FORWARD");
    }

    @Test
    void aChangeOfTheRecordBeginsANewRoundBeforeAndAfterTheLastDepartmentHasSigned() {
        String measure = toBeSigned();
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        changeDetails(measure, "Erster Titel");
        assertThat(waiting(measure)).containsExactly("co-sign@awm", "co-sign@ratsservice");
        assertThat(all(measure, SIGNATURES)).containsExactly("awm -", "ratsservice -");

        clerk("awm").completes(task(measure, "awm"), signature(measure, "SIGNED"));
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        changeDetails(measure, "Zweiter Titel");
        assertThat(waiting(measure)).containsExactly("co-sign@awm", "co-sign@ratsservice");
    }

    @Test
    void aChangeAfterTheFinalSignatureBeginsANewRoundAsLongAsNobodyHasDecided() {
        String measure = toBeSigned();
        clerk("awm").completes(task(measure, "awm"), signature(measure, "SIGNED"));
        signed(measure);
        assertThat(waiting(measure)).containsExactly("decide-measure@ratsservice");

        changeDetails(measure, "Nach der Schlusszeichnung");

        assertThat(waiting(measure)).containsExactly("co-sign@awm", "co-sign@ratsservice");
        assertThat(all(measure, "select outcome from co_signature_round where measure_id = :measure order by number"))
                .containsExactly("RESET", "null");
        assertThat(notices.about(task(measure, "awm").getId())).contains("INFORMED muenster-awm awm-sachbearbeitung");
        clerk("awm").completes(task(measure, "awm"), signature(measure, "SIGNED"));
        signed(measure);
        clerk("ratsservice").completes(measure, "decide-measure", withPaper(approval("KNOWLEDGE")));
        assertThat(one(measure, "select override_reason from measure_decision where measure_id = :measure"))
                .as("nobody had to explain anything")
                .isEqualTo("null");

        changeDetails(measure, "Nach dem Beschluss");
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm");
        assertThat(all(measure, "select outcome from co_signature_round where measure_id = :measure order by number"))
                .as("what was decided was signed")
                .containsExactly("RESET", "FORWARD");
    }

    @Test
    void aChangeBetweenTwoBodiesIsSignedBeforeTheNextOneDecides() {
        String measure = proposed();
        clerk("klima").completes(measure, "review-proposal", data -> {
            data.put("body", "COUNCIL");
            data.putArray("consultations").addObject().put("body", "Umweltausschuss");
        });
        signed(measure);
        clerk("ratsservice")
                .completes(measure, "decide-measure", withPaper(data -> data.put("body", "Umweltausschuss")));

        changeDetails(measure, "Nach der Vorberatung");
        assertThat(waiting(measure)).containsExactly("co-sign@ratsservice");
        signed(measure);
        clerk("ratsservice").completes(measure, "decide-measure", withPaper(approval("KNOWLEDGE")));
        assertThat(state(measure)).as("the committee has consulted").isEqualTo("KNOWLEDGE");
    }

    @Test
    void aChangeThatTouchesSomebodyNewAsksThemAndWhoTouchesNobodyIsDecidedAnew() {
        String measure = reviewed();
        changeDetails(measure, "Ein anderer Titel");
        assertThat(waiting(measure)).containsExactly("decide-measure@wfm-head");

        changeDetails(
                measure,
                data -> ((ObjectNode) data.get("outline"))
                        .putArray("circularFields")
                        .add("BUILDING"));
        assertThat(waiting(measure)).containsExactly("co-sign@immobilien", "co-sign@planung");
    }

    @Test
    void aRefusalGoesBackOrIsOverriddenWithAReasonByWhoDecides() {
        String measure = toBeSigned();
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        clerk("awm")
                .completes(
                        task(measure, "awm"),
                        office.valid(
                                "co-sign",
                                current(measure)
                                        .andThen(data -> data.put("result", "REFUSED")
                                                .put("remark", "Die Kosten sind nicht belegt."))));
        assertThat(refusal(() -> head("wfm").completes(measure, "sign-finally", current(measure))))
                .containsExactly("statement gate.sign.statementMissing");
        head("wfm")
                .completes(
                        measure,
                        "sign-finally",
                        current(measure).andThen(data -> data.put("statement", "Die Kosten folgen mit dem Haushalt.")));
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("ratsservice").completes(measure, "decide-measure", withPaper(data -> {}))))
                .containsExactly("overrideReason measure.decision.overrideMissing");
        assertThat(everything(measure)).isEqualTo(before);
        clerk("ratsservice")
                .completes(
                        measure,
                        "decide-measure",
                        withPaper(data -> data.put("overrideReason", "Der Rat sieht es anders.")));
        assertThat(one(measure, "select override_reason from measure_decision where measure_id = :measure"))
                .isEqualTo("Der Rat sieht es anders.");
    }

    @Test
    void theLeadMayTakeTheProposalBackWithWhatWasRefused() {
        String measure = toBeSigned();
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        clerk("awm")
                .completes(
                        task(measure, "awm"),
                        office.valid(
                                "co-sign",
                                current(measure)
                                        .andThen(data -> data.put("result", "REFUSED")
                                                .put("remark", "Die Kosten sind nicht belegt."))));
        head("wfm")
                .completes(
                        measure,
                        "sign-finally",
                        current(measure)
                                .andThen(data -> data.put("result", "REWORK").put("statement", "Bitte belegen.")));
        assertThat(waiting(measure)).containsExactly("rework-proposal@wfm");
        assertThat(all(measure, "select text from measure_rework_item where measure_id = :measure order by number"))
                .containsExactly(
                        "Abfallwirtschaftsbetriebe Münster (awm) hat die Mitzeichnung verweigert: Die Kosten sind nicht belegt.",
                        "Bitte belegen.");
    }

    @Test
    void whoeverHasNotSignedInTimeIsMissingAndCannotSignAnyMore() {
        String measure = toBeSigned();
        Task late = task(measure, "awm");
        ObjectNode signature = signature(measure, "SIGNED");
        office.fire(measure, "signing-over");

        assertThat(waiting(measure)).containsExactly("sign-finally@wfm-head");
        assertThat(all(measure, SIGNATURES)).containsExactly("awm EXPIRED", "ratsservice EXPIRED");
        assertThatThrownBy(() -> clerk("awm").completes(late, signature)).isInstanceOf(RuntimeException.class);
        assertThat(all(measure, SIGNATURES)).containsExactly("awm EXPIRED", "ratsservice EXPIRED");
    }

    private void changeDetails(String measure, String title) {
        changeDetails(measure, data -> ((ObjectNode) data.get("outline")).put("title", title));
    }

    private void changeDetails(String measure, Consumer<ObjectNode> change) {
        Accounts.Login login = accounts.loginOf("wfm-sachbearbeitung").orElseThrow();
        clerk("wfm").signedIn(() -> desk.changeDetails(measure, login));
        clerk("wfm").completes(measure, "change-details", change);
    }

    private ObjectNode signature(String measure, String result) {
        return office.valid("co-sign", current(measure).andThen(data -> data.put("result", result)));
    }

    private String hash(String measure) {
        return one(
                measure,
                "select content_hash from co_signature_round where measure_id = :measure order by number desc limit 1");
    }

    private Task task(String measure, String department) {
        List<Task> open = office.tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(measure)
                .taskDefinitionKey("co-sign")
                .taskCandidateGroup("muenster-" + department)
                .list();
        assertThat(open).hasSize(1);
        return open.get(0);
    }
}
