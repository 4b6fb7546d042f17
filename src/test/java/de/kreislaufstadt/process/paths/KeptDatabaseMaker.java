package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.KeptDatabase;
import de.kreislaufstadt.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Makes the file of {@link KeptDatabase}, on the sources of the release: see {@code src/test/resources/upgrade/README.md}. A measure
 * stops after every step of a whole life, and some are aside: signed, resting, rejected, cancelled, one with a draft and a file, and
 * some in reporting rounds, of which one collects and one is frozen. Nobody sends mails meanwhile: all notices wait.
 */
@EnabledIfSystemProperty(named = "kept.release", matches = "[0-9.]+", disabledReason = "makes a file, once per release")
class KeptDatabaseMaker extends RoundPaths {

    /** In a draft and in a file, so that a test finds them again. */
    static final String HALF_DONE = "Halb fertig";

    static final byte[] FILE = "Vermerk zum Vorschlag\n".repeat(2_000).getBytes(StandardCharsets.UTF_8);

    @Value("${spring.datasource.url}")
    private String database;

    @Autowired
    private ObjectMapper json;

    @Test
    void aMeasureInEveryState() {
        ObjectNode about = json.createObjectNode();
        about.put("release", System.getProperty("kept.release"));
        about.put("day", today().toString());
        WholeLife life = new WholeLife(office, today());
        ObjectNode measures = about.putObject("measures");
        for (int done = 0; done <= life.steps(); done++) {
            String measure = life.begin();
            for (int step = 0; step < done; step++) {
                life.does(measure, step);
            }
            measures.put(measure, done);
        }
        ObjectNode aside = about.putObject("aside");
        aside(aside);
        rounds(about.putObject("rounds"), aside);
        Http reader = browser(HEAD);
        ObjectNode read = about.putObject("read");
        measures.fieldNames().forEachRemaining(measure -> read.set(measure, AsRead.of(measure, reader, office)));
        aside.fieldNames().forEachRemaining(measure -> read.set(measure, AsRead.of(measure, reader, office)));
        KeptDatabase.keep(database, Path.of("target", System.getProperty("kept.release") + ".zip"), about);
        assertThat(measures).hasSize(life.steps() + 1);
    }

    private void aside(ObjectNode aside) {
        aside.put(toBeSigned(), "TO_BE_SIGNED");
        String signed = toBeSigned();
        clerk("ratsservice").completes(signed, "co-sign", current(signed));
        aside.put(signed, "PARTLY_SIGNED");
        String rejected = reviewed();
        head("wfm").completes(rejected, "decide-measure", decision -> {
            decision.remove("phases");
            decision.put("result", "REJECT").put("reason", "Die Mittel fehlen.");
        });
        aside.put(rejected, "REJECTED");
        String resting = approved("KNOWLEDGE");
        steers(resting, "pause");
        aside.put(resting, "RESTING");
        String cancelled = approved("STATUS_QUO");
        steers(cancelled, "cancel");
        aside.put(cancelled, "CANCELLED");
        aside.put(drafted(), "DRAFTED");
    }

    /** Of two measures that report, one has done so and one has not. */
    private void rounds(ObjectNode rounds, ObjectNode aside) {
        String over = implemented();
        rounds.put(frozen(over), "FROZEN");
        aside.put(over, "FROZEN");
        String reported = implemented();
        String silent = implemented();
        String open = opened(reported, silent);
        reports(reported, data -> {});
        rounds.put(open, stateOf(open));
        aside.put(reported, "REPORTED");
        aside.put(silent, "TO_REPORT");
    }

    /** Somebody has taken the task, has begun to fill in its form and has put a file with it. */
    private String drafted() {
        String measure = proposed();
        String task = task(measure, "review-proposal");
        Http clerk = browser(UNIT);
        claims(clerk, UNIT, task);
        Http.Answer saved = clerk.send(
                "PUT",
                "/camunda/api/kreislaufstadt/form/task/" + task + "/draft",
                "{\"version\": 0, \"data\": {\"note\": \"" + HALF_DONE + "\"}}");
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        Http.Answer file = clerk.upload(
                "/camunda/api/kreislaufstadt/tasks/" + task + "/documents?kind=OTHER",
                "attachment; filename*=UTF-8''vermerk.txt",
                BodyPublishers.ofByteArray(FILE));
        assertThat(file.status()).as(file.body()).isEqualTo(201);
        return measure;
    }

    private void steers(String measure, String how) {
        Http head = new Http(port);
        head.signIn("wfm-leitung", TestDatabase.PASSWORD, "tasklist");
        Http.Answer answer = head.post(
                "/camunda/api/kreislaufstadt/measures/" + measure + "/steering/" + how,
                "{\"reason\": \"Haushaltssperre\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
