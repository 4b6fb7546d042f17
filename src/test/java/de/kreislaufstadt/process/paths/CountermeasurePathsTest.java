package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** All ways through a countermeasure, from the report that begins it to its end. */
class CountermeasurePathsTest extends RoundPaths {

    private static final String PORTFOLIO = "/camunda/api/kreislaufstadt/portfolio";

    @Test
    void twoReportsAtRiskBeginOneCountermeasureWhichIsPlannedAcceptedAndWorks() {
        String measure = implemented();
        reportedAtRisk(measure);
        assertThat(waiting(measure)).as("once is no reason").doesNotContain("plan-countermeasure@wfm");
        reportedAtRisk(measure);
        assertThat(waiting(measure)).contains("plan-countermeasure@wfm");
        LocalDate deadline =
                LocalDate.parse(one(measure, "select deadline from countermeasure where measure_id = :measure"));
        assertThat(deadline)
                .as("six months, and on a day off the next working day")
                .isBetween(today().plusMonths(6), today().plusMonths(6).plusDays(5));
        assertThat(timer(measure, "time-is-over")).isEqualTo(deadline.plusDays(1));
        reportedAtRisk(measure);
        assertThat(rows(measure, "countermeasure"))
                .as("one at a time for a cause")
                .isEqualTo(1);

        clerk("wfm").completes(measure, "plan-countermeasure", plan());
        clerk("klima")
                .completes(
                        measure, "accept-countermeasure", only("result", "RETURN", "comment", "Wer zahlt die Miete?"));
        assertThat(waiting(measure)).contains("plan-countermeasure@wfm");
        clerk("wfm").completes(measure, "plan-countermeasure", plan());
        clerk("klima").completes(measure, "accept-countermeasure");
        assertThat(due(measure, "report-effect")).isEqualTo(deadline);
        assertThat(inPortfolio(measure).path("lightText").asText()).endsWith(", Gegenmaßnahme läuft");
        assertThat(inPortfolio(measure).path("light").asText()).isNotEqualTo("GREEN");
        clerk("wfm").completes(measure, "report-effect");
        assertThat(state(measure, "state")).isEqualTo("EFFECTIVE");
        assertThat(inPortfolio(measure).isMissingNode()).isTrue();
        assertThat(waiting(measure)).noneMatch(task -> task.contains("countermeasure") || task.contains("effect"));

        JsonNode shown = browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/measures/" + measure + "/countermeasures")
                .json();
        assertThat(shown.at("/0/cause").asText()).contains("zwei Berichten nacheinander");
        assertThat(shown.at("/0/steps").findValuesAsText("what"))
                .containsExactly("Geplant", "Zurückgegeben", "Geplant", "Angenommen", "Wirkt");
    }

    @Test
    void anIndicatorThatMissesItsTargetBeginsOneAndTheSuperiorIsAskedWhenTimeIsOver() {
        String measure = withTarget(2025, 100);
        value(measure, 99.5);
        assertThat(state(measure, "cause || ' ' || indicator || ' ' || trim_scale(observed)"))
                .isEqualTo("INDICATOR_MISSED Abgegebene Bauteile 99.5");
        clerk("wfm").completes(measure, "plan-countermeasure", plan());

        office.fire(measure, "time-is-over");
        assertThat(waiting(measure))
                .contains("settle-countermeasure@managers")
                .doesNotContain("accept-countermeasure@klima");
        LocalDate until = today().plusDays(40);
        assertThat(Refusal.refusal(() -> head("klima")
                        .completes(
                                measure,
                                "settle-countermeasure",
                                only("result", "CONTINUE", "until", today().toString(), "reason", "Noch einmal."))))
                .containsExactly("until countermeasure.until.past");
        head("klima")
                .completes(
                        measure,
                        "settle-countermeasure",
                        only("result", "CONTINUE", "until", until.toString(), "reason", "Die Halle ist gemietet."));
        assertThat(waiting(measure)).contains("plan-countermeasure@wfm");
        assertThat(LocalDate.parse(state(measure, "deadline"))).isBetween(until, until.plusDays(5));

        office.fire(measure, "time-is-over");
        head("klima").completes(measure, "settle-countermeasure");
        assertThat(state(measure, "state")).isEqualTo("STOPPED");
        assertThat(waiting(measure)).noneMatch(task -> task.contains("countermeasure"));
    }

