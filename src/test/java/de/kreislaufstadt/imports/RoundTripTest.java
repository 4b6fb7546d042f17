package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.SourceRecord.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

    @TempDir
    private Path folder;

    private ImportingCity desk;

    @BeforeEach
    void a_city_has_the_measures_of_its_contract() {
        desk = new ImportingCity(folder);
        desk.carryOut(desk.plan(desk.contract()));
        assertThat(desk.known()).hasSize(4);
    }

    @Test
    void a_table_that_was_written_and_is_read_again_changes_nothing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableWriter(ImportingCity.CITY).csv(Part.TABLE, desk.known(), out);
        assertLeft(desk.plan(desk.file("export.csv", out.toByteArray())));
    }

    @Test
    void a_workbook_that_was_written_and_is_read_again_changes_nothing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableWriter(ImportingCity.CITY).workbook(desk.known(), out);
        assertLeft(desk.plan(desk.file("export.xlsx", out.toByteArray())));
    }

    @Test
    void an_english_reader_gets_headings_that_are_understood_too() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReadersLanguage.in(Locale.ENGLISH, () -> {
            try {
                new TableWriter(ImportingCity.CITY).csv(Part.TABLE, desk.known(), out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("What is planned in detail?");
        assertLeft(desk.plan(desk.file("export.csv", out.toByteArray())));
    }

    @Test
    void a_text_that_looks_like_a_formula_stays_a_text() throws IOException {
        desk.known().clear();
        desk.carryOut(desk.plan(desk.file(
                "formel.json",
                "[{\"id\": \"a1\", \"categoryId\": \"CIVIC\", \"Action outline\": {\"Action name\": \"=Titel\", \"Action description\":"
                        + " \"@SUMME(alle) machen mit\"}, \"Implementation\": {\"Responsible bodies/person for implementation\":"
                        + " \"Verein\"}}]",
                StandardCharsets.UTF_8)));
        assertThat(desk.known()).hasSize(1);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        new TableWriter(ImportingCity.CITY).csv(Part.TABLE, desk.known(), csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains(";'=Titel;");
        assertLeft(desk.plan(desk.file("export.csv", csv.toByteArray())));
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        new TableWriter(ImportingCity.CITY).workbook(desk.known(), workbook);
        assertLeft(desk.plan(desk.file("export.xlsx", workbook.toByteArray())));
    }

    private static void assertLeft(ImportPlan plan) {
        assertThat(plan.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.fields())
                    .allSatisfy(field -> assertThat(field.fate())
                            .as(row.id() + " " + field.path() + ": " + field.before() + " -> " + field.after()
                                    + field.problem())
                            .isEqualTo(Fate.LEFT));
            assertThat(row.fate()).isEqualTo(Fate.LEFT);
        });
    }
}
