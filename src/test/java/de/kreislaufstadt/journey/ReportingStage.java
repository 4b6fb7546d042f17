package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Two reporting rounds and a correction, at risk each time: what begins with it is planned, accepted and has no effect. */
final class ReportingStage {

    /** In this city the agency answers to it. */
    private static final String SUPERIOR = "umwelt";

    private ReportingStage() {}

    /** @param others inboxes that wait all the while */
    static void travel(Course course, String... others) {
        String first = course.city().opensRound(course.number());
        course.leaves(with(others, "wfm: report-status"));
        report(course);
        course.city().releasesRound(first, "MS/2026/01");
        course.holds("select count(*) from kreislaufstadt.measure_status_report where measure_id = ?::uuid", 1);
        course.city().asksForCorrection(first, course.number());
        course.leaves(with(others, "wfm: report-status"));
        report(course);
        course.leaves(with(others, "klima-head: release-correction"));
        course.does("klima-head", "release-correction", full("release-correction"));
        course.city().opensRound(course.number());
        course.leaves(with(others, "wfm: report-status"));
        report(course);
        countermeasure(course, others);
        course.leaves(others);
    }

    private static void countermeasure(Course course, String... others) {
        course.leaves(with(others, "wfm: plan-countermeasure"));
        course.does(
                "wfm",
                "plan-countermeasure",
                full(
                        "plan-countermeasure",
                        form -> form.put("until", today().plusDays(30).toString())));
        course.leaves(with(others, "klima: accept-countermeasure"));
        course.does("klima", "accept-countermeasure", full("accept-countermeasure"));
        course.leaves(with(others, "wfm: report-effect"));
        course.does("wfm", "report-effect", full("report-effect", form -> form.put("effect", "NOT_EFFECTIVE")));
        course.does(SUPERIOR, "settle-countermeasure", full("settle-countermeasure"));
    }

    private static void report(Course course) {
        course.does("wfm", "report-status", full("report-status", ReportingStage::atRisk));
    }

    private static void atRisk(ObjectNode form) {
        form.put("asOf", today().toString()).put("assessment", "AT_RISK").put("reason", "Das Lager fehlt.");
    }

    private static LocalDate today() {
        return LocalDate.now(Course.ZONE);
    }

    private static String[] with(String[] others, String inbox) {
        return Stream.concat(Stream.of(others), Stream.of(inbox)).toArray(String[]::new);
    }
}
