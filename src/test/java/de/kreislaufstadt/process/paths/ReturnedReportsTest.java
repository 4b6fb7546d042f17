package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import org.junit.jupiter.api.Test;

/** The climate staff unit gives a single report back; and what becomes of a round whose measures rest or end meanwhile. */
class ReturnedReportsTest extends RoundPaths {

    @Test
    void aSingleReportIsWrittenAnewWhileThePaperIsBeingWritten() {
        String one = implemented();
        String other = implemented();
        String key = written(one, other);

        assertThat(givesBack(key, one, "Seit wann gilt das?").status()).isEqualTo(201);

        assertThat(waiting(one)).contains("report-status@wfm");
        assertThat(waiting(other)).doesNotContain("report-status@wfm");
        assertThat(due(one, "report-status")).isBetween(today().plusDays(7), today().plusDays(11));
        JsonNode page = page(key);
        assertThat(page.at("/round/state").asText()).isEqualTo("CLOSED");
        assertThat(page.at("/round/reported").asInt()).isEqualTo(1);
        assertThat(shown(page, one).path("state").asText()).isEqualTo("OPEN");
        assertThat(shown(page, one).path("givenBackBecause").asText()).isEqualTo("Seit wann gilt das?");
        assertThat(release(key).status()).as("one report is not there").isEqualTo(409);
        JsonNode form = browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/form/task/" + taskOf(one))
                .json()
                .path("data");
        assertThat(form.path("correction").asText()).isEqualTo("Seit wann gilt das?");
        assertThat(form.path("text").asText()).as("nothing is typed twice").startsWith("Der Katalog steht");

        reports(one, data -> data.put("text", "Der Katalog steht seit Mai."));

        assertThat(shown(page(key), one).path("text").asText()).isEqualTo("Der Katalog steht seit Mai.");
        assertThat(release(key).status()).isEqualTo(204);
        runs(key, "freeze-reports");
        assertThat(all(one, "select text from measure_status_report where measure_id = :measure"))
                .containsExactly("Der Katalog steht seit Mai.");
    }

    @Test
    void aReportThatWasGivenBackHoldsAsItWasIfTheUnitSaysSo() {
        String measure = implemented();
        String key = written(measure);
        givesBack(key, measure, "Bitte kürzer.");
        interrupts(measure, "pause");

        assertThat(browser(UNIT).send("DELETE", returned(key, measure), null).status())
                .isEqualTo(204);

        assertThat(waiting(measure)).doesNotContain("report-status@wfm");
        assertThat(shown(page(key), measure).path("state").asText()).isEqualTo("REPORTED");
        assertThat(page(key).at("/round/reported").asInt()).isEqualTo(1);
        assertThat(errors(browser(UNIT).send("DELETE", returned(key, measure), null)))
                .as("a second time")
                .containsExactly("number");
        assertThat(release(key).status()).isEqualTo(204);
    }

    @Test
    void aRoundThatStillCollectsWaitsForAReportThatWasGivenBack() {
        String one = implemented();
        String other = implemented();
        String key = opened(one, other);
        reports(one, data -> {});
        assertThat(shown(page(key), one).path("state").asText())
                .as("what is there can be read")
                .isEqualTo("REPORTED");
        givesBack(key, one, "Bitte mit Zahlen.");
        assertThat(page(key).path("missing").findValuesAsText("number")).containsExactlyInAnyOrder(one, other);

        reports(other, data -> {});
        assertThat(stateOf(key)).isEqualTo("COLLECTING");
        reports(one, data -> {});
        runs(key, "withdraw-missing-reports");
        assertThat(stateOf(key)).isEqualTo("CLOSED");
    }

