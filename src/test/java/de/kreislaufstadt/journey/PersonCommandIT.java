package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar … person …} as an operator runs it, beside nothing else, on a database of its own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PersonCommandIT {

    private static final String CITY = " --municipality=musterstadt ";
    private static final String PERSON = "--user=umwelt-sachbearbeitung";

    @TempDir
    private Path directory;

    @Test
    void aPersonIsFoundToldAndRestrictedAndNotDeletedMeanwhile() throws IOException, InterruptedException {
        try (CityDatabase database = new CityDatabase()) {
            Process command = start(ComposeFile.environment(database, "unused", City.FILE), "person", "-");
            try (BufferedReader out = command.inputReader(StandardCharsets.UTF_8);
                    PrintStream in = new PrintStream(command.getOutputStream(), true, StandardCharsets.UTF_8)) {
                in.println("export --format=json");
                awaitRefusal("Es fehlt, um welche Kommune es geht");

                in.println("find" + CITY + "--mail=keine Adresse");
                awaitRefusal("mails: Das ist keine Mailadresse");
                in.println("find" + CITY + "--mail=niemand@beispiel.example");
                awaitRefusal("nichts gespeichert");
                in.println("find" + CITY + PERSON);
                JsonNode found = json(out);
                assertThat(found.at("/items")).isNotEmpty();

                in.println("export" + CITY + PERSON + " --format=json");
                assertThat(json(out).at("/items/0/legalBasis").asText()).contains("DSGVO");

                in.println("restrict" + CITY + PERSON + " --reason=Widerspruch wird geprüft");
                String block = out.readLine();
                in.println("delete" + CITY + PERSON + " --confirm="
                        + found.get("fingerprint").asText());
                awaitRefusal("gesperrt (Widerspruch wird geprüft)");
                in.println("lift" + CITY + "--id=" + block);
            }

            assertThat(command.waitFor()).as("the highest of all").isEqualTo(2);
            assertThat(errors()).doesNotContain("\tat ", "Exception", "niemand@");
            assertThat(database.values("select reason from kreislaufstadt.data_block where lifted_at is null"))
                    .isEmpty();
            assertThat(database.values("select id_ from camunda.act_re_deployment"))
                    .as("a command deploys nothing")
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotUnderstoodIsSaidBeforeAnythingStarts() throws IOException, InterruptedException {
        assertThat(start(Map.of(), "person", "forget", "--municipality=musterstadt")
                        .waitFor())
                .isEqualTo(2);
        assertThat(errors()).startsWith("Nach „person“ gehört").doesNotContain("\tat ");
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        return ProductionApplication.command(directory, environment, arguments)
                .redirectError(directory.resolve("errors").toFile())
                .start();
    }

    private String errors() throws IOException {
        return Files.readString(directory.resolve("errors"));
    }

    private void awaitRefusal(String reason) {
        await(reason).atMost(Duration.ofMinutes(2)).until(() -> errors().contains(reason));
    }

    /** @return the next answer, which ends with a bracket alone in its line */
    private static JsonNode json(BufferedReader out) throws IOException {
        StringBuilder text = new StringBuilder();
        String line;
        do {
            line = out.readLine();
            assertThat(line).as("answer of the command after:\n%s", text).isNotNull();
            text.append(line).append('\n');
        } while (!line.equals("}"));
        return new ObjectMapper().readTree(text.toString());
    }
}
