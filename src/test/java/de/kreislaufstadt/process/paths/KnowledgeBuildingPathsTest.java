package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Phase 1: the lead asks, departments answer in parallel, the climate unit checks. */
class KnowledgeBuildingPathsTest extends MeasurePaths {

    @Test
    void everyGoalGoesToItsDepartmentAndAllWorkAtTheSameTime() {
        String measure = approved("KNOWLEDGE");
        assertThat(state(measure)).isEqualTo("KNOWLEDGE");
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm");

        clerk("wfm").completes(measure, "define-knowledge-goals");
        assertThat(waiting(measure)).containsExactly("collect-knowledge@immobilien", "collect-knowledge@personal");
        assertThat(dueDays(measure, "collect-knowledge"))
                .as("on the days the lead has set")
                .containsExactly(LocalDate.of(2099, 3, 31), LocalDate.of(2099, 4, 30));
        assertThat(clerk("immobilien").sees(measure)).containsExactly("collect-knowledge");
        assertThat(clerk("umwelt").sees(measure)).isEmpty();

        clerk("personal").completes(measure, "collect-knowledge");
        assertThat(waiting(measure)).containsExactly("collect-knowledge@immobilien");
        clerk("immobilien").completes(measure, "collect-knowledge");
        assertThat(waiting(measure)).containsExactly("review-knowledge@klima");

        clerk("klima").completes(measure, "review-knowledge");
        assertThat(rows(measure, "knowledge_item")).isEqualTo(2);
        assertThat(all(measure, "select state from knowledge_goal where measure_id = :measure"))
                .containsExactly("DONE", "DONE");
        assertThat(waiting(measure)).as("no other phase was ordered").containsExactly("evaluate-measure@wfm");
    }

    @Test
    void theClimateUnitSendsSingleGoalsBackToTheirDepartments() {
        String measure = collected();
        String goal = goalOf(measure, "personal");
        clerk("klima").completes(measure, "review-knowledge", moreAbout(goal));
        assertThat(waiting(measure)).containsExactly("collect-knowledge@personal");
        assertThat(dueDays(measure, "collect-knowledge")).containsExactly(LocalDate.of(2099, 4, 30));
        assertThat(one(measure, "select state from knowledge_goal where id = '" + goal + "'"))
                .isEqualTo("OPEN");

        clerk("personal").completes(measure, "collect-knowledge");
        clerk("klima").completes(measure, "review-knowledge");
        assertThat(rows(measure, "knowledge_review")).isEqualTo(2);
        assertThat(rows(measure, "knowledge_item"))
                .as("items are replaced, not doubled")
                .isEqualTo(2);
    }

    @Test
    void newGoalsAreAddedToThoseAlreadyAnswered() {
        String measure = collected();
        clerk("klima")
                .completes(
                        measure,
                        "review-knowledge",
                        only("result", "NEW_GOALS", "comment", "Die Mengen im Handel fehlen."));
        assertThat(waiting(measure)).containsExactly("define-knowledge-goals@wfm");
        assertThat(refusal(() -> clerk("wfm").completes(measure, "define-knowledge-goals")))
                .as("a question is asked once")
                .containsExactly("goals[0].question knowledge.goal.known", "goals[1].question knowledge.goal.known");

        clerk("wfm")
                .completes(
                        measure,
                        "define-knowledge-goals",
                        data -> data.putArray("goals")
                                .addObject()
                                .put("question", "Welche Mengen fallen im Handel an?")
                                .put("responsible", "awm")
                                .put("due", "2099-05-31"));
        assertThat(waiting(measure)).as("only the new goal").containsExactly("collect-knowledge@awm");
        clerk("awm").completes(measure, "collect-knowledge");
        clerk("klima").completes(measure, "review-knowledge");
        assertThat(rows(measure, "knowledge_goal")).isEqualTo(3);
    }

    @Test
    void aGoalMayBeDeferredButEveryComponentNeedsKnowledge() {
        String measure = approved("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        Consumer<ObjectNode> deferred =
                only("state", "DEFERRED", "deferredReason", "Die Zahlen kommen erst im nächsten Jahr.");
        clerk("personal").completes(measure, "collect-knowledge", deferred);
        clerk("immobilien").completes(measure, "collect-knowledge", deferred);

        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("klima").completes(measure, "review-knowledge")))
                .containsExactly("result knowledge.review.componentsMissing");
        assertThat(everything(measure)).isEqualTo(before);

        clerk("klima").completes(measure, "review-knowledge", moreAbout(goalOf(measure, "immobilien")));
        clerk("immobilien").completes(measure, "collect-knowledge");
        clerk("klima").completes(measure, "review-knowledge");
        assertThat(all(measure, "select state from knowledge_goal where measure_id = :measure order by position"))
                .containsExactly("DONE", "DEFERRED");
    }

    @Test
    void nobodyReviewsTheirOwnAnswer() {
        String measure = approved("KNOWLEDGE");
        clerk("wfm")
                .completes(
                        measure,
                        "define-knowledge-goals",
                        data -> ((ObjectNode) data.at("/goals/0")).put("responsible", "klima"));
        clerk("klima").completes(measure, "collect-knowledge");
        clerk("personal").completes(measure, "collect-knowledge");
        assertThat(refusal(() -> clerk("klima").completes(measure, "review-knowledge")))
                .containsExactly("result process.fourEyes");
        head("klima").completes(measure, "review-knowledge");
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
    }

    private String collected() {
        String measure = approved("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        List.of("immobilien", "personal")
                .forEach(department -> clerk(department).completes(measure, "collect-knowledge"));
        return measure;
    }

    private String goalOf(String measure, String department) {
        return one(
                measure,
                "select id from knowledge_goal where measure_id = :measure and responsible = '" + department + "'");
    }

    private static Consumer<ObjectNode> moreAbout(String goal) {
        return only("result", "COLLECT_MORE", "comment", "Bitte die Quelle nennen.")
                .andThen(data -> data.putArray("goals").add(goal));
    }
}
