package de.kreislaufstadt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The log is verified on the command line. */
@ApplicationTest
class AuditCommandTest {

    private static final String CITY = "--municipality=muenster";

    @Autowired
    private AuditCommand command;

    @Autowired
    private ChainCheck chain;

    @Autowired
    private Office office;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anIntactLogTellsItsHeadAndIsVerifiedAgainstIt() {
        office.as("wfm-sachbearbeitung").proposes();

        assertThat(run("verify")).isZero();
        String head = AuditCommand.anchorOf(chain.verify("muenster", List.of()));
        assertThat(text(out)).contains("muenster: ", head);
        assertThat(run("verify", CITY, "--anchor=" + head)).isZero();
        assertThat(text(err)).isEmpty();
    }

    @Test
    void theFirstWrongEntryIsNamed() {
        office.as("wfm-sachbearbeitung").proposes();

        assertThat(run("verify", CITY, "--anchor=1:" + "a".repeat(64))).isEqualTo(1);
        assertThat(text(err)).contains("muenster: Eintrag 1 stimmt nicht: ", "außerhalb der Datenbank");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodSaysHowItIsMeant() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("repair", CITY)).isEqualTo(2);
        assertThat(run("verify", CITY, "--anchor=1:abc")).isEqualTo(2);
        assertThat(run("verify", "--anchor=1:" + "a".repeat(64)))
                .as("of which municipality")
                .isEqualTo(2);
        assertThat(text(err)).contains("audit verify");
        assertThat(run("verify", "--municipality=nirgendwo")).isEqualTo(1);
    }

    private int run(String... arguments) {
        return command.run(List.of(arguments), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
