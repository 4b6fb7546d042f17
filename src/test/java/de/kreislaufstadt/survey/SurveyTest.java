package de.kreislaufstadt.survey;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.PhaseDesk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Departments are asked where they stand; who is missing stays visible. */
class SurveyTest {

    private static final String LEAD = "wfm-sachbearbeitung";
    private static final String UMWELT = "umwelt-sachbearbeitung";

    private final PhaseDesk desk = new PhaseDesk("survey");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theLeadAsksTheDepartmentsOfTheMeasure() {
        assertThat(desk.prefill("prepare-survey").get("departments")).isEqualTo(List.of("wfm", "umwelt", "immobilien"));
        desk.completes(LEAD, "prepare-survey");

        assertThat(desk.routing("surveyDepartments")).asString().contains("wfm", "umwelt", "immobilien");
        assertThat(desk.routing("surveyUntil")).isEqualTo("2099-06-30");
        assertThat(desk.one("select count(*) from survey_answer where state = 'ASKED'"))
                .isEqualTo("3");
        assertThat(refusal(() ->
                        desk.completes(LEAD, "prepare-survey", data -> data.put("until", PhaseDesk.TODAY.toString()))))
                .containsExactly("until survey.until.notAfterToday");
        assertThat(refusal(() -> desk.completes(LEAD, "prepare-survey", data -> data.put("mailbox", "kein Postfach"))))
                .containsExactly("mailbox form.pattern");
    }

    @Test
    void anAnswerFillsTheRegisterAndTheSwot() {
        answerAs("umwelt");

        assertThat(desk.one("select state from survey_answer where department = 'umwelt'"))
                .isEqualTo("ANSWERED");
        assertThat(desk.one("select department || ' ' || status from circular_activity"))
                .isEqualTo("umwelt RUNNING");
        assertThat(desk.one("select change from circular_activity_report where survey_id is not null"))
                .isEqualTo("NEW");
        assertThat(desk.all("select kind from survey_swot order by position"))
                .containsExactly("STRENGTH", "WEAKNESS", "OPPORTUNITY", "THREAT");
        assertThat(desk.all("select level from survey_maturity order by component"))
                .containsExactly("3", "1");
        assertThat(desk.all("select field || ' ' || status from reported_value order by field"))
                .containsExactly("figure NOT_QUANTIFIABLE", "quantity VALUE");
    }

    @Test
    void noActivitiesMustBeSaid() {
        prepare("umwelt");
        assertThat(refusal(() -> desk.completes(UMWELT, "answer-survey", data -> data.remove("activities"))))
                .containsExactly("activities survey.activity.noneAndNotSaid");
        desk.completes(UMWELT, "answer-survey", data -> {
            data.remove("activities");
            data.put("noActivities", true);
        });
        assertThat(desk.one("select count(*) from circular_activity")).isEqualTo("0");
    }

    @Test
    void anAnswerIsRefusedWithEveryReasonAtItsField() {
        prepare("umwelt");
        assertThat(refusal(() -> desk.completes(UMWELT, "answer-survey", data -> {
                    ArrayNode activities = (ArrayNode) data.get("activities");
                    ((ObjectNode) activities.get(0).get("quantity")).remove("unit");
                    ((ObjectNode) data.get("keyFigures").get(0)).remove("figure");
                })))
                .containsExactly(
                        "activities[0].quantity.unit form.required", "keyFigures[0].figure.status form.required");
        assertThat(refusal(() -> desk.completes(UMWELT, "answer-survey", data -> {
                    ArrayNode maturity = (ArrayNode) data.get("maturity");
                    maturity.add(maturity.get(0).deepCopy());
                })))
                .containsExactly("maturity[2].component survey.maturity.duplicate");
        assertThat(refusal(() -> desk.completes(UMWELT, "answer-survey", data -> {
                    ArrayNode activities = (ArrayNode) data.get("activities");
                    activities.add(activities.get(0).deepCopy());
                    ((ObjectNode) activities.get(0).get("quantity"))
                            .put("baseYear", 2030)
                            .put("targetYear", 2024);
                })))
                .containsExactly(
                        "activities[1].name survey.activity.duplicate",
                        "activities[0].quantity.targetYear measure.reportedValue.yearOrder");
        assertThat(refusal(() -> desk.completes(
                        UMWELT,
                        "answer-survey",
                        data -> ((ObjectNode) data.get("maturity").get(0)).put("level", 5))))
                .containsExactly("maturity[0].level form.max");
        assertThat(refusal(() -> desk.completes(
                        UMWELT,
                        "answer-survey",
                        data -> ((ObjectNode) data.get("activities").get(0).get("quantity")).put("from", 1))))
                .containsExactly("activities[0].quantity.from form.hidden");
    }

