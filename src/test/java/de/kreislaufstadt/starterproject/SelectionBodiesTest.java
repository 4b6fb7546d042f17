package de.kreislaufstadt.starterproject;

import static de.kreislaufstadt.starterproject.ProjectRoom.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.measure.FurtherDecisions;
import de.kreislaufstadt.process.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several bodies pass a proposed selection one after the other. */
class SelectionBodiesTest {

    private final ProjectRoom room = new ProjectRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void bodiesConsultOneAfterTheOtherBeforeTheCouncilDecides() {
        rated();
        proposes(afterTheCommittee(" Umweltausschuss "));
        ObjectNode form = room.prefill("decide-starter-projects");
        assertThat(form.get("bodyName").asText()).isEqualTo("Umweltausschuss");
        assertThat(form.get("sequence").asText()).contains("Umweltausschuss");
        assertThat(form.path("decisions").isNull()).isTrue();
        assertThat(problems("decide-starter-projects", council("Rat der Stadt Münster", "2025-03-17")))
                .containsExactly("bodyName starterproject.decision.otherBody");

        assertThat(room.completes(
                                "decide-starter-projects",
                                council("Umweltausschuss", "2025-03-17")
                                        .andThen(data -> condition(data, "Erst die kleine Halle.")))
                        .values())
                .isEqualTo(Map.of("decideResult", "NEXT_BODY"));
        assertThat(room.one("select count(*) from starter_project")).isEqualTo(0L);

        form = room.prefill("decide-starter-projects");
        assertThat(form.get("decisions").asText()).contains("Umweltausschuss", "17\\.03\\.2025", "V\\/0573\\/2024");
        assertThat(form.get("paperNumber").asText()).isEqualTo("V/0573/2024");
        assertThat(form.has("sequence")).isFalse();
        assertThat(problems("decide-starter-projects", council("Rat der Stadt Münster", "2025-03-16")))
                .containsExactly("decidedOn starterproject.decision.beforeEarlierBody");
        Outcome adopted = room.completes("decide-starter-projects", council("Rat der Stadt Münster", "2025-03-26"));
        assertThat(adopted.values()).containsEntry("decideResult", "ADOPT");
        assertThat(elements(adopted, "conditionIds"))
                .as("what the committee has asked for holds")
                .singleElement()
                .asString()
                .endsWith("@immobilien");
        assertThat(room.one("select string_agg(body_name || ' ' || preliminary, ', ' order by position)"
                        + " from selection_decision"))
                .isEqualTo("Umweltausschuss true, Rat der Stadt Münster false");
        assertThat(room.bean(FurtherDecisions.class).decisions(ProjectRoom.CITY, room.measure))
                .as("what the page of the measure says")
                .extracting(taken -> taken.decidedOn() + " " + taken.body() + ": " + taken.result())
                .containsExactly(
                        "2025-03-17 Umweltausschuss: Starterprojekten in der Vorberatung zugestimmt",
                        "2025-03-26 Rat der Stadt Münster: Starterprojekte beschlossen");
    }

    @Test
    void whatACommitteeHasAskedForEndsWithTheProposalThatTheCouncilReturns() {
        rated();
        proposes(afterTheCommittee("Umweltausschuss"));
        room.completes(
                "decide-starter-projects",
                council("Umweltausschuss", "2025-03-17").andThen(data -> condition(data, "Erst die kleine Halle.")));
        room.completes(
                "decide-starter-projects",
                council("Rat der Stadt Münster", "2025-03-26").andThen(data -> {
                    data.remove("conditionItems");
                    data.put("result", "RETURN").put("reason", "Der Rat bittet um eine zweite Skizze.");
                }));
        assertThat(room.one("select status from decision_condition")).isEqualTo("LAPSED");
        proposes(data -> {});
        assertThat(room.prefill("decide-starter-projects").path("decisions").isNull())
                .as("a new proposal begins a new sequence")
                .isTrue();
        assertThat(room.completes("decide-starter-projects").values().get("conditionIds"))
                .isEqualTo("");
    }

    private void rated() {
        room.enter("ideaId", elements(room.completes("bundle-ideas"), "ideaIds").get(0));
        room.completes("sketch-project");
        room.completes("rate-project");
    }

    private void proposes(Consumer<ObjectNode> change) {
        room.completes("propose-selection", data -> {
            data.set("choices", room.prefill("propose-selection").get("choices"));
            change.accept(data);
        });
    }

    private static Consumer<ObjectNode> afterTheCommittee(String name) {
        return data -> data.put("body", "COUNCIL")
                .putArray("consultations")
                .addObject()
                .put("body", name);
    }

    private static Consumer<ObjectNode> council(String body, String day) {
        return data -> data.put("body", "COUNCIL")
                .put("bodyName", body)
                .put("decidedOn", day)
                .put("paperNumber", "V/0573/2024");
    }

    private static void condition(ObjectNode data, String text) {
        data.putArray("conditionItems")
                .addObject()
                .put("text", text)
                .put("department", "immobilien")
                .put("due", "2026-12-01");
    }

    private List<String> problems(String task, Consumer<ObjectNode> change) {
        return catchThrowableOfType(FormRefused.class, () -> room.completes(task, change)).problems().stream()
                .map(problem -> problem.field() + " " + problem.messageKey())
                .toList();
    }
}
