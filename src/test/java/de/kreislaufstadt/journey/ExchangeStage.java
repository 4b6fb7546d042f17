package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;

/**
 * What accompanies a measure without stopping it: a quarter has passed and the contributing departments report; the lead
 * changes the details.
 */
final class ExchangeStage {

    private ExchangeStage() {}

    static void travel(Course course) {
        course.city().dateArrives(course.number(), "exchange-due");
        course.leaves(
                        "wfm: bundle-ideas",
                        "wfm: report-activities",
                        "immobilien: report-activities",
                        "umwelt: report-activities")
                .holds("select count(*) from kreislaufstadt.exchange where measure_id = ?::uuid", 1);
        course.does("immobilien", "report-activities", full("report-activities-news", "report-activities"))
                .writes("circular_activity +1", "circular_activity_report +1")
                .leaves("wfm: bundle-ideas", "wfm: report-activities", "umwelt: report-activities");
        course.does("umwelt", "report-activities", full("report-activities"))
                .writes()
                .leaves("wfm: bundle-ideas", "wfm: report-activities");
        course.does("wfm", "report-activities", full("report-activities"))
                .writes()
                .leaves("wfm: bundle-ideas", "wfm: document-exchange");
        course.does("wfm", "document-exchange", full("document-exchange"))
                .writes("exchange_agreement +1")
                .leaves("wfm: bundle-ideas");

        requestsChange(course, "marketing-sachbearbeitung", 403);
        requestsChange(course, "umwelt-sachbearbeitung", 403);
        requestsChange(course, "wfm-sachbearbeitung", 200);
        course.leaves("wfm: bundle-ideas", "wfm: change-details");
        course.does("wfm", "change-details", full("change-details"))
                .writes("measure_version +1", "measure_contributing +2", "measure_indicator +1", "reported_value +4")
                .leaves("wfm: bundle-ideas");
    }

    /** The button on Tasklist's page of the measure, which is for the lead only. */
    private static void requestsChange(Course course, String user, int status) {
        Http browser = course.city().tasklist(user);
        Answer answer =
                browser.post("/camunda/api/kreislaufstadt/measures/" + course.number() + "/change-details", "{}");
        assertThat(answer.status())
                .as("%s asks to change: %s", user, answer.body())
                .isEqualTo(status);
    }
}
