package de.kreislaufstadt.knowledge;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.support.PhaseDesk;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the first question to the review that finds everything known. */
class KnowledgeBuildingTest {

    private static final String LEAD = "wfm-sachbearbeitung";
    private static final String OTHER = "immobilien-sachbearbeitung";
    private static final String REVIEWER = "klima-sachbearbeitung";

    private final PhaseDesk desk = new PhaseDesk("knowledge");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyGoalBecomesATaskOfItsDepartment() {
        desk.completes(LEAD, "define-knowledge-goals");

        assertThat(goalRefs()).hasSize(2);
        assertThat(goalRefs().get(0)).endsWith("@immobilien");
        assertThat(desk.all("select question from knowledge_goal where state = 'OPEN'"))
                .hasSize(2);
    }

    @Test
    void aGoalNeedsADayInTheFutureAndANewQuestion() {
        assertThat(refusal(() -> desk.completes(LEAD, "define-knowledge-goals", data -> {
                    goal(data, 0).put("due", PhaseDesk.TODAY.toString());
                    goal(data, 1)
                            .put(
                                    "question",
                                    " welche  BAUSTOFFE fallen bei städtischen Abbrüchen in welcher Menge an?");
                })))
                .containsExactly(
                        "goals[0].due knowledge.goal.dueNotAfterToday", "goals[1].question knowledge.goal.duplicate");
        assertThat(refusal(() -> desk.completes(LEAD, "define-knowledge-goals", data -> data.putArray("goals"))))
                .containsExactly("goals form.rows.between");

        desk.completes(LEAD, "define-knowledge-goals");
        assertThat(refusal(() -> desk.completes(LEAD, "define-knowledge-goals")))
                .containsExactly("goals[0].question knowledge.goal.known", "goals[1].question knowledge.goal.known");
        assertThat(refusal(() -> desk.completes(
                        LEAD, "define-knowledge-goals", data -> goal(data, 0).put("responsible", "unbekannt"))))
                .contains("goals[0].responsible form.choice");
    }

    @Test
    void anAnsweredGoalNeedsASourceAndADeferredOneAReason() {
        workOnGoal(0);

        assertThat(refusal(() -> desk.completes(OTHER, "collect-knowledge", data -> data.remove("items"))))
                .containsExactly("items knowledge.item.noneForDoneGoal");
        assertThat(refusal(() -> desk.completes(OTHER, "collect-knowledge", data -> {
                    data.remove(List.of("answer", "items"));
                    data.put("state", "DEFERRED");
                })))
                .containsExactly("deferredReason form.required");
        assertThat(refusal(() -> desk.completes(OTHER, "collect-knowledge", data -> {
                    item(data).put("year", 2027).put("url", "javascript:alert(1)");
                })))
                .containsExactly("items[0].url form.pattern");
        assertThat(refusal(() -> desk.completes(
                        OTHER, "collect-knowledge", data -> item(data).put("year", 2027))))
                .containsExactly("items[0].year knowledge.item.yearInFuture");
        assertThat(refusal(() -> desk.completes(OTHER, "collect-knowledge", data -> {
                    ArrayNode items = (ArrayNode) data.get("items");
                    items.add(items.get(0).deepCopy());
                })))
                .containsExactly("items[1].title knowledge.item.duplicate");
    }

    @Test
    void sourcesAreKeptWithTheirStatements() {
        workOnGoal(0);
        desk.completes(OTHER, "collect-knowledge");
        desk.completes(OTHER, "collect-knowledge");

        assertThat(desk.all("select cardinality(key_statements) from knowledge_item"))
                .containsExactly("2");
        assertThat(desk.one("select answered_by from knowledge_goal where state = 'DONE'"))
                .isEqualTo(OTHER);
        assertThat(desk.prefill("collect-knowledge").get("items").toString()).contains("Leitfaden");
    }

