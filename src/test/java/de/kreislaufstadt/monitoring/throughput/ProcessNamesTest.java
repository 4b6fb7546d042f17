package de.kreislaufstadt.monitoring.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.form.Texts;
import java.io.File;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Durchlauf names the process behind every step as its model does: a key means nothing to the people who read it. */
class ProcessNamesTest {

    @ParameterizedTest
    @MethodSource("processes")
    void everyProcessIsCalledAsInItsModel(Process process) {
        assertThat(Texts.of("times").getOr("times.process." + process.getId(), "no name"))
                .isEqualTo(process.getName());
    }

    static Stream<Process> processes() {
        return Arrays.stream(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")))
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(Process.class).stream())
                .filter(Process::isExecutable);
    }
}
