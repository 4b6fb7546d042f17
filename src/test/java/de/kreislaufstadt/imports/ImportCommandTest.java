package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Measures are imported on the command line. */
@ApplicationTest
class ImportCommandTest {

    private static final String CITY = "--municipality=muenster";
    private static final String TABLE = "Kennung in anderen Systemen;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;"
            + "Verantwortliche Stelle, wie veröffentlicht;Kosten\n";

    @TempDir
    private Path folder;

    @Autowired
    private ImportCommand command;

    @Autowired
    private Office office;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_plan_says_what_would_be_and_writes_nothing_but_its_report() throws IOException {
        Path table = table("befehl1;Quartier;Wir bauen.;Bauen und Sanieren;Stadt;ca. 25.000 € pro Jahr\n");
        Path report = folder.resolve("bericht.csv");

        assertThat(run(
                        "plan",
                        CITY,
                        "--document=Liste",
                        "--asof=26.03.2024",
                        "--lead=klima",
                        "--report=" + report,
                        table))
                .isZero();

        assertThat(text(out)).contains("befehl1", "Maßnahmen: 1 neu", "Felder der Quelle: 6", "Eine ungefähre Zahl");
        assertThat(Files.readString(report)).contains("ca. 25.000 € pro Jahr", "Kosten");
        assertThat(measures("befehl1")).isZero();
    }

    @Test
    void what_is_applied_is_there_and_the_report_is_kept() throws IOException {
        Path table = table("befehl2;Quartier;Wir bauen.;Bauen und Sanieren;Stadt;30.000 €\n");

        assertThat(run("apply", CITY, "--document=Liste", "--asof=26.03.2024", "--lead=klima", table))
                .isZero();
        assertThat(run("apply", CITY, "--document=Liste", "--asof=26.03.2024", "--lead=klima", table))
                .isZero();

        assertThat(measures("befehl2")).isEqualTo(1);
        assertThat(text(out)).contains("Der Bericht ist unter", "1 unverändert");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void a_refused_row_is_told_with_field_and_reason() throws IOException {
        Path table = table("befehl3;=1+1;Wir bauen.;Raumfahrt;Stadt;30.000 €\n");

        assertThat(run("apply", CITY, "--document=Liste", "--asof=26.03.2024", "--lead=klima", table))
                .isEqualTo(1);

        assertThat(text(out)).contains("Titel: In „Titel“ steht eine Formel", "„Raumfahrt“ ist hier nicht bekannt");
        assertThat(measures("befehl3")).isZero();
    }

    @Test
    void what_is_missing_or_cannot_be_is_told_at_once() throws IOException {
        Path table = table("befehl4;Quartier;Wir bauen.;Bauen und Sanieren;Stadt;30.000 €\n");

        assertThat(run("plan", CITY, "--asof=bald", "--lead=niemand", "--state=proposed", table))
                .isEqualTo(1);

        assertThat(text(err)).contains("document: ", "asof: ", "lead: „niemand“", "state: Möglich sind: KNOWLEDGE");
    }

    @Test
    void a_file_that_is_no_table_is_refused_with_its_reason() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "Titel;Lieblingsfarbe\nA;B");

        assertThat(run("plan", CITY, "--document=Liste", "--asof=26.03.2024", "--lead=klima", file))
                .isEqualTo(1);
        assertThat(run("plan", CITY, "--document=Liste", "--asof=26.03.2024", "--lead=klima", folder.resolve("b")))
                .isEqualTo(1);

        assertThat(text(err)).contains("Lieblingsfarbe: Die Spalte „Lieblingsfarbe“ ist unbekannt", "nicht lesen");
    }

    @Test
    void the_template_is_written_and_is_understood() throws IOException {
        Path template = folder.resolve("vorlage.xlsx");

        assertThat(run("template", CITY, template)).isZero();
        assertThat(run("plan", CITY, "--document=Liste", "--asof=26.03.2024", "--lead=klima", template))
                .isZero();
    }

    @Test
    void what_is_not_understood_says_how_it_is_meant() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("plan", CITY)).isEqualTo(2);
        assertThat(run("plan", "--document=Liste", folder)).isEqualTo(2);
        assertThat(run("plan", CITY, "--colour=red", folder)).isEqualTo(2);
        assertThat(run("plan", "--municipality=nirgends", folder)).isEqualTo(1);
        assertThat(text(err)).contains("import plan|apply");
    }

    private Path table(String rows) throws IOException {
        return Files.writeString(folder.resolve("tabelle.csv"), TABLE + rows);
    }

    private int run(Object... words) {
        List<String> arguments = new ArrayList<>();
        for (Object word : words) {
            arguments.add(word.toString());
        }
        return command.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private int measures(String id) {
        return office.jdbc()
                .sql("select count(distinct measure_id) from measure_version where municipality_id = 'muenster'"
                        + " and external_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
