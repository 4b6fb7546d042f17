package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.HeardNotices;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All ways through a reporting round and the reports of its measures. */
class ReportingRoundPathsTest extends RoundPaths {

    @Autowired
    HeardNotices notices;

    @Test
    void everyLeadReportsThePaperIsWrittenTheHeadReleasesAndNothingChangesAnyMore() {
        String one = implemented();
        String other = implemented();
        String key = opened(one, other);
        assertThat(key).matches("BR-\\d{4}-\\d+");
        assertThat(waiting(one)).contains("report-status@wfm");
        assertThat(due(one, "report-status")).isBetween(today().plusDays(28), today().plusDays(35));
        JsonNode missing = page(key);
        assertThat(missing.path("missing").findValuesAsText("number")).containsExactlyInAnyOrder(one, other);
        assertThat(missing.at("/progress/0/reported").asInt()).isZero();
        assertThat(missing.at("/progress/0/missing").asInt()).isEqualTo(2);

        reports(one, data -> data.put("assessment", "DELAYED").put("reason", "Das Lager fehlt."));
        assertThat(page(key).path("missing").findValuesAsText("number")).containsExactly(other);
        assertThat(stateOf(key)).isEqualTo("COLLECTING");
        reports(other, data -> {});
        runs(key, "withdraw-missing-reports");
        assertThat(stateOf(key)).as("the last report closes the round").isEqualTo("CLOSED");
        assertThat(browser(UNIT)
                        .get(ROUNDS + "/" + key + "/draft")
                        .json()
                        .path("text")
                        .asText())
                .contains("2 von 2 Maßnahmen haben berichtet", "Verzögert: 1", "Grund: Das Lager fehlt.", one, other);
        assertThat(rows(one, "measure_status_report"))
                .as("published with the release only")
                .isZero();

        assertThat(browser(UNIT)
                        .send("PUT", ROUNDS + "/" + key + "/paper", paper().toString())
                        .status())
                .isEqualTo(204);
        assertThat(browser(HEAD).post(ROUNDS + "/" + key + "/release", "{}").status())
                .isEqualTo(204);
        runs(key, "freeze-reports");
        assertThat(stateOf(key)).isEqualTo("FROZEN");
        assertThat(office.isRunning(key)).isFalse();
        assertThat(rows(one, "measure_status_report")).isEqualTo(1);
        assertThat(reported(one, "snapshot ->> 'number'")).isEqualTo(one);
        assertThat(browser(UNIT)
                        .send("PUT", ROUNDS + "/" + key + "/paper", paper().toString())
                        .status())
                .as("frozen")
                .isEqualTo(409);
    }

    @Test
    void theFormKnowsTheLastReportAndTakesWhatIsNew() {
        String measure = clerk("wfm").proposes(office.valid("propose-measure-full", data -> {
            data.withObject("/outline").putArray("circularFields").add("OTHER");
            data.withObject("/finance").put("budgetRelation", "SUBSIDIARY_PLAN");
        }));
        clerk("klima").completes(measure, "review-proposal");
        head("wfm").completes(measure, "decide-measure", approval("IMPLEMENTATION"));
        String indicator = one(
                measure,
                "select i.name from measure_indicator i join measure_version v on v.id = i.version_id"
                        + " where v.measure_id = :measure and i.kind = 'MEASURABLE' order by i.position limit 1");
        frozenWith(measure, indicator);

        opened(measure);
        String form = "/camunda/api/kreislaufstadt/form/task/" + task(measure, "report-status");
        JsonNode data = browser("wfm-sachbearbeitung").get(form).json().path("data");
        assertThat(data.path("lastReport").asText()).contains("Der Katalog steht");
        assertThat(data.path("funding").findValuesAsText("funder")).containsExactly("Land");
        assertThat(data.path("years").findValuesAsText("actualPosts")).contains("0.5");
        assertThat(data.path("indicators").findValuesAsText("value")).contains(indicator);
    }

    private void frozenWith(String measure, String indicator) {
        String key = opened(measure);
        reports(measure, data -> {
            data.withArray("indicators")
                    .addObject()
                    .put("indicator", indicator)
                    .put("measuredOn", today().toString())
                    .put("value", 12.5)
                    .put("source", "Zählung");
            data.withArray("years")
                    .addObject()
                    .put("year", 2026)
                    .put("plannedCost", 10000)
                    .put("actualPosts", 0.5);
            data.withArray("funding")
                    .addObject()
                    .put("year", 2026)
                    .put("funder", "Land")
                    .put("planned", 5000);
        });
        runs(key, "withdraw-missing-reports");
        assertThat(one(
                        measure,
                        "select i.value from measure_report r join measure_report_indicator i on i.report_id = r.id"
                                + " where r.measure_id = :measure"))
                .isEqualTo("12.5");
    }

