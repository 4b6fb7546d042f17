package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a reporting round refuses, each with the field and nothing changed. */
class RefusedRoundsTest extends RoundPaths {

    @Test
    void theDaysOfARoundHaveToFitTogether() {
        String measure = implemented();
        LocalDate from = anyBegin();
        Map<String, Object> before = everything(measure);
        assertThat(refused(
                        from,
                        measure,
                        body -> body.put("cutOff", today().plusDays(1).toString())
                                .put("periodTo", today().plusDays(1).toString())))
                .as("a cut-off date in the future")
                .contains("cutOff");
        assertThat(refused(
                        from,
                        measure,
                        body -> body.put("cutOff", from.minusDays(1).toString())))
                .as("before the period")
                .containsExactly("cutOff");
        assertThat(refused(
                        from,
                        measure,
                        body -> body.put("periodTo", today().minusDays(1).toString())))
                .as("after the period")
                .containsExactly("cutOff");
        assertThat(refused(
                        from,
                        measure,
                        body -> body.put("periodTo", from.minusDays(1).toString())))
                .contains("periodTo");
        assertThat(refused(
                        from,
                        measure,
                        body -> body.put("due", today().minusDays(1).toString())))
                .containsExactly("due");
        assertThat(refused(from, measure, body -> body.put("cutOff", "gestern")))
                .containsExactly("cutOff");
        assertThat(refused(from, measure, body -> body.remove("name"))).containsExactly("name");
        assertThat(refused(from, measure, body -> body.withArray("measures").add("XX-999")))
                .containsExactly("measures");
        assertThat(everything(measure)).isEqualTo(before);
    }

    @Test
    void aPeriodHasOneRound() {
        String measure = implemented();
        LocalDate from = anyBegin();
        opened(round(from, measure));
        assertThat(refused(from, measure, body -> {})).containsExactly("periodFrom");
    }

