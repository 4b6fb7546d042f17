package de.kreislaufstadt.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Nobody outside reads of a step that nobody has decided to name. */
class PublicStepsTest {

    @Test
    void everyUserTaskIsEitherNamedOrNeverMentioned() {
        List<String> tasks = new ArrayList<>();
        for (File model : Path.of("bpmn").toFile().listFiles((folder, name) -> name.endsWith(".bpmn"))) {
            Bpmn.readModelFromFile(model).getModelElementsByType(UserTask.class).stream()
                    .map(UserTask::getId)
                    .forEach(tasks::add);
        }
        assertThat(tasks).hasSizeGreaterThan(40);
        assertThat(Stream.concat(PublicSteps.named().stream(), PublicSteps.internal().stream()))
                .containsExactlyInAnyOrderElementsOf(tasks);
    }
}
