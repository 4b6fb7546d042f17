package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;
import static org.assertj.core.api.Assertions.assertThat;

/** Evaluation, once returned, its release by somebody else, and the archive. */
final class CompletionStage {

    private CompletionStage() {}

    static void travel(Course course) {
        course.does("wfm", "evaluate-measure", full("evaluate-measure"))
                .writes("measure_evaluation +1", "measure_evaluation_goal +1")
                .leaves("klima: release-evaluation");
        course.does(
                        "klima",
                        "release-evaluation",
                        full(
                                "release-evaluation",
                                form -> form.put("result", "RETURN")
                                        .put("note", "Bitte die Zahl der Abnehmer nennen.")))
                .writes("measure_evaluation_review +1")
                .leaves("wfm: evaluate-measure");
        course.does("wfm", "evaluate-measure", full("evaluate-measure"))
                .writes("measure_evaluation +1", "measure_evaluation_goal +1")
                .leaves("klima: release-evaluation");
        course.does("klima", "release-evaluation", full("release-evaluation"))
                .writes("measure_evaluation_review +1")
                .leaves("wfm: offer-to-archive");
        course.does("wfm", "offer-to-archive", full("offer-to-archive"))
                .writes("measure_archive_offer +1", "measure_state_change +1")
                .hasState("COMPLETED")
                .leaves();
        publishes(course);
        isAsked(course);
        assertThat(course.city()
                        .database()
                        .value(
                                "select count(*) from camunda.act_ru_execution where business_key_ = ?",
                                course.number()))
                .as("running processes")
                .isEqualTo("0");
    }

    /** Also after the end: whoever reads the page may ask. */
    private static void isAsked(Course course) {
        course.city()
                .isAsked(course.number(), "Was ist aus den Türen geworden? " + Forms.MARK, "wer.fragt@example.org");
        course.leaves("wfm: answer-question");
        course.does("wfm", "answer-question", full("answer-question"))
                .leaves()
                .holds(
                        "select count(*) from kreislaufstadt.public_question where state = 'ANSWERED' and measure_id = ?::uuid",
                        1);
    }

    /** The page of the measure is begun by a button, as long as it has never been public. */
    private static void publishes(Course course) {
        String begin = "/camunda/api/kreislaufstadt/measures/" + course.number() + "/publication/begin";
        assertThat(course.city()
                        .tasklist("umwelt-sachbearbeitung")
                        .post(begin, "{}")
                        .status())
                .isEqualTo(403);
        assertThat(course.city()
                        .tasklist("wfm-sachbearbeitung")
                        .post(begin, "{}")
                        .status())
                .isEqualTo(204);
        course.leaves("wfm: prepare-publication");
        course.does("wfm", "prepare-publication", full("prepare-publication"))
                .leaves("klima: release-publication")
                .holds("select count(*) from kreislaufstadt.released_measure where measure_id = ?::uuid", 0);
        course.does("klima", "release-publication", full("release-publication"))
                .leaves()
                .holds("select version from kreislaufstadt.released_measure where measure_id = ?::uuid", 1);
    }
}