    @Test
    void aReportKeepsToTheDaysOfTheRoundToNumbersAndToTheIndicatorsOfTheRecord() {
        String measure = implemented();
        LocalDate from = anyBegin();
        opened(round(from, measure));
        Map<String, Object> before = everything(measure);
        assertThat(problems(
                        measure, data -> data.put("asOf", today().plusDays(1).toString())))
                .containsExactly("asOf reporting.asOf.afterCutOff");
        assertThat(problems(measure, data -> data.put("asOf", from.minusDays(1).toString())))
                .containsExactly("asOf reporting.asOf.beforePeriod");
        assertThat(problems(measure, data -> data.put("assessment", "AT_RISK")))
                .as("at risk, and nothing about why")
                .hasSize(1)
                .first()
                .asString()
                .startsWith("reason");
        assertThat(problems(
                        measure,
                        data -> data.withArray("years")
                                .addObject()
                                .put("year", 2026)
                                .put("plannedCost", "viel")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("years[0].plannedCost");
        assertThat(problems(measure, data -> {
                    data.withArray("years").addObject().put("year", 2026);
                    data.withArray("years").addObject().put("year", 2026);
                }))
                .containsExactly("years[1].year reporting.year.twice");
        assertThat(problems(
                        measure,
                        data -> data.withArray("indicators")
                                .addObject()
                                .put("indicator", "Erfunden")
                                .put("measuredOn", today().toString())
                                .put("value", 1)
                                .put("source", "Zählung")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("indicators[0].indicator");
        assertThat(everything(measure)).isEqualTo(before);
    }

    @Test
    void whoOpenedOrWroteDoesNotReleaseNorDoesTheirDeputy() {
        String measure = implemented();
        ObjectNode body = round(anyBegin(), measure);
        String key =
                browser(HEAD).post(ROUNDS, body.toString()).json().path("key").asText();
        runs(key, "open-reports");
        reports(measure, data -> {});
        runs(key, "withdraw-missing-reports");
        browser(UNIT).send("PUT", ROUNDS + "/" + key + "/paper", paper().toString());
        assertThat(errors(release(HEAD, key))).as("has opened the round").containsExactly("release");
        names(HEAD, HEAD, "umwelt-leitung", change -> change.put("withHead", true));
        assertThat(errors(release("umwelt-leitung", key)))
                .as("stands in for who has opened it")
                .containsExactly("release");
        names(HEAD, null, "planung-leitung", change -> change.put("headOf", "klima"));
        assertThat(errors(release("planung-leitung", key)))
                .as("stands in for the heads, one of whom has opened it")
                .containsExactly("release");
        assertThat(stateOf(key)).isEqualTo("CLOSED");
    }

    @Test
    void whoWroteAReportDoesNotReleaseItAsTheDeputyOfTheHead() {
        String measure = implemented();
        String key = opened(measure);
        reports(measure, data -> {});
        runs(key, "withdraw-missing-reports");
        browser(UNIT).send("PUT", ROUNDS + "/" + key + "/paper", paper().toString());
        names(HEAD, HEAD, "wfm-sachbearbeitung", change -> change.put("withHead", true));
        assertThat(errors(release("wfm-sachbearbeitung", key))).containsExactly("release");
        assertThat(release(HEAD, key).status())
                .as("the head has done none of it")
                .isEqualTo(204);
    }

    @Test
    void onlyTheHeadReleasesAndOnlyWithNumberAndDate() {
        String measure = implemented();
        String key = opened(measure);
        assertThat(release(HEAD, key).status()).as("reports are missing").isEqualTo(409);
        reports(measure, data -> {});
        runs(key, "withdraw-missing-reports");
        assertThat(release(UNIT, key).status()).as("a clerk").isEqualTo(403);
        assertThat(release("wfm-leitung", key).status()).as("another head").isEqualTo(403);
        assertThat(errors(release(HEAD, key))).containsExactly("number", "date", "text");
        assertThat(errors(browser(UNIT)
                        .send(
                                "PUT",
                                ROUNDS + "/" + key + "/paper",
                                paper().put("number", "573/2026").toString())))
                .containsExactly("number");
        assertThat(errors(browser(UNIT)
                        .send(
                                "PUT",
                                ROUNDS + "/" + key + "/paper",
                                paper().put("date", today().minusDays(1).toString())
                                        .toString())))
                .containsExactly("date");
    }

    @Test
    void nobodyElseRunsARoundAndStrangersSeeNone() {
        String measure = implemented();
        String key = opened(measure);
        assertThat(browser("wfm-sachbearbeitung").get(ROUNDS + "/" + key).status())
                .isEqualTo(403);
        assertThat(browser("beobachtung").get(ROUNDS + "/" + key).status()).isEqualTo(200);
        assertThat(browser("wfm-leitung")
                        .post(ROUNDS + "/" + key + "/close", "{\"reason\": \"Es reicht.\"}")
                        .status())
                .isEqualTo(403);
        assertThat(browser(UNIT).get(ROUNDS + "/BR-1999-1").status()).isEqualTo(404);
        assertThat(browser(UNIT)
                        .post(
                                ROUNDS + "/" + key + "/corrections",
                                "{\"number\": \"" + measure + "\", \"request\": \"Zu früh.\"}")
                        .status())
                .as("not frozen yet")
                .isEqualTo(409);
    }

    private Iterable<String> refused(LocalDate from, String measure, Consumer<ObjectNode> change) {
        ObjectNode body = round(from, measure);
        change.accept(body);
        return errors(browser(UNIT).post(ROUNDS, body.toString()));
    }

    private Http.Answer release(String user, String key) {
        return browser(user).post(ROUNDS + "/" + key + "/release", "{}");
    }

    private Iterable<String> problems(String measure, Consumer<ObjectNode> change) {
        return de.kreislaufstadt.support.Refusal.refusal(() -> reports(measure, change));
    }
}
