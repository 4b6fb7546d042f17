package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.valid;

/** From the idea of one department to the decision that names the phases, once around the rework loop. */
final class ProposalStage {

    private ProposalStage() {}

    static void travel(Course course) {
        course.proposes("wfm", valid("propose-measure"))
                .writes(
                        "field_of_action +7",
                        "measure +1",
                        "measure_number_counter +1",
                        "measure_state_change +2",
                        "measure_version +1",
                        "measure_contributing +2",
                        "reported_value +4")
                .hasState("UNDER_REVIEW")
                .leaves("klima: review-proposal");

        course.does(
                        "klima",
                        "review-proposal",
                        valid(
                                "review-proposal",
                                form -> form.put("result", "REWORK")
                                        .put("note", "Bitte ergänzen, bis wann die Umsetzung geplant ist.")
                                        .remove("body")))
                .writes("measure_review +1", "measure_state_change +1")
                .hasState("PROPOSED")
                .leaves("wfm: rework-proposal");

        course.does("wfm", "rework-proposal", valid("rework-proposal"))
                .writes("measure_state_change +1", "measure_version +1", "measure_contributing +2", "reported_value +4")
                .holds("select max(version) from kreislaufstadt.measure_version where measure_id = ?::uuid", 2)
                .leaves("klima: review-proposal");

        course.does("klima", "review-proposal", valid("review-proposal"))
                .writes("measure_review +1")
                .leaves("wfm-head: decide-measure");

        course.does("wfm-head", "decide-measure", valid("decide-measure"))
                .writes("measure_decision +1", "measure_state_change +2")
                .holds(
                        "select result || ' ' || body from kreislaufstadt.measure_decision where measure_id = ?::uuid",
                        "APPROVE " + Forms.marked("Leitung der Wirtschaftsförderung"))
                .hasState("KNOWLEDGE")
                .leaves("wfm: define-knowledge-goals");
    }
}
