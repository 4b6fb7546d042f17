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
        assertThat(all(
                        measure,
                        "select array_to_string(s.roles, ',') from co_signature s join co_signature_round r on r.id = s.round_id"
                                + " where r.measure_id = :measure and s.result = 'NOBODY' order by s.position"))
                .as("roles that nobody in this city has are named")
                .containsExactly("BUILDING_MANAGEMENT", "PLANNING", "FINANCE");
    }

    @Test
    void departmentsSignTheSameVersionAndTheLeadSignsLast() {
        String measure = asked();
        assertThat(waiting(measure)).containsExactly("co-sign@klima", "co-sign@ratsservice");
        assertThat(clerk("umwelt").sees(measure)).isEmpty();

        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        assertThat(waiting(measure)).containsExactly("co-sign@klima");
        clerk("klima").completes(task(measure, "klima"), signature(measure, "SIGNED"));
        assertThat(waiting(measure)).containsExactly("sign-finally@wfm-head");
        head("wfm").completes(measure, "sign-finally", current(measure));

        assertThat(waiting(measure)).containsExactly("decide-measure@ratsservice");
        clerk("ratsservice").completes(measure, "decide-measure", approval("KNOWLEDGE"));
        assertThat(state(measure)).isEqualTo("KNOWLEDGE");
    }

    @Test
    void anotherVersionThanTheFixedOneIsNotSignedAndNobodySignsTwice() {
        String measure = asked();
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("klima")
                        .completes(task(measure, "klima"), office.valid("co-sign", data -> data.put("round", 7)))))
                .containsExactly("round gate.sign.outdated");
        assertThat(refusal(() -> clerk("klima")
                        .completes(
                                task(measure, "klima"),
                                office.valid(
                                        "co-sign", current(measure).andThen(data -> data.put("result", "REFUSED"))))))
                .containsExactly("remark form.required");
        assertThat(everything(measure)).isEqualTo(before);

        Task once = task(measure, "klima");
        clerk("klima").completes(once, signature(measure, "SIGNED"));
        assertThatThrownBy(() -> clerk("klima").completes(once, signature(measure, "SIGNED")))
                .as("the place is taken")
                .isInstanceOf(RuntimeException.class);
        assertThat(all(measure, SIGNATURES)).containsExactly("klima SIGNED", "ratsservice -");
        office.jdbc()
                .sql("update co_signature set signed_by = 'ratsservice-sachbearbeitung' where department = 'klima'"
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
        String measure = asked();
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        String signed = hash(measure);

        clerk("klima")
                .completes(
                        task(measure, "klima"),
                        office.valid(
                                "co-sign",
                                current(measure)
                                        .andThen(data -> data.put("result", "SIGNED_WITH_CHANGE")
                                                .put("remark", "Die Daten erscheinen jährlich."))));

        assertThat(hash(measure)).isNotEqualTo(signed);
        assertThat(waiting(measure)).as("who changed it has signed it").containsExactly("co-sign@ratsservice");
        assertThat(all(measure, SIGNATURES)).containsExactly("klima SIGNED", "ratsservice -");
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
        String measure = asked();
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        changeDetails(measure, "Erster Titel");
        assertThat(waiting(measure)).containsExactly("co-sign@klima", "co-sign@ratsservice");
        assertThat(all(measure, SIGNATURES)).containsExactly("klima -", "ratsservice -");

        clerk("klima").completes(task(measure, "klima"), signature(measure, "SIGNED"));
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        changeDetails(measure, "Zweiter Titel");
        assertThat(waiting(measure)).containsExactly("co-sign@klima", "co-sign@ratsservice");
    }

    @Test
    void aRefusalGoesBackOrIsOverriddenWithAReasonByWhoDecides() {
        String measure = asked();
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        clerk("klima")
                .completes(
                        task(measure, "klima"),
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
        assertThat(refusal(() -> clerk("ratsservice").completes(measure, "decide-measure")))
                .containsExactly("overrideReason measure.decision.overrideMissing");
        assertThat(everything(measure)).isEqualTo(before);
        clerk("ratsservice")
                .completes(measure, "decide-measure", data -> data.put("overrideReason", "Der Rat sieht es anders."));
        assertThat(one(measure, "select override_reason from measure_decision where measure_id = :measure"))
                .isEqualTo("Der Rat sieht es anders.");
    }

    @Test
    void theLeadMayTakeTheProposalBackWithWhatWasRefused() {
        String measure = asked();
        clerk("ratsservice").completes(task(measure, "ratsservice"), signature(measure, "SIGNED"));
        clerk("klima")
                .completes(
                        task(measure, "klima"),
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
                        "Stabsstelle Klima hat die Mitzeichnung verweigert: Die Kosten sind nicht belegt.",
                        "Bitte belegen.");
    }

    @Test
    void whoeverHasNotSignedInTimeIsMissingAndCannotSignAnyMore() {
        String measure = asked();
        Task late = task(measure, "klima");
        ObjectNode signature = signature(measure, "SIGNED");
        office.fire(measure, "signing-over");

        assertThat(waiting(measure)).containsExactly("sign-finally@wfm-head");
        assertThat(all(measure, SIGNATURES)).containsExactly("klima EXPIRED", "ratsservice EXPIRED");
        assertThatThrownBy(() -> clerk("klima").completes(late, signature)).isInstanceOf(RuntimeException.class);
        assertThat(all(measure, SIGNATURES)).containsExactly("klima EXPIRED", "ratsservice EXPIRED");
    }

    /** A council paper that is to be published: the council service and the climate unit have to sign. */
    private String asked() {
        String measure = proposed();
        clerk("klima").completes(measure, "review-proposal", data -> {
            data.put("body", "COUNCIL");
            data.putArray("concerns").add("PUBLICATION");
        });
        return measure;
    }

    private void changeDetails(String measure, String title) {
        Accounts.Login login = accounts.loginOf("wfm-sachbearbeitung").orElseThrow();
        clerk("wfm").signedIn(() -> desk.changeDetails(measure, login));
        clerk("wfm")
                .completes(measure, "change-details", data -> ((ObjectNode) data.get("outline")).put("title", title));
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
