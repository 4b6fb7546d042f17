package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to harm, or made wrongly, are refused with their reason on the page, too. */
@ApplicationTest
class HarmfulFilesTest extends ImportingAdministrator {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void a_table_of_200_mb_is_refused_while_it_arrives() {
        String run = begun();
        byte[] piece = new byte[MEGABYTE];
        Http.Answer answer = admin().upload(
                        path(run) + "/files",
                        "attachment; filename=\"gross.csv\"",
                        BodyPublishers.ofByteArrays(Collections.nCopies(200, piece)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("message").asText()).contains("gross.csv", "64 MB");
        assertThat(count("import_file", run)).isZero();
    }

    @Test
    void a_table_of_26_mb_is_taken_in_and_a_cell_of_that_size_is_refused() {
        byte[] table = new byte[26 * MEGABYTE];
        Arrays.fill(table, (byte) 'x');
        System.arraycopy("Titel\n".getBytes(StandardCharsets.UTF_8), 0, table, 0, 6);
        assertThat(refusal("gross.csv", table).get("message").asText()).contains("keine lesbare Tabelle");
    }

    @Test
    void a_bomb_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] nothing = new byte[MEGABYTE];
            for (int i = 0; i <= 256; i++) {
                zip.write(nothing);
            }
        }
        assertThat(refusal("bombe.xlsx", bytes.toByteArray()).get("message").asText())
                .contains("wird beim Entpacken größer");
    }

    @Test
    void a_workbook_that_refers_to_what_lies_outside_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", """
                    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType=\
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            part(zip, "_rels/.rels", """
                    <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="r1" Target="xl/workbook.xml" Type=\
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""");
            part(zip, "xl/workbook.xml", """
                    <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>""");
        }
        assertThat(refusal("verweis.xlsx", bytes.toByteArray()).get("message").asText())
                .contains("verweist auf Inhalte außerhalb der Datei");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\u00e9", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj"})
    void a_picture_and_a_pdf_are_no_tables_and_nobody_is_asked_for_their_encoding(String content) {
        JsonNode refusal = refusal("liste.csv", content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal.get("field").asText()).isEqualTo("file");
        assertThat(refusal.get("message").asText()).contains("weder Text noch eine Arbeitsmappe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Titel;Lieblingsfarbe\\nA;B\\n         | Lieblingsfarbe | Die Spalte „Lieblingsfarbe“ ist unbekannt
            Titel;Titel\\nA;B\\n                  | Titel          | gibt es zweimal
            Titel\\n"offen                        | file           | keine lesbare Tabelle
            {}                                    | file           | nicht genau eine Liste
            """)
    void a_file_that_is_no_table_is_refused_as_a_whole(String content, String field, String reason) {
        JsonNode refusal = refusal("liste.csv", content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.get("field").asText()).isEqualTo(field);
        assertThat(refusal.get("message").asText()).contains(reason);
    }

    @Test
    void a_formula_a_measure_twice_and_one_of_another_city_are_refused_with_their_rows() {
        String run = planned("Kommune;Kennung in anderen Systemen;Titel\n"
                + "muenster;" + id("eins") + ";=1+1\n"
                + "muenster;" + id("zwei") + ";A\n"
                + "muenster;" + id("zwei") + ";B\n"
                + "anderestadt;" + id("drei") + ";C\n"
                + "muenster;../../etc;D\n");

        assertThat(run(run).at("/rows/REFUSED").asInt()).isEqualTo(5);
        assertThat(notes(run, 1)).contains("steht eine Formel");
        assertThat(notes(run, 2)).contains("steht mehrmals in der Datei (Zeilen 3, 4)");
        assertThat(notes(run, 4)).contains("gehört zu „anderestadt“");
        assertThat(notes(run, 5)).contains("Zeichen, die in Adressen etwas anderes bedeuten");
        apply(run);
        assertThat(run(run).at("/rows/REFUSED").asInt()).isEqualTo(5);
    }

    @Test
    void a_file_without_name_content_or_import_is_refused() {
        String run = begun();
        assertThat(admin().upload(path(run) + "/files", null, BodyPublishers.ofString("Titel"))
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("Die Datei hat keinen Namen.");
        assertThat(upload(run, "leer.csv", new byte[0]).status()).isEqualTo(400);
        assertThat(admin().post(path(run) + "/plan", "{}").status()).isEqualTo(400);
        for (int i = 0; i < ImportDesk.MOST_FILES; i++) {
            assertThat(upload(run, i + ".csv", new byte[] {'x'}).status()).isEqualTo(201);
        }
        assertThat(upload(run, "elf.csv", new byte[] {'x'})
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .contains("höchstens 10 Dateien");
    }

    private JsonNode refusal(String name, byte[] content) {
        String run = begun();
        assertThat(upload(run, name, content).status()).isEqualTo(201);
        plan(run, "{}");
        assertThat(run(run).get("stage").asText()).isEqualTo("REFUSED");
        return run(run).at("/problems/0");
    }

    private String notes(String run, int position) {
        return admin().get(path(run) + "/rows/" + position).body();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
