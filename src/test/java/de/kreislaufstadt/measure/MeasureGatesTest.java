package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.MeasureDirectory;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasureGatesTest {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String CLIMATE = "klima-sachbearbeitung";

    private MeasureDesk desk;

    @BeforeEach
    void open() {
        desk = new MeasureDesk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void goes_back_for_rework_with_its_reasons_and_returns_as_a_new_version() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal", data -> {
            data.removeAll();
            data.put("result", "REWORK").put("note", "Der *Zeitplan* fehlt.");
        });
        ObjectNode form = desk.opens("rework-proposal");
        assertThat(form.get("request").asText()).contains("Der \\*Zeitplan\\* fehlt");
        assertThat(form.at("/outline/title").asText()).isEqualTo("Wiederverwendung von Bauteilen");
        assertThat(form.has("source")).isFalse();
        assertThat(form.at("/changes/0/text").asText()).isEqualTo("Der *Zeitplan* fehlt.");
        assertThat(desk.refused(CLERK, "rework-proposal", data -> data.putArray("changes")))
                .containsExactly("changes");
        desk.completes(CLERK, "rework-proposal");
        assertThat(desk.opens("review-proposal").at("/changes/0/answer").asText())
                .startsWith("Zeitplan");
        assertThat(desk.refused(CLIMATE, "review-proposal", data -> checks(data, 1, false)))
                .containsExactly("changes[0].accepted", "changes");
        assertThat(desk.completes(CLIMATE, "review-proposal", data -> checks(data, 1, true))
                        .values())
                .containsEntry("reviewResult", "FORWARD")
                .containsEntry("body", "HEAD");
        assertThat(state()).isEqualTo(MeasureState.UNDER_REVIEW);
        assertThat(desk.one("select count(*) from measure_version")).isEqualTo(2L);
        assertThat(desk.refused(CLIMATE, "review-proposal", data -> {
                    data.removeAll();
                    data.put("result", "REWORK");
                }))
                .containsExactly("note");
    }

    @Test
    void an_approval_names_the_phases() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        assertThat(desk.refused("wfm-leitung", "decide-measure", data -> data.putArray("phases")))
                .containsExactly("phases");
        Map<String, Object> routing = desk.completes(
                        "wfm-leitung",
                        "decide-measure",
                        data -> data.putArray("phases").add("WORKSHOPS").add("IMPLEMENTATION"))
                .values();
        assertThat(routing)
                .containsEntry("decision", "APPROVE")
                .containsEntry("needsKnowledge", false)
                .containsEntry("needsSurvey", false)
                .containsEntry("needsWorkshops", true)
                .containsEntry("needsStarterProjects", false)
                .containsEntry("needsImplementation", true);
        assertThat(state()).isEqualTo(MeasureState.DECIDED);
    }

    @Test
    void a_paper_number_belongs_to_the_council_and_has_the_citys_pattern() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        assertThat(desk.refused("wfm-leitung", "decide-measure", data -> data.put("paperNumber", "V/0573/2024")))
                .containsExactly("paperNumber");
        desk.completes(CLIMATE, "review-proposal", data -> data.put("body", "COUNCIL"));
        assertThat(desk.refused(
                        "ratsservice-sachbearbeitung", "decide-measure", data -> data.put("paperNumber", "573/24")))
                .containsExactly("paperNumber");
        assertThat(desk.refused("ratsservice-sachbearbeitung", "decide-measure", data -> data.put("paperNumber", " ")))
                .containsExactly("paperNumber");
        assertThat(desk.refused(
                        "ratsservice-sachbearbeitung",
                        "decide-measure",
                        data -> data.put("decidedOn", "2026-03-03").put("paperNumber", "V/0573/2024")))
                .containsExactly("decidedOn");
        desk.completes("ratsservice-sachbearbeitung", "decide-measure", data -> data.put("paperNumber", "V/0573/2024"));
        assertThat(desk.one("select paper_number from measure_decision")).isEqualTo("V/0573/2024");
    }

    @Test
    void a_rejection_is_kept_with_its_reason() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        assertThat(desk.refused(
                        "wfm-leitung",
                        "decide-measure",
                        data -> data.put("result", "REJECT").remove("phases")))
                .containsExactly("reason");
        desk.completes(
                "wfm-leitung",
                "decide-measure",
                data -> data.put("result", "REJECT")
                        .put("reason", "Kein Personal bis 2027.")
                        .remove("phases"));
        desk.bean(MeasureDirectory.class).enter(desk.scope("end", null), "REJECTED");
        assertThat(state()).isEqualTo(MeasureState.REJECTED);
        assertThat(details()).containsEntry("stateReason", "Kein Personal bis 2027.");
    }

    @Test
    void a_deferral_names_a_day_to_come() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        Consumer<ObjectNode> deferred = data -> data.put("result", "DEFER")
                .put("reason", "Förderbescheid steht aus.")
                .remove("phases");
        assertThat(desk.refused(
                        "wfm-leitung",
                        "decide-measure",
                        deferred.andThen(data -> data.put("deferredUntil", "2026-03-02"))))
                .containsExactly("deferredUntil");
        assertThat(desk.completes(
                                "wfm-leitung",
                                "decide-measure",
                                deferred.andThen(data -> data.put("deferredUntil", "2026-09-01")))
                        .values())
                .containsEntry("deferredUntil", "2026-09-01");
    }

    @Test
    void states_that_need_a_reason_are_not_entered_without() {
        desk.proposes();
        MeasureDirectory directory = desk.bean(MeasureDirectory.class);
        assertThatThrownBy(() -> directory.enter(desk.scope("end", null), "CANCELLED"))
                .isInstanceOf(IllegalStateException.class);
        desk.bean(Measures.class).explain(MeasureDesk.CITY, desk.measure, "Förderprogramm eingestellt");
        directory.enter(desk.scope("end", null), "CANCELLED");
        directory.enter(desk.scope("end", null), "CANCELLED");
        assertThat(desk.one("select count(*) from measure_state_change where to_state = 'CANCELLED'"))
                .isEqualTo(1L);
    }

    @Test
    void an_evaluation_is_released_by_somebody_else_and_the_archive_answers() {
        desk.proposes();
        desk.completes(CLERK, "change-details");
        assertThat(desk.opens("evaluate-measure").at("/goals/0/goal").asText()).isEqualTo("Wiederverwendete Bauteile");
        assertThat(desk.refused(CLERK, "evaluate-measure", data -> data.putArray("goals")))
                .containsExactly("goals");
        desk.completes(CLERK, "evaluate-measure");
        assertThat(desk.refused(CLERK, "release-evaluation", data -> {})).containsExactly("result");
        desk.completes(
                CLIMATE,
                "release-evaluation",
                data -> data.put("result", "RETURN").put("note", "Bitte Zahlen belegen."));
        assertThat(desk.opens("evaluate-measure").get("request").asText()).contains("Bitte Zahlen belegen");
        desk.completes(CLERK, "evaluate-measure");
        assertThat(desk.opens("release-evaluation").get("evaluation").asText()).contains("Teilweise erreicht");
        assertThat(desk.completes(CLIMATE, "release-evaluation").values()).containsEntry("releaseResult", "RELEASE");
        assertThat(desk.refused(CLERK, "offer-to-archive", data -> data.put("answeredOn", "2025-01-19")))
                .containsExactly("answeredOn");
        desk.completes(CLERK, "offer-to-archive");
        assertThat(desk.one("select reference from measure_archive_offer")).isEqualTo("Abgabe 12");
    }

    @Test
    void what_is_not_done_is_asked_for_again_beside_what_is_new() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal", data -> {
            data.removeAll();
            data.put("result", "REWORK").put("note", "Zweierlei fehlt.");
            data.putArray("newChanges").addObject().put("text", "Zeitplan");
            data.withArray("newChanges").addObject().put("text", "Kosten");
        });
        desk.completes(
                CLERK,
                "rework-proposal",
                data -> data.withArray("changes").addObject().put("number", 2).put("answer", "Geschätzt."));
        desk.completes(CLIMATE, "review-proposal", data -> {
            data.removeAll();
            data.put("result", "REWORK").put("note", "Die Schätzung reicht nicht.");
            checks(data, 1, true);
            data.withArray("changes").addObject().put("number", 2).put("accepted", false);
        });
        assertThat(desk.jdbc
                        .sql("select number || ' ' || status from measure_rework_item order by number")
                        .query(String.class)
                        .list())
                .containsExactly("1 ACCEPTED", "2 OPEN");
        assertThat(desk.opens("rework-proposal").at("/changes/0/text").asText()).isEqualTo("Kosten");
    }

    @Test
    void open_conditions_stand_beside_the_evaluation_and_hold_up_its_release() {
        desk.proposes();
        desk.completes(CLIMATE, "review-proposal");
        String condition = desk.completes(
                        "wfm-leitung",
                        "decide-measure",
                        data -> data.putArray("conditionItems")
                                .addObject()
                                .put("text", "Bericht nach *einem* Jahr")
                                .put("department", "umwelt")
                                .put("due", "2027-01-15"))
                .values()
                .get("conditionIds")
                .toString();
        assertThat(condition).endsWith("@umwelt");
        assertThat(desk.opens("evaluate-measure").get("openConditions").asText())
                .contains("Bericht nach \\*einem\\* Jahr", "15\\.01\\.2027");
        desk.completes(CLERK, "evaluate-measure");
        assertThat(desk.refused(CLIMATE, "release-evaluation", data -> {})).containsExactly("result");
        desk.routing.put("conditionId", condition);
        assertThat(desk.opens("meet-condition").get("setBy").asText()).contains("20.01.2025");
        desk.completes(
                "umwelt-sachbearbeitung",
                "meet-condition",
                data -> data.put("result", "DROPPED")
                        .put("reason", "Der Rat hat sie aufgehoben.")
                        .remove("proof"));
        assertThat(details().get("conditions").toString())
                .contains("Bericht nach *einem* Jahr", "Entfallen", "Der Rat hat sie aufgehoben.");
        assertThat(desk.completes(CLIMATE, "release-evaluation").values()).containsEntry("releaseResult", "RELEASE");
    }

    private static void checks(ObjectNode data, int number, boolean accepted) {
        data.putArray("changes").addObject().put("number", number).put("accepted", accepted);
    }

    private MeasureState state() {
        return desk.bean(Measures.class).find(MeasureDesk.CITY, desk.measure).state();
    }

    private Map<String, Object> details() {
        return desk.bean(MeasureDirectory.class)
                .details(MeasureDesk.CITY, desk.number)
                .orElseThrow();
    }
}
