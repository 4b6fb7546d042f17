package de.kreislaufstadt.process.engine.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.engine.migrate.PlanFile.Renamed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What stands beside a model about its changes leads from any version to any later one. */
class PlanFileTest {

    private final PlanFile changes = new PlanFile(
            "a", List.of(new Renamed("one", "two"), new Renamed("two", "three"), new Renamed("x", "y")), List.of());

    @Test
    void renamesFollowOneAnotherOverSeveralReleases() {
        assertThat(pairs(Set.of("one"), Set.of("two"))).isEqualTo(Map.of("one", "two"));
        assertThat(pairs(Set.of("one"), Set.of("three"))).isEqualTo(Map.of("one", "three"));
        assertThat(pairs(Set.of("two", "x"), Set.of("three", "y"))).isEqualTo(Map.of("two", "three", "x", "y"));
    }

    @Test
    void whatIsStillThereOrNotThereYetIsNotRenamed() {
        assertThat(pairs(Set.of("one"), Set.of("one", "two")))
                .as("the old id means what it meant")
                .isEmpty();
        assertThat(pairs(Set.of("three"), Set.of("three"))).isEmpty();
        assertThat(pairs(Set.of("one"), Set.of("z"))).isEmpty();
    }

    @Test
    void oneThatWasRenamedBackEndsWhereItBegan() {
        PlanFile circle = new PlanFile("a", List.of(new Renamed("one", "two"), new Renamed("two", "one")), null);
        assertThat(circle.between(Set.of("two")::contains, Set.of("one")::contains))
                .isEqualTo(Map.of("two", "one"));
        assertThat(circle.between(Set.of("one")::contains, Set.of()::contains)).isEmpty();
    }

    @Test
    void everyFileIsAboutAModelOfToday() throws IOException {
        for (PlanFile file : PlanFile.all()) {
            try (InputStream model = new ClassPathResource("bpmn/" + file.process() + ".bpmn").getInputStream()) {
                BpmnModelInstance today = Bpmn.readModelFromStream(model);
                assertThat(file.between(id -> true, id -> today.getModelElementById(id) != null))
                        .as("every id that was renamed leads to an element of today: %s", file.process())
                        .containsKeys(file.renamed().stream()
                                .map(Renamed::from)
                                .filter(id -> today.getModelElementById(id) == null)
                                .toArray(String[]::new));
                assertThat(file.anew())
                        .allSatisfy(event -> assertThat(today.<ModelElementInstance>getModelElementById(event))
                                .isNotNull());
            }
        }
        assertThat(PlanFile.all()).isNotEmpty();
    }

    private Map<String, String> pairs(Set<String> before, Set<String> after) {
        return changes.between(before::contains, after::contains);
    }
}
