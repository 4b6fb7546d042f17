package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;

/** Four departments are asked, one stays silent until the date, the lead closes; then stakeholders and summary. */
final class SurveyStage {

    private SurveyStage() {}

    static void travel(Course course) {
        course.does(
                        "wfm",
                        "prepare-survey",
                        full(
                                "prepare-survey",
                                form -> form.withArray("departments").add("planung")))
                .writes("survey +1", "survey_answer +4")
                .leaves(
                        "wfm: answer-survey",
                        "umwelt: answer-survey",
                        "immobilien: answer-survey",
                        "planung: answer-survey");

        course.does("umwelt", "answer-survey", full("answer-survey"))
                .writes(
                        "survey_maturity +2",
                        "survey_swot +4",
                        "survey_key_figure +1",
                        "circular_activity +1",
                        "circular_activity_report +1",
                        "reported_value +2")
                .leaves("wfm: answer-survey", "immobilien: answer-survey", "planung: answer-survey");

        course.does("wfm", "answer-survey", full("answer-survey"))
                .leaves("immobilien: answer-survey", "planung: answer-survey");
        course.does("immobilien", "answer-survey", full("answer-survey", form -> {
                    form.put("noActivities", true).remove("activities");
                    form.remove("keyFigures");
                }))
                .writes("survey_maturity +2", "survey_swot +4")
                .leaves("planung: answer-survey");

        course.city().dateArrives(course.number(), "answers-due");
        course.leaves("planung: answer-survey", "wfm: clarify-missing-answers");
        course.does("wfm", "clarify-missing-answers", full("clarify-missing-answers"))
                .writes()
                .holds(
                        "select string_agg(state, ' ' order by department) from kreislaufstadt.survey_answer"
                                + " where survey_id = (select id from kreislaufstadt.survey where measure_id = ?::uuid)",
                        "ANSWERED SILENT ANSWERED ANSWERED")
                .leaves("wfm: analyse-stakeholders");

        course.does("wfm", "analyse-stakeholders", full("analyse-stakeholders"))
                .writes("stakeholder_analysis +1", "stakeholder +3", "stakeholder_contact +1")
                .leaves("klima: review-stakeholders");
        course.does("klima", "review-stakeholders", full("review-stakeholders"))
                .writes("survey_review +1")
                .leaves("wfm: summarise-status-quo");
        course.does("wfm", "summarise-status-quo", full("summarise-status-quo"))
                .writes("status_quo +1", "status_quo_maturity +1")
                .leaves("klima: release-status-quo");
        course.does("klima", "release-status-quo", full("release-status-quo"))
                .writes("survey_review +1", "workshop +2", "measure_state_change +1")
                .hasState("WORKSHOPS")
                .leaves("wfm: prepare-workshop", "wfm: prepare-workshop");
    }
}
