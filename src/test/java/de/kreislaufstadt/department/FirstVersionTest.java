package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.measure.MeasureForm;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureTakeOver;
import de.kreislaufstadt.measure.MeasureTakeOver.PastMeasure;
import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** In a city whose file says nothing else, a decision begins the way of a measure to its public page. */
@ApplicationTest
class FirstVersionTest {

    private static final String PREPARE = "prepare-publication";

    @Autowired
    private Measures measures;

    @Autowired
    private MunicipalityFiles files;

    @Autowired
    private Office office;

    @Autowired
    private MeasureTakeOver past;

    @Autowired
    private Lifecycles lifecycles;

    @Autowired
    private ObjectMapper json;

    @TempDir
    private Path folder;

    @BeforeEach
    void theFileSaysNothingOfFirstVersions() throws IOException {
        Path file = folder.resolve("muenster.yaml");
        Files.writeString(file, TestCity.text().replace("  firstVersion: BY_HAND\n", ""));
        files.apply(List.of(file.toString()));
    }

    @AfterEach
    void everythingIsAsBefore() {
        files.apply(List.of(TestCity.file()));
    }

    @Test
    void withTheDecisionItsVersionWaitsToBePrepared() {
        String approved = decided(decision -> decision.putArray("phases").add("KNOWLEDGE"));
        assertThat(office.openTasks(approved)).containsExactly("define-knowledge-goals", PREPARE);
    }

    @Test
    void theSameWithARejection() {
        String rejected = decided(decision -> decision.put("result", "REJECT")
                .put("reason", "Der Nutzen ist nicht belegt.")
                .remove("phases"));
        assertThat(office.openTasks(rejected)).containsExactly(PREPARE);
    }

    @Test
    void whatIsTakenOverWaitsForSomebodyToBegin() {
        MeasureForm form = json.convertValue(office.valid("propose-measure"), MeasureForm.class);
        UUID id = past.takeOver(
                Office.MUNICIPALITY,
                new PastMeasure(
                        null, "wfm", MeasureState.KNOWLEDGE, null, List.of(PastVersion.of(form)), List.of(), List.of()),
                "admin");
        String number = measures.find(Office.MUNICIPALITY, id).number();
        lifecycles.takeOver(
                Office.MUNICIPALITY,
                id,
                number,
                "wfm",
                "phase-knowledge",
                Outcome.of("decision", "APPROVE").and("needsKnowledge", true).and("needsImplementation", true),
                List.of());
        assertThat(office.openTasks(number)).containsExactly("define-knowledge-goals");
    }

    private String decided(Consumer<ObjectNode> decision) {
        String number = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        office.as("wfm-leitung").completes(number, "decide-measure", decision);
        return number;
    }
}
