package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same requests on the command line. */
@ApplicationTest
class PersonCommandTest {

    private static final String CITY = "--municipality=muenster";

    @Autowired
    private PersonCommand command;

    @Autowired
    private Office office;

    @Autowired
    private ObjectMapper json;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aPersonIsFoundAndDeletedOnceTheListIsConfirmed() throws IOException {
        String mark = "Zeile " + UUID.randomUUID();
        String number = office.as("wfm-sachbearbeitung").proposes();
        office.jdbc()
                .sql("update measure_version set outcome = :text"
                        + " where measure_id = (select id from measure where number = :number)")
                .param("text", "Dank an " + mark + " und alle")
                .param("number", number)
                .update();

        assertThat(run("delete", CITY, "--name=" + mark)).isZero();
        JsonNode shown = json.readTree(out.toByteArray());
        assertThat(shown.at("/items/0/effect").asText()).isEqualTo("REPLACED");
        assertThat(outcome(number)).contains(mark);

        assertThat(shown.at("/items/0/certain").asBoolean())
                .as("only the name is the same")
                .isFalse();
        assertThat(run(
                        "delete",
                        CITY,
                        "--name=" + mark,
                        "--item=all",
                        "--confirm=" + shown.get("fingerprint").asText()))
                .isZero();
        assertThat(outcome(number)).isEqualTo("Dank an [gelöscht] und alle");
        assertThat(run("find", CITY, "--name=" + mark)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nichts gespeichert");
    }

    @Test
    void whatIsNotUnderstoodSaysHowItIsMeant() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("find", "--mail=x@beispiel.example")).isEqualTo(2);
        assertThat(run("forget", CITY, "--name=jemand")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("find|export|correct|restrict|block|lift|delete");
        assertThat(run("find", CITY, "mail=x@beispiel.example")).isEqualTo(2);
        assertThat(run("find", CITY, "--surname=jemand")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nicht verständlich");
        assertThat(run("lift", CITY, "--id=nichts")).isEqualTo(1);
        assertThat(run("find", CITY)).isEqualTo(1);
        assertThat(run("restrict", CITY, "--name=jemand", "--until=morgen")).isEqualTo(1);
    }

    private String outcome(String number) {
        return office.jdbc()
                .sql(
                        "select outcome from measure_version v join measure m on m.id = v.measure_id where m.number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return command.run(
                Stream.of(arguments).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