    @Test
    void aRoundWithoutSomeReportsClosesOnlyWithAReasonAndTheirTasksEnd() {
        String one = implemented();
        String silent = implemented();
        String key = opened(one, silent);
        reports(one, data -> {});
        Map<String, Object> before = everything(silent);
        assertThat(errors(browser(UNIT).post(ROUNDS + "/" + key + "/close", "{\"reason\": \" \"}")))
                .containsExactly("reason");
        assertThat(everything(silent)).isEqualTo(before);

        String task = task(silent, "report-status");
        assertThat(browser(UNIT)
                        .post(ROUNDS + "/" + key + "/close", "{\"reason\": \"Die Stelle ist nicht besetzt.\"}")
                        .status())
                .isEqualTo(204);
        assertThat(complete(browser("wfm-sachbearbeitung"), task, "report-status")
                        .json()
                        .path("errors")
                        .toString())
                .as("closed, though the task is still there")
                .contains("geschlossen");
        runs(key, "withdraw-missing-reports");
        assertThat(waiting(silent)).doesNotContain("report-status@wfm");
        assertThat(reported(silent, "state")).isEqualTo("MISSING");
        assertThat(browser(UNIT)
                        .get(ROUNDS + "/" + key + "/draft")
                        .json()
                        .path("text")
                        .asText())
                .contains("Ohne Bericht (1)", "Die Stelle ist nicht besetzt.", silent);
        assertThat(browser(UNIT)
                        .post(ROUNDS + "/" + key + "/close", "{\"reason\": \"Noch einmal.\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoHasNotReportedIsReminded() {
        String measure = implemented();
        String key = opened(measure);
        String task = task(measure, "report-status");
        assertThat(browser(UNIT)
                        .post(ROUNDS + "/" + key + "/remind", "{}")
                        .json()
                        .path("reminded")
                        .asInt())
                .isEqualTo(1);
        assertThat(notices.about(task)).containsExactly("REMINDED muenster-wfm null");
        reports(measure, data -> {});
        assertThat(browser(UNIT).post(ROUNDS + "/" + key + "/remind", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void aCorrectionIsANewReportThatTheHeadReleasesBesideTheOldOne() {
        String measure = implemented();
        String key = frozen(measure);
        String before = reported(measure, "text || frozen_at");
        String wanted = "{\"number\": \"" + measure + "\", \"request\": \"Die Zahl der Bauteile war falsch.\"}";
        assertThat(browser(UNIT)
                        .post(ROUNDS + "/" + key + "/corrections", wanted)
                        .status())
                .isEqualTo(201);
        assertThat(browser(UNIT)
                        .post(ROUNDS + "/" + key + "/corrections", wanted)
                        .status())
                .as("one at a time")
                .isEqualTo(409);
        reports(measure, data -> data.put("text", "Es waren 120 Bauteile."));
        assertThat(waiting(measure)).contains("release-correction@klima-head");

        head("klima").completes(measure, "release-correction", only("result", "RETURN", "comment", "Seit wann?"));
        assertThat(waiting(measure)).contains("report-status@wfm");
        reports(measure, data -> data.put("text", "Es waren 120 Bauteile, gezählt im Mai."));
        head("klima").completes(measure, "release-correction");
        assertThat(waiting(measure)).doesNotContain("report-status@wfm", "release-correction@klima-head");
        assertThat(reported(measure, "text || frozen_at")).as("never changed").isEqualTo(before);
        assertThat(one(
                        measure,
                        "select c.text from measure_report c join measure_report r on r.id = c.corrects_id"
                                + " where c.measure_id = :measure and r.kind = 'ROUND' and c.frozen_at is not null"))
                .isEqualTo("Es waren 120 Bauteile, gezählt im Mai.");
        assertThat(page(key).at("/reports/0/correctedText").asText()).contains("gezählt im Mai");
        assertThat(rows(measure, "measure_status_report")).isEqualTo(2);
    }

    @Test
    void aRoundSaysWhatComesNextWithWhomAndUntilWhen() {
        String measure = implemented();
        String key = opened(measure);
        assertThat(next(UNIT, key)).isEqualTo("Sachstand berichten, Federführungen false");
        reports(measure, data -> {});
        runs(key, "withdraw-missing-reports");
        assertThat(next(UNIT, key)).isEqualTo("Vorlage schreiben, Stabsstelle Klima true");
        assertThat(nextDue(key)).isBetween(today().plusDays(10), today().plusDays(20));
        assertThat(next("beobachtung", key)).isEqualTo("Vorlage schreiben, Stabsstelle Klima false");

        browser(UNIT).send("PUT", ROUNDS + "/" + key + "/paper", paper().toString());

        assertThat(next(UNIT, key)).as("who wrote it does not release it").endsWith("Leitung false");
        assertThat(next(HEAD, key)).isEqualTo("Runde freigeben, Stabsstelle Klima, Leitung true");
        assertThat(nextDue(key)).isBetween(today().plusDays(5), today().plusDays(13));
        browser(HEAD).post(ROUNDS + "/" + key + "/release", "{}");
        runs(key, "freeze-reports");
        assertThat(page(key).at("/round/next").isNull()).isTrue();
    }

    private String next(String user, String key) {
        JsonNode next = browser(user).get(ROUNDS + "/" + key).json().at("/round/next");
        return next.path("step").asText() + ", " + next.path("with").asText() + " "
                + next.path("waitsForYou").asBoolean();
    }

    private LocalDate nextDue(String key) {
        return LocalDate.parse(page(key).at("/round/next/due").asText());
    }
}
