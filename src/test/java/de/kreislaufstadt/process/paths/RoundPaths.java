package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Reporting rounds as the climate staff unit runs them on its page, and leads report in them at their desks. */
abstract class RoundPaths extends DeputyPaths {

    static final String ROUNDS = "/camunda/api/kreislaufstadt/rounds";
    static final String UNIT = "klima-sachbearbeitung";
    static final String HEAD = "klima-leitung";

    /** All rounds of a process share its database. */
    private static final AtomicInteger BEGUN = new AtomicInteger();

    /** Every round of the shared database has a period of its own: it begins on the day after the last one that was given out. */
    static LocalDate anyBegin() {
        return LocalDate.of(2001, 1, 1).plusDays(BEGUN.getAndIncrement());
    }

    static ObjectNode round(LocalDate from, String... measures) {
        ObjectNode body = new JsonMapper().createObjectNode();
        body.put("name", "Halbjahresbericht")
                .put("periodFrom", from.toString())
                .put("periodTo", today().toString())
                .put("cutOff", today().toString())
                .put("due", today().plusDays(28).toString());
        List.of(measures).forEach(body.withArray("measures")::add);
        return body;
    }

    /** A round of these measures whose tasks are given out. @return its key */
    String opened(String... measures) {
        return opened(round(anyBegin(), measures));
    }

    String opened(ObjectNode body) {
        Http.Answer answer = browser(UNIT).post(ROUNDS, body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String key = answer.json().path("key").asText();
        runs(key, "open-reports");
        return key;
    }

    /** Runs the job of a round until it has nothing left to do. @return how often */
    int runs(String key, String step) {
        int times = 0;
        while (office.management()
                        .createJobQuery()
                        .processInstanceId(instance(key))
                        .activityId(step)
                        .count()
                > 0) {
            office.fire(key, step);
            times++;
        }
        return times;
    }

    String instance(String key) {
        return office.jdbc()
                .sql("select instance_id from reporting_round where round_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    void reports(String measure, Consumer<ObjectNode> change) {
        clerk("wfm").completes(measure, "report-status", report().andThen(change));
    }

    static Consumer<ObjectNode> report() {
        return data -> data.put("asOf", today().toString());
    }

    JsonNode page(String key) {
        return browser(HEAD).get(ROUNDS + "/" + key).json();
    }

    String stateOf(String key) {
        return page(key).at("/round/state").asText();
    }

    /** All reports of the round are in, its paper is written by the unit. @return what the head may release now */
    String written(String... measures) {
        String key = opened(measures);
        List.of(measures).forEach(measure -> reports(measure, data -> {}));
        runs(key, "withdraw-missing-reports");
        assertThat(browser(UNIT)
                        .send("PUT", ROUNDS + "/" + key + "/paper", paper().toString())
                        .status())
                .isEqualTo(204);
        return key;
    }

    /** A round whose reports never change any more. */
    String frozen(String... measures) {
        String key = written(measures);
        Http.Answer answer = browser(HEAD).post(ROUNDS + "/" + key + "/release", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        runs(key, "freeze-reports");
        assertThat(stateOf(key)).isEqualTo("FROZEN");
        return key;
    }

    static ObjectNode paper() {
        return new JsonMapper()
                .createObjectNode()
                .put("number", "V/0573/2026")
                .put("date", today().toString())
                .put("text", "Der Rat nimmt den Bericht zur Kenntnis.");
    }

    /** @return fields and messages of a refusal, e.g. {@code cutOff Der Stichtag …} */
    static List<String> errors(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().path("errors").findValuesAsText("field");
    }

    /** A measure that is being implemented. */
    String implemented() {
        return approved("IMPLEMENTATION");
    }

    String reported(String measure, String column) {
        return one(measure, "select " + column + " from measure_report where measure_id = :measure and kind = 'ROUND'");
    }
}
