package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Ideas of both workshops become two sketches, two ratings, one proposal and one decision of the council. */
final class SelectionStage {

    private SelectionStage() {}

    static void travel(Course course) {
        course.does("wfm", "bundle-ideas", bundle(course))
                .writes("selection_round +1", "starter_idea +2", "starter_idea_source +4")
                .leaves("immobilien: sketch-project", "personal: sketch-project");
        course.does("immobilien", "sketch-project", full("sketch-project"))
                .writes("project_sketch +1", "sketch_indicator +2", "reported_value +3")
                .leaves("wfm: rate-project", "personal: sketch-project");
        course.does(
                        "personal",
                        "sketch-project",
                        full(
                                "sketch-project",
                                form -> form.put("title", "Mehrwegküche").put("field", "FOOD")))
                .writes("project_sketch +1", "sketch_indicator +2", "reported_value +3")
                .leaves("wfm: rate-project", "wfm: rate-project");
        course.does("wfm", "rate-project", full("rate-project"))
                .writes("sketch_rating +1")
                .leaves("wfm: rate-project");
        course.does("wfm", "rate-project", full("rate-project"))
                .writes("sketch_rating +1")
                .holds(
                        "select string_agg(score || ' ' || recommendation, ', ') from kreislaufstadt.sketch_rating"
                                + " where measure_id = ?::uuid",
                        "78.75 STARTER_PROJECT, 78.75 STARTER_PROJECT")
                .leaves("wfm: propose-selection");
        course.does("wfm", "propose-selection", proposal(course))
                .writes("selection_proposal +1", "selection_choice +2", "selection_consultation +1")
                .leaves("ratsservice: decide-starter-projects");
        course.does("ratsservice", "decide-starter-projects", adoption("Umweltausschuss"))
                .writes("selection_decision +1")
                .leaves("ratsservice: decide-starter-projects");
        course.does("ratsservice", "decide-starter-projects", adoption("Rat der Stadt"))
                .writes(
                        "selection_decision +1",
                        "starter_project +2",
                        "implementation_project +2",
                        "measure_state_change +1")
                .hasState("IMPLEMENTATION");
    }

    private static ObjectNode adoption(String body) {
        return full(
                "decide-starter-projects",
                form -> form.put("body", "COUNCIL").put("bodyName", body).put("paperNumber", "MS/0573/25"));
    }

    private static ObjectNode bundle(Course course) {
        return full("bundle-ideas", form -> {
            ArrayNode ideas = (ArrayNode) form.get("ideas");
            for (int i = 0; i < ideas.size(); i++) {
                ArrayNode sources = ((ObjectNode) ideas.get(i)).putArray("sources");
                course.city()
                        .database()
                        .values("""
                                select i.id::text from kreislaufstadt.workshop_idea i
                                join kreislaufstadt.workshop w on w.id = i.workshop_id
                                where w.measure_id = ?::uuid and i.circular_field = ?
                                """, course.measure(), ideas.get(i).get("field").asText())
                        .forEach(sources::add);
            }
        });
    }

    private static ObjectNode proposal(Course course) {
        List<String> sketches = course.city()
                .database()
                .values(
                        "select id::text from kreislaufstadt.project_sketch where measure_id = ?::uuid order by created_at",
                        course.measure());
        return full("propose-selection", form -> {
            form.put("body", "COUNCIL");
            form.putArray("consultations").addObject().put("body", "Umweltausschuss");
            ArrayNode choices = form.putArray("choices");
            sketches.forEach(
                    sketch -> choices.addObject().put("sketchId", sketch).put("choice", "STARTER_PROJECT"));
        });
    }
}
