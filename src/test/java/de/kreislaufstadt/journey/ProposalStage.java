package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;

/** From the idea of one department to the decision that names the phases, once around the rework loop. */
final class ProposalStage {

    private ProposalStage() {}

    static void travel(Course course) {
        course.proposes("wfm", full("propose-measure"))
                .writes(
                        "field_of_action +7",
                        "matter +1",
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
                        full(
                                "review-proposal",
                                form -> form.put("result", "REWORK")
                                        .put("note", "Bitte ergänzen, bis wann die Umsetzung geplant ist.")
                                        .remove("body")))
                .writes("measure_review +1", "measure_rework_item +1", "measure_state_change +1")
                .hasState("PROPOSED")
                .leaves("wfm: rework-proposal");

        course.escalates("rework-proposal")
                .leaves("wfm: rework-proposal", "wfm-head: clarify-overdue-task")
                .does("wfm-head", "clarify-overdue-task", full("clarify-overdue-task"))
                .writes("deadline_extension +1", "task_event +1")
                .leaves("wfm: rework-proposal");
        course.does(
                        "wfm",
                        "rework-proposal",
                        full(
                                "rework-proposal",
                                form -> form.withObject("/outline")
                                        .putArray("circularFields")
                                        .add("BUILDING")))
                .writes("measure_state_change +1", "measure_version +1", "measure_contributing +2", "reported_value +4")
                .holds("select max(version) from kreislaufstadt.measure_version where measure_id = ?::uuid", 2)
                .leaves("klima: review-proposal");

        course.escalates("review-proposal")
                .leaves("klima: review-proposal", "klima-head: clarify-overdue-task")
                .dateArrives("head-silent")
                .leaves("klima: review-proposal", "klima-head: clarify-overdue-task", "wfm: clarify-for-head")
                .does("wfm", "clarify-for-head", full("clarify-for-head"))
                .writes("deadline_extension +1", "task_event +1")
                .leaves("klima: review-proposal");
        course.does("klima", "review-proposal", full("review-proposal", form -> {
                    form.putArray("changes").addObject().put("number", 1).put("accepted", true);
                    form.putArray("concerns").add("PUBLICATION");
                }))
                .writes("measure_review +1", "co_signature_round +1", "co_signature +4")
                .leaves("klima: co-sign", "immobilien: co-sign", "planung: co-sign", "ratsservice: co-sign");
        course.does("planung", "co-sign", full("co-sign"))
                .does("klima", "co-sign", full("co-sign"))
                .does("ratsservice", "co-sign", full("co-sign"))
                .leaves("immobilien: co-sign")
                .does("immobilien", "co-sign", full("co-sign"))
                .writes()
                .leaves("wfm-head: sign-finally")
                .does("wfm-head", "sign-finally", full("sign-finally"))
                .leaves("wfm-head: decide-measure");

        course.does(
                        "wfm-head",
                        "decide-measure",
                        full(
                                "decide-measure",
                                form -> form.putArray("conditionItems")
                                        .addObject()
                                        .put("text", "Nach einem Jahr wird berichtet.")
                                        .put("department", "umwelt")
                                        .put("due", "2099-01-31")))
                .writes("decision_condition +1", "measure_decision +1", "measure_state_change +2")
                .holds(
                        "select result || ' ' || left(body, 11) from kreislaufstadt.measure_decision where measure_id = ?::uuid",
                        "APPROVE Leitung der")
                .hasState("KNOWLEDGE")
                .leaves("umwelt: meet-condition", "wfm: define-knowledge-goals");
        course.does("umwelt", "meet-condition", full("meet-condition"))
                .holds("select status from kreislaufstadt.decision_condition where measure_id = ?::uuid", "MET")
                .leaves("wfm: define-knowledge-goals");
    }
}
