package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/**
 * Two workshops side by side, 31 people each. They take place today, so that the application's own job executor finds the
 * day come; objections may be made for no time at all.
 */
final class WorkshopStage {

    private static final LocalDate TODAY = LocalDate.now(Course.ZONE);

    private WorkshopStage() {}

    static void travel(Course course) {
        ObjectNode today = full(
                "prepare-workshop",
                form -> form.put("date", TODAY.toString())
                        .put("registrationUntil", TODAY.minusDays(1).toString()));
        both(course, "wfm: prepare-workshop", today, "difu: agree-agenda", "workshop_agenda_item +4");
        both(course, "difu: agree-agenda", full("agree-agenda"), "wfm: invite-participants", "workshop_step +1");
        both(
                course,
                "wfm: invite-participants",
                full("invite-participants"),
                "wfm: check-registrations",
                "workshop_invitation +31");
        both(
                course,
                "wfm: check-registrations",
                full("check-registrations"),
                "wfm: confirm-workshop",
                "workshop_step +1");
        course.holds("select count(*) from kreislaufstadt.workshop_warning where workshop_id in" + OF_MEASURE, 0);
        both(
                course,
                "wfm: confirm-workshop",
                full("confirm-workshop"),
                "wfm: write-minutes",
                "workshop_group_count +5",
                "workshop_idea +3",
                "workshop_step +1");
        course.holds(
                "select count(*) from kreislaufstadt.workshop_invitation where attended and workshop_id in"
                        + OF_MEASURE,
                62);
        minutes(course);
        course.does("wfm", "evaluate-workshop", full("evaluate-workshop"))
                .writes("workshop_evaluation +1", "workshop_rating +2")
                .leaves("wfm: evaluate-workshop");
        course.does("wfm", "evaluate-workshop", full("evaluate-workshop"))
                .writes("workshop_evaluation +1", "workshop_rating +2", "measure_state_change +1")
                .hasState("STARTER_PROJECTS")
                .leaves("wfm: bundle-ideas");
    }

    private static final String OF_MEASURE = " (select id from kreislaufstadt.workshop where measure_id = ?::uuid)";

    private static void minutes(Course course) {
        both(
                course,
                "wfm: write-minutes",
                full("write-minutes"),
                "difu: check-minutes",
                "workshop_minutes +1",
                "workshop_minutes_entry +4");
        both(course, "difu: check-minutes", full("check-minutes"), "wfm: handle-objections", "workshop_step +1");
        ObjectNode objection = full(
                "handle-objections",
                form -> form.withArray("objections")
                        .addObject()
                        .put("organisation", "Architektenkammer")
                        .put("text", "Unser Beitrag zu Lagerflächen fehlt.")
                        .put("receivedOn", TODAY.toString())
                        .put("decision", "REJECTED")
                        .put("answer", "Der Beitrag steht unter Punkt 2."));
        both(
                course,
                "wfm: handle-objections",
                objection,
                "wfm-head: release-minutes",
                "workshop_objection +1",
                "workshop_step +1");
        both(
                course,
                "wfm-head: release-minutes",
                full("release-minutes"),
                "wfm: evaluate-workshop",
                "workshop_step +1");
        course.holds(
                "select count(*) from kreislaufstadt.workshop_minutes where written_by = 'wfm-sachbearbeitung' and"
                        + " released_by = 'wfm-leitung' and workshop_id in" + OF_MEASURE,
                2);
    }

    /** The same step in both workshops, one after the other. */
    private static void both(Course course, String inbox, ObjectNode form, String next, String... writes) {
        String place = inbox.substring(0, inbox.indexOf(':'));
        String task = inbox.substring(inbox.indexOf(' ') + 1);
        course.does(place, task, form).writes(writes).leaves(inbox, next);
        course.does(place, task, form).writes(writes).leaves(next, next);
    }
}
