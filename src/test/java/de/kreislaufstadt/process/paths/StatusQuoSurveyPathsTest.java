package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Phase 2: all involved departments answer at once, the lead analyses, the climate unit releases. */
class StatusQuoSurveyPathsTest extends MeasurePaths {

    private static final List<String> ASKED = List.of("wfm", "umwelt", "immobilien");
    private static final LocalDate UNTIL = LocalDate.of(2099, 6, 30);

    @Test
    void theSurveyEndsByItselfWhenEverybodyHasAnswered() {
        String measure = asked();
        assertThat(state(measure)).isEqualTo("STATUS_QUO");
        assertThat(waiting(measure))
                .containsExactly("answer-survey@immobilien", "answer-survey@umwelt", "answer-survey@wfm");
        assertThat(timer(measure, "answers-due")).isEqualTo(UNTIL);
        assertThat(dueDays(measure, "answer-survey"))
                .as("with the survey's end")
                .containsExactly(UNTIL, UNTIL, UNTIL);
        assertThat(clerk("personal").sees(measure)).isEmpty();

        ASKED.forEach(department -> clerk(department)
                .completes(
                        measure,
                        "answer-survey",
                        data -> ((ObjectNode) data.at("/activities/0")).put("name", "Möbelbörse für " + measure)));
        assertThat(waiting(measure)).containsExactly("analyse-stakeholders@wfm");
        assertThat(timer(measure, "answers-due")).as("nothing is missing").isNull();
        assertThat(all(measure, "select state from survey_answer where measure_id = :measure"))
                .containsOnly("ANSWERED");
        assertThat(rows(measure, "circular_activity")).as("one per department").isEqualTo(3);
    }

    @Test
    void theLeadClosesTheSurveyWhenADepartmentStaysSilent() {
        String measure = asked();
        clerk("wfm").completes(measure, "answer-survey");
        office.fire(measure, "answers-due");
        assertThat(waiting(measure))
                .as("late answers are still welcome")
                .containsExactly("answer-survey@immobilien", "answer-survey@umwelt", "clarify-missing-answers@wfm");
        clerk("umwelt").completes(measure, "answer-survey");

        clerk("wfm").completes(measure, "clarify-missing-answers");
        assertThat(waiting(measure)).containsExactly("analyse-stakeholders@wfm");
        assertThat(all(measure, "select department || ' ' || state from survey_answer where measure_id = :measure"))
                .containsExactlyInAnyOrder("wfm ANSWERED", "umwelt ANSWERED", "immobilien SILENT");
    }

    @Test
    void theLeadExtendsTheSurveyAndAsksAgainWhenTheNewDayIsOver() {
        String measure = asked();
        office.fire(measure, "answers-due");
        assertThat(refusal(() -> clerk("wfm")
                        .completes(measure, "clarify-missing-answers", only("result", "WAIT", "until", "2020-01-31"))))
                .containsExactly("until survey.until.notAfterToday");
        clerk("wfm").completes(measure, "clarify-missing-answers", only("result", "WAIT", "until", "2099-08-31"));
        assertThat(waiting(measure))
                .doesNotContain("clarify-missing-answers@wfm")
                .hasSize(3);
        assertThat(timer(measure, "extended-until")).isEqualTo(LocalDate.of(2099, 8, 31));
        assertThat(dueDays(measure, "answer-survey"))
                .as("who has not answered yet has until then")
                .hasSize(3)
                .containsOnly(LocalDate.of(2099, 8, 31));

        clerk("umwelt").completes(measure, "answer-survey");
        office.fire(measure, "extended-until");
        assertThat(waiting(measure)).contains("clarify-missing-answers@wfm");
        clerk("wfm").completes(measure, "clarify-missing-answers");
        assertThat(waiting(measure)).containsExactly("analyse-stakeholders@wfm");
        assertThat(all(measure, "select state from survey_answer where measure_id = :measure and state = 'SILENT'"))
                .hasSize(2);
    }

    @Test
    void theLastAnswerEndsTheSurveyEvenWhileTheLeadIsAskingForIt() {
        String measure = asked();
        office.fire(measure, "answers-due");
        ASKED.forEach(department -> clerk(department).completes(measure, "answer-survey"));
        assertThat(waiting(measure)).as("nothing left to clarify").containsExactly("analyse-stakeholders@wfm");
    }

    @Test
    void theLastAnswerEndsTheSurveyAlsoWithinTheExtension() {
        String measure = asked();
        office.fire(measure, "answers-due");
        clerk("wfm").completes(measure, "clarify-missing-answers", only("result", "WAIT", "until", "2099-08-31"));
        ASKED.forEach(department -> clerk(department).completes(measure, "answer-survey"));
        assertThat(waiting(measure)).containsExactly("analyse-stakeholders@wfm");
        assertThat(timer(measure, "extended-until")).isNull();
    }

    @Test
    void analysisAndSummaryComeBackUntilTheClimateUnitAgrees() {
        String measure = answered();
        clerk("wfm").completes(measure, "analyse-stakeholders");
        assertThat(waiting(measure)).containsExactly("review-stakeholders@klima");
        clerk("klima")
                .completes(measure, "review-stakeholders", only("result", "RETURN", "comment", "Die Kantinen fehlen."));
        assertThat(waiting(measure)).containsExactly("analyse-stakeholders@wfm");
        clerk("wfm").completes(measure, "analyse-stakeholders");
        assertThat(rows(measure, "stakeholder")).as("the list is replaced").isEqualTo(3);
        clerk("klima").completes(measure, "review-stakeholders");

        clerk("wfm").completes(measure, "summarise-status-quo");
        assertThat(waiting(measure)).containsExactly("release-status-quo@klima");
        clerk("klima").completes(measure, "release-status-quo", only("result", "RETURN", "comment", "Bitte kürzer."));
        assertThat(waiting(measure)).containsExactly("summarise-status-quo@wfm");
        clerk("wfm").completes(measure, "summarise-status-quo");
        clerk("klima").completes(measure, "release-status-quo");
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
        assertThat(rows(measure, "survey_review")).isEqualTo(4);
    }

    @Test
    void aKeyPlayerNeedsASupervisingUnit() {
        String measure = answered();
        Map<String, Object> before = everything(measure);
        assertThat(refusal(() -> clerk("wfm")
                        .completes(
                                measure,
                                "analyse-stakeholders",
                                data -> ((ObjectNode) data.at("/stakeholders/0")).remove("supervisingUnit"))))
                .containsExactly("stakeholders[0].supervisingUnit survey.stakeholder.supervisingUnitMissing");
        assertThat(everything(measure)).isEqualTo(before);
        assertThat(rows(measure, "stakeholder")).isZero();
    }

    private String asked() {
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        return measure;
    }

    private String answered() {
        String measure = asked();
        ASKED.forEach(department -> clerk(department).completes(measure, "answer-survey"));
        return measure;
    }
}
