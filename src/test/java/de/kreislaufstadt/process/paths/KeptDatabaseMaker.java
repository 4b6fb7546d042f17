package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.KeptDatabase;
import de.kreislaufstadt.support.TestDatabase;
import java.nio.file.Path;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Makes the file of {@link KeptDatabase}, on the sources of the release: see {@code src/test/resources/upgrade/README.md}. A measure
 * stops after every step of a whole life, and some are aside: signed, resting, rejected, put back, and one with a draft.
 */
@EnabledIfSystemProperty(named = "kept.release", matches = "[0-9.]+", disabledReason = "makes a file, once per release")
class KeptDatabaseMaker extends MeasurePaths {

    @Value("${spring.datasource.url}")
    private String database;

    @LocalServerPort
    private int port;

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
        aside(about.putObject("aside"));
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

    /** Somebody has taken the task and has begun to fill in its form. */
    private String drafted() {
        String measure = proposed();
        Task task = office.open(measure, "review-proposal").get(0);
        clerk("klima").signedIn(() -> {
            office.tasks().claim(task.getId(), "klima-sachbearbeitung");
            return null;
        });
        Http clerk = new Http(port);
        clerk.signIn("klima-sachbearbeitung", "tasklist");
        assertThat(clerk.send(
                                "PUT",
                                "/camunda/api/kreislaufstadt/form/task/" + task.getId() + "/draft",
                                "{\"version\": 0, \"data\": {\"comment\": \"Halb fertig\"}}")
                        .status())
                .isEqualTo(200);
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