    /** It may come while the form is open, which does not show it: neither saving nor leaving it out takes it away. */
    @Test
    void whatWasTakenOverFromAnotherCityStaysAndCountsAsASource() {
        workOnGoal(0);
        String goal = desk.one("select id from knowledge_goal where position = 1");
        UUID taken = desk.bean(KnowledgeExchange.class)
                .takeOver(
                        PhaseDesk.CITY,
                        UUID.fromString(goal),
                        new KnowledgeExchange.Taken(
                                new KnowledgeSource(
                                        "Leitfaden der Partnerkommune",
                                        "GUIDE",
                                        null,
                                        2025,
                                        null,
                                        Set.of(),
                                        Set.of(ModelComponent.STRATEGY),
                                        List.of("Mehrweg spart Abfall.")),
                                3,
                                null,
                                "übernommen von Partnerkommune 07, Stand 01.02.2026",
                                LEAD));
        assertThat(desk.prefill("collect-knowledge").get("goal").toString()).contains("Partnerkommune 07");
        assertThat(desk.prefill("collect-knowledge").get("items").toString()).doesNotContain("Leitfaden der Partner");

        desk.completes(OTHER, "collect-knowledge", data -> data.remove("items"));

        assertThat(desk.one("select id from knowledge_item")).isEqualTo(taken.toString());
        assertThat(desk.one("select state from knowledge_goal where position = 1"))
                .isEqualTo("DONE");
        assertThat(desk.prefill("review-knowledge").get("itemTable").toString()).contains("Leitfaden der Partner");
    }

    @Test
    void theReviewIsCompleteOnlyWhenEveryGoalIsClosedAndEveryComponentHasASource() {
        workOnGoal(0);
        desk.completes(OTHER, "collect-knowledge", data -> {
            ((ArrayNode) item(data).get("components")).remove(0);
        });

        assertThat(refusal(() -> desk.completes(REVIEWER, "review-knowledge")))
                .containsExactly("result knowledge.review.goalOpen", "result knowledge.review.componentsMissing");

        desk.completes(OTHER, "collect-knowledge");
        desk.routing("goalId", goalRefs().get(1));
        desk.completes(OTHER, "collect-knowledge", data -> {
            data.remove(List.of("answer", "items"));
            data.put("state", "DEFERRED").put("deferredReason", "Die Erhebung der Kantinen läuft noch.");
        });
        desk.completes(REVIEWER, "review-knowledge");

        assertThat(desk.routing("reviewResult")).isEqualTo("COMPLETE");
        assertThat(desk.one("select summary from knowledge_review")).contains("Stoffströme");
    }

    @Test
    void nobodyReviewsOwnWork() {
        workOnGoal(0);
        desk.completes(OTHER, "collect-knowledge");

        assertThat(refusal(() -> desk.completes(OTHER, "review-knowledge"))).containsExactly("result process.fourEyes");
        assertThat(refusal(() -> desk.completes(LEAD, "review-knowledge"))).containsExactly("result process.fourEyes");
    }

    @Test
    void theReviewSendsChosenGoalsBackWithAComment() {
        workOnGoal(0);
        desk.completes(OTHER, "collect-knowledge");
        String goal = desk.one("select id from knowledge_goal where state = 'DONE'");

        desk.completes(REVIEWER, "review-knowledge", data -> {
            data.remove("summary");
            data.put("result", "COLLECT_MORE")
                    .put("comment", "Zahlen *fehlen* noch.")
                    .putArray("goals")
                    .add(goal);
        });

        assertThat(goalRefs()).containsExactly(goal + "@immobilien");
        assertThat(desk.prefill("collect-knowledge").get("returned").toString()).contains("Zahlen \\*fehlen\\* noch");
        assertThat(desk.prefill("collect-knowledge").get("answer").toString()).contains("Mengen");
    }

    @Test
    void newGoalsJoinThoseThatAreStillOpen() {
        workOnGoal(0);
        desk.completes(OTHER, "collect-knowledge");
        desk.completes(REVIEWER, "review-knowledge", data -> {
            data.remove("summary");
            data.put("result", "NEW_GOALS").put("comment", "Textilien fehlen ganz.");
        });
        desk.completes(LEAD, "define-knowledge-goals", data -> {
            ((ArrayNode) data.get("goals")).remove(1);
            goal(data, 0).put("question", "Was geschieht mit Alttextilien?").put("responsible", "umwelt");
        });

        assertThat(goalRefs()).hasSize(2);
        assertThat(goalRefs().get(0)).endsWith("@personal");
        assertThat(goalRefs().get(1)).endsWith("@umwelt");
    }

    private void workOnGoal(int index) {
        desk.completes(LEAD, "define-knowledge-goals");
        desk.routing("goalId", goalRefs().get(index));
    }

    private List<String> goalRefs() {
        return List.of(desk.routing("goalIds").toString().split(","));
    }

    private static ObjectNode goal(ObjectNode data, int index) {
        return (ObjectNode) data.get("goals").get(index);
    }

    private static ObjectNode item(ObjectNode data) {
        return (ObjectNode) data.get("items").get(0);
    }
}