    @Test
    void aCountermeasureWithoutEffectGoesToTheSuperiorBeforeItsTimeIsOver() {
        String measure = withTarget(2025, 100);
        value(measure, 3);
        clerk("wfm").completes(measure, "plan-countermeasure", plan());
        clerk("klima").completes(measure, "accept-countermeasure");
        clerk("wfm").completes(measure, "report-effect", data -> data.put("effect", "NOT_EFFECTIVE"));
        assertThat(waiting(measure)).contains("settle-countermeasure@managers");
        head("klima").completes(measure, "settle-countermeasure");
        assertThat(state(measure, "state")).isEqualTo("STOPPED");
    }

    @Test
    void aTargetThatIsReachedOrStillAheadBeginsNothing() {
        String reached = withTarget(2025, 100);
        value(reached, 100);
        String ahead = withTarget(today().getYear(), 100);
        value(ahead, 3);
        assertThat(rows(reached, "countermeasure") + rows(ahead, "countermeasure"))
                .isZero();
    }

    @Test
    void aPlanEndsWithTheDeadlineAndIsNotAcceptedByWhoWroteIt() {
        String measure = withTarget(2025, 100);
        value(measure, 3);
        Map<String, Object> before = everything(measure);
        assertThat(planned(measure, today().minusDays(1))).containsExactly("until countermeasure.until.past");
        assertThat(planned(measure, today().plusYears(1))).containsExactly("until countermeasure.until.afterDeadline");
        assertThat(everything(measure)).isEqualTo(before);
    }

    private Iterable<String> planned(String measure, LocalDate until) {
        return Refusal.refusal(() ->
                clerk("wfm").completes(measure, "plan-countermeasure", data -> data.put("until", until.toString())));
    }

    private static Consumer<ObjectNode> plan() {
        return data -> data.put("until", today().plusDays(30).toString());
    }

    @Test
    void aCountermeasureEndsWithItsMeasure() {
        String measure = implemented();
        reportedAtRisk(measure);
        reportedAtRisk(measure);

        assertThat(browser("wfm-leitung")
                        .post(
                                "/camunda/api/kreislaufstadt/measures/" + measure + "/steering/cancel",
                                "{\"reason\": \"Kein Geld.\"}")
                        .status())
                .isEqualTo(200);

        assertThat(state(measure, "state || ' ' || (ended_at is not null)")).isEqualTo("ENDED true");
        assertThat(waiting(measure)).isEmpty();
        assertThat(inPortfolio(measure).isMissingNode()).isTrue();
    }

    @Test
    void thePortfolioKnowsNoOtherCountermeasuresThanThoseThatRun() {
        assertThat(browser("beobachtung").get(PORTFOLIO + "?countermeasure=EFFECTIVE"))
                .satisfies(answer -> assertThat(errors(answer)).containsExactly("countermeasure"));
    }

    /** @return its row among the measures for which a countermeasure runs; missing where it is not one of them */
    private JsonNode inPortfolio(String measure) {
        JsonNode rows = browser("beobachtung")
                .get(PORTFOLIO + "?countermeasure=RUNNING&words=" + measure)
                .json()
                .path("rows");
        for (JsonNode row : rows) {
            if (row.path("number").asText().equals(measure)) {
                return row;
            }
        }
        return rows.path(rows.size());
    }

    private void reportedAtRisk(String measure) {
        opened(measure);
        reports(measure, data -> data.put("assessment", "AT_RISK").put("reason", "Das Lager fehlt."));
    }

    private void value(String measure, double value) {
        opened(measure);
        reports(
                measure,
                data -> data.putArray("indicators")
                        .addObject()
                        .put("indicator", "Abgegebene Bauteile")
                        .put("measuredOn", today().toString())
                        .put("value", value)
                        .put("source", "Zählung"));
    }

    private String withTarget(int year, int goal) {
        String measure = clerk("wfm")
                .proposes(office.valid(
                        "propose-measure",
                        data -> data.putArray("indicators")
                                .addObject()
                                .put("name", "Abgegebene Bauteile")
                                .put("kind", "MEASURABLE")
                                .put("unit", "Stück")
                                .put("start", 0)
                                .put("goal", goal)
                                .put("targetYear", year)));
        clerk("klima").completes(measure, "review-proposal");
        head("wfm").completes(measure, "decide-measure", approval("IMPLEMENTATION"));
        return measure;
    }

    private String state(String measure, String column) {
        return one(measure, "select " + column + " from countermeasure where measure_id = :measure");
    }
}
