package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;

/** Two departments find out in parallel what the city must know. */
final class KnowledgeStage {

    private KnowledgeStage() {}

    static void travel(Course course) {
        course.does("wfm", "define-knowledge-goals", full("define-knowledge-goals"))
                .writes("knowledge_goal +2")
                .leaves("immobilien: collect-knowledge", "personal: collect-knowledge");

        course.does("immobilien", "collect-knowledge", full("collect-knowledge"))
                .writes("knowledge_item +1")
                .holds(
                        "select string_agg(state, ' ' order by responsible) from kreislaufstadt.knowledge_goal"
                                + " where measure_id = ?::uuid",
                        "DONE OPEN")
                .leaves("personal: collect-knowledge");

        course.does("personal", "collect-knowledge", full("collect-knowledge"))
                .writes("knowledge_item +1")
                .leaves("klima: review-knowledge");

        course.does("klima", "review-knowledge", full("review-knowledge"))
                .writes("knowledge_review +1", "measure_state_change +1")
                .hasState("STATUS_QUO")
                .leaves("wfm: prepare-survey");
    }
}