    @Test
    void aComponentMayStayUnratedButALevelNeedsEvidence() {
        prepare("umwelt");
        assertThat(desk.prefill("answer-survey").get("maturity")).asString().contains("VISION_GOALS", "PRODUCTS");
        assertThat(refusal(() -> desk.completes(UMWELT, "answer-survey", data -> {
                    ((ObjectNode) data.get("maturity").get(0)).remove("evidence");
                    ((ObjectNode) data.get("maturity").get(1)).remove("level");
                })))
                .containsExactly(
                        "maturity[0].evidence survey.maturity.evidenceMissing",
                        "maturity[1].level survey.maturity.levelMissing");
        desk.completes(
                UMWELT,
                "answer-survey",
                data -> ((ObjectNode) data.get("maturity").get(0)).remove(List.of("level", "evidence")));
        assertThat(desk.all("select component from survey_maturity")).containsExactly("PRODUCTS");
    }

    @Test
    void aDepartmentSeesOnlyItsOwnActivities() {
        answerAs("umwelt");
        desk.routing("department", "immobilien");
        assertThat(refusal(() -> desk.completes(
                        "immobilien-sachbearbeitung",
                        "answer-survey",
                        data -> ((ObjectNode) data.get("activities").get(0))
                                .put("activity", desk.one("select id from circular_activity")))))
                .containsExactly("activities[0].activity form.choice");
        assertThat(desk.prefill("answer-survey").get("activities")).isEqualTo(List.of());
    }

    @Test
    void waitingNeedsANewDayInTheFuture() {
        prepare("umwelt");
        assertThat(desk.prefill("clarify-missing-answers").get("answers").toString())
                .contains("Amt umwelt | fehlt");
        assertThat(refusal(() -> desk.completes(LEAD, "clarify-missing-answers", data -> {
                    data.remove("reason");
                    data.put("result", "WAIT").put("until", PhaseDesk.TODAY.toString());
                })))
                .containsExactly("until survey.until.notAfterToday");
        desk.completes(LEAD, "clarify-missing-answers", data -> {
            data.remove("reason");
            data.put("result", "WAIT").put("until", "2026-04-01");
        });
        assertThat(desk.routing("surveyUntil")).isEqualTo("2026-04-01");
        assertThat(desk.one("select answer_until from survey")).isEqualTo("2026-04-01");
    }

    @Test
    void closingNeedsAReasonAndRecordsWhoStayedSilent() {
        answerAs("umwelt");
        assertThat(refusal(() -> desk.completes(LEAD, "clarify-missing-answers", data -> data.remove("reason"))))
                .containsExactly("reason form.required");
        desk.completes(LEAD, "clarify-missing-answers");

        assertThat(desk.routing("clarifyResult")).isEqualTo("CLOSE");
        assertThat(desk.all("select department from survey_answer where state = 'SILENT' order by 1"))
                .containsExactly("immobilien", "wfm");
        assertThat(desk.one("select closed_by from survey")).isEqualTo(LEAD);
    }

    @Test
    void theSummaryStartsFromTheAnswersAndNeedsASecondPairOfEyes() {
        answerAs("umwelt");
        desk.completes(LEAD, "clarify-missing-answers");
        Map<String, ?> shown = desk.prefill("summarise-status-quo");
        assertThat(shown.get("counts").toString())
                .contains("Rückmeldungen: **1**", "ausgeblieben: **2**", "Kreislaufaktivitäten: **1**");
        assertThat(shown.get("swot").toString()).contains("Kurze Wege");
        assertThat(shown.get("maturity").toString()).contains("component=STRATEGY, level=1");

        assertThat(refusal(() -> desk.completes(LEAD, "summarise-status-quo", data -> data.put("asOf", "2026-03-03"))))
                .containsExactly("asOf survey.statusQuo.asOfInFuture");
        desk.completesPrefilled(
                LEAD,
                "summarise-status-quo",
                Set.of("maturity", "source", "asOf"),
                data -> data.put("summary", "Viele Aktivitäten, <b>keine</b> Strategie")
                        .put("conclusions", "Mit Bau beginnen"));
        assertThat(desk.all("select component from status_quo_maturity order by 1"))
                .containsExactly("PRODUCTS", "STRATEGY");

        assertThat(desk.prefill("release-status-quo").get("statusQuo").toString())
                .contains("&lt;b&gt;");
        assertThat(refusal(() -> desk.completes(LEAD, "release-status-quo")))
                .containsExactly("result process.fourEyes");
        desk.completes(
                "klima-sachbearbeitung",
                "release-status-quo",
                data -> data.put("result", "RETURN").put("comment", "Bitte die Kantinen ergänzen."));
        assertThat(desk.prefill("summarise-status-quo").get("returned").toString())
                .contains("Kantinen");
        desk.completes("wfm-leitung", "summarise-status-quo");
        desk.completes("klima-sachbearbeitung", "release-status-quo");
        assertThat(desk.routing("releaseResult")).isEqualTo("RELEASE");
        assertThat(desk.one("select summarised_by || ' ' || released_by from status_quo"))
                .isEqualTo("wfm-leitung klima-sachbearbeitung");
    }

    private void prepare(String department) {
        desk.completes(LEAD, "prepare-survey");
        desk.routing("department", department);
    }

    private void answerAs(String department) {
        prepare(department);
        desk.completes(department + "-sachbearbeitung", "answer-survey");
    }
}
