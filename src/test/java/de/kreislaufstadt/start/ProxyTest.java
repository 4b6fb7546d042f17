package de.kreislaufstadt.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The proxy in front of several nodes: one template for containers and for plain processes, and nodes that can be as many as one likes. */
class ProxyTest {

    private static final Path TEMPLATE = Path.of("src/cluster/kreislaufstadt.conf.template");
    private static final Path SCRIPT = Path.of("src/cluster/nodes.sh");
    private static final Pattern WORD = Pattern.compile("\\$\\{([A-Z_]+)}");

    @Test
    void whatTheTemplateLeavesOpenIsSaidByComposeFileAndScript() throws IOException {
        Set<String> open = new TreeSet<>();
        WORD.matcher(Files.readString(TEMPLATE)).results().forEach(word -> open.add(word.group(1)));

        assertThat(open).containsExactly("KREISLAUFSTADT_LISTEN", "KREISLAUFSTADT_NODES");
        String script = Files.readString(SCRIPT);
        JsonNode environment = service("proxy").path("environment");
        assertThat(open).allSatisfy(word -> {
            assertThat(environment.has(word)).as(word).isTrue();
            assertThat(script).contains("'${" + word + "}'");
        });
        assertThat(service("proxy").path("volumes").toString()).contains("./" + TEMPLATE + ":/etc/nginx/templates/");
        assertThat(Files.isExecutable(SCRIPT)).isTrue();
    }

    /** A port that is published, a name or a volume of its own: of any of these there can be one. */
    @Test
    void nothingKeepsTheNodesFromBeingSeveral() throws IOException {
        JsonNode node = service("application");

        assertThat(node.has("ports")).isFalse();
        assertThat(node.has("container_name")).isFalse();
        assertThat(node.path("volumes"))
                .allSatisfy(volume -> assertThat(volume.asText()).endsWith(":ro"));
        assertThat(service("proxy")
                        .path("environment")
                        .path("KREISLAUFSTADT_NODES")
                        .asText())
                .contains("server application:8080 resolve", "resolver 127.0.0.11");
    }

    /** What may have been done is never sent to a second node. */
    @Test
    void aRequestThatChangesSomethingIsNotRepeated() throws IOException {
        String template = Files.readString(TEMPLATE);

        assertThat(template).contains("proxy_next_upstream error timeout").doesNotContain("non_idempotent");
        assertThat(template).contains("proxy_set_header Host $http_host", "X-Forwarded-For $proxy_add_x_forwarded_for");
    }

    private static JsonNode service(String name) throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(Path.of("docker-compose.yml")))
                .path("services")
                .path(name);
    }
}