    @Test
    void onlyWhatIsThereIsGivenBackByTheUnitForAReasonAndUntilADayToCome() {
        String one = implemented();
        String other = implemented();
        String key = opened(one, other);
        reports(one, data -> {});
        assertThat(errors(givesBack(key, other, "Zu früh."))).containsExactly("number");
        assertThat(errors(givesBack(key, "XX-999", "Wer?"))).containsExactly("number");
        assertThat(errors(givesBack(key, one, " "))).containsExactly("reason");
        assertThat(errors(browser(UNIT)
                        .post(
                                ROUNDS + "/" + key + "/returns",
                                wanted(
                                        one,
                                        "Bitte mit Zahlen.",
                                        today().minusDays(1).toString()))))
                .containsExactly("due");
        assertThat(errors(
                        browser(UNIT).post(ROUNDS + "/" + key + "/returns", wanted(one, "Bitte mit Zahlen.", "bald"))))
                .containsExactly("due");
        assertThat(errors(browser(UNIT).send("DELETE", returned(key, one), null)))
                .containsExactly("number");
        assertThat(browser("wfm-leitung")
                        .post(
                                ROUNDS + "/" + key + "/returns",
                                wanted(
                                        one,
                                        "Bitte mit Zahlen.",
                                        today().plusDays(7).toString()))
                        .status())
                .isEqualTo(403);
        interrupts(one, "pause");
        assertThat(errors(givesBack(key, one, "Bitte mit Zahlen."))).containsExactly("number");
        assertThat(reported(one, "state")).isEqualTo("REPORTED");

        String frozen = frozen(implemented());
        assertThat(givesBack(frozen, one, "Zu spät.").status()).isEqualTo(409);
    }

    @Test
    void nobodyWaitsForAMeasureThatHasEnded() {
        String one = implemented();
        String other = implemented();
        String key = opened(one, other);
        reports(one, data -> {});

        interrupts(other, "cancel");

        runs(key, "withdraw-missing-reports");
        JsonNode page = page(key);
        assertThat(page.at("/round/state").asText()).isEqualTo("CLOSED");
        assertThat(page.at("/round/expected").asInt()).isEqualTo(1);
        assertThat(shown(page, other).path("state").asText()).isEqualTo("ENDED");
        assertThat(shown(page, other).path("restsBecause").asText()).isEqualTo("Kein Geld.");
        assertThat(browser(UNIT)
                        .get(ROUNDS + "/" + key + "/draft")
                        .json()
                        .path("text")
                        .asText())
                .contains(
                        "1 von 1 Maßnahmen haben berichtet", "abgebrochene oder zusammengeführte Maßnahmen (1)", other);
    }

    @Test
    void aRoundClosesWithoutAMeasureThatHasComeToRest() {
        String one = implemented();
        String other = implemented();
        String key = opened(one, other);
        reports(one, data -> {});
        interrupts(other, "pause");

        assertThat(browser(UNIT)
                        .post(ROUNDS + "/" + key + "/close", "{\"reason\": \"Sie ruht.\"}")
                        .status())
                .isEqualTo(204);
        runs(key, "withdraw-missing-reports");

        assertThat(stateOf(key)).isEqualTo("CLOSED");
        assertThat(waiting(other)).noneMatch(task -> task.startsWith("report-status"));
        assertThat(reported(other, "state")).isEqualTo("MISSING");
    }

    private Http.Answer givesBack(String key, String measure, String reason) {
        return browser(UNIT)
                .post(
                        ROUNDS + "/" + key + "/returns",
                        wanted(measure, reason, today().plusDays(7).toString()));
    }

    private static String wanted(String measure, String reason, String due) {
        return "{\"number\": \"%s\", \"reason\": \"%s\", \"due\": \"%s\"}".formatted(measure, reason, due);
    }

    private static String returned(String key, String measure) {
        return ROUNDS + "/" + key + "/returns/" + measure;
    }

    private Http.Answer release(String key) {
        return browser(HEAD).post(ROUNDS + "/" + key + "/release", "{}");
    }

    private String taskOf(String measure) {
        return office.open(measure, "report-status").get(0).getId();
    }

    private void interrupts(String measure, String how) {
        Http.Answer answer = browser("wfm-leitung")
                .post(
                        "/camunda/api/kreislaufstadt/measures/" + measure + "/steering/" + how,
                        "{\"reason\": \"Kein Geld.\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode shown(JsonNode page, String measure) {
        for (JsonNode report : page.path("reports")) {
            if (report.path("number").asText().equals(measure)) {
                return report;
            }
        }
        throw new AssertionError("No report of " + measure);
    }
}
