package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@code docs/security/vex.cdx.json} answers to scanners is worth something only as long as the tests it names are there
 * and the version is the one they ran on.
 */
class KnownVulnerabilitiesTest {

    private static final File ANSWERS = new File("docs/security/vex.cdx.json");
    private static final String PROOF = "kreislaufstadt:proof";

    private static JsonNode answers() throws IOException {
        return new ObjectMapper().readTree(ANSWERS);
    }

    static List<JsonNode> vulnerabilities() throws IOException {
        return list(answers().get("vulnerabilities"));
    }

    @ParameterizedTest
    @MethodSource("vulnerabilities")
    void everyAnswerNamesTestsThatExist(JsonNode vulnerability) throws ClassNotFoundException {
        List<String> proofs = list(vulnerability.get("properties")).stream()
                .filter(property -> property.get("name").asText().equals(PROOF))
                .map(property -> property.get("value").asText())
                .toList();

        assertThat(vulnerability.at("/analysis/state").asText()).isEqualTo("not_affected");
        assertThat(vulnerability.at("/analysis/detail").asText()).isNotBlank();
        assertThat(proofs).as("proofs of %s", vulnerability.get("id")).isNotEmpty();
        for (String proof : proofs) {
            String[] parts = proof.split("#");
            assertThat(Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                            .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class)))
                    .as(proof)
                    .anyMatch(method -> method.getName().equals(parts[1]));
        }
    }

    @Test
    void theAnswersAreAboutTheVersionInUse() throws IOException {
        String version = ProcessEngine.class.getPackage().getImplementationVersion();

        assertThat(list(answers().get("components"))).isNotEmpty().allSatisfy(component -> {
            assertThat(component.get("version").asText()).isEqualTo(version);
            assertThat(component.get("purl").asText()).endsWith("@" + version);
        });
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
