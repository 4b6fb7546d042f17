package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedReadingTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    private ImportingCity desk;

    @BeforeEach
    void somebody_hands_in_files() {
        desk = new ImportingCity(folder);
    }

    @Test
    void a_file_of_200_mb_is_refused_before_it_is_read() throws IOException {
        Path large = folder.resolve("gross.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        assertThat(refusal(new SourceFile("gross.csv", large)).messageKey()).isEqualTo("imports.file.tooLarge");
    }

    @Test
    void more_rows_than_an_import_may_have_are_refused() {
        String rows = "Titel\n" + "x\n".repeat(Limits.USUAL.rows() + 1);
        assertThat(refusal(csv(rows)).messageKey()).isEqualTo("imports.file.tooManyRows");
    }

    @Test
    void a_quotation_mark_that_swallows_the_file_is_refused() {
        assertThat(refusal(csv("Titel\n\"" + "x".repeat(200_000))).messageKey()).isEqualTo("imports.csv.damaged");
        assertThat(refusal(csv("Titel\n\"offen")).messageKey()).isEqualTo("imports.csv.damaged");
    }

    @Test
    void an_unknown_column_is_refused_by_its_name_with_the_one_that_is_meant() {
        assertThat(refusal(csv("Titel;Lieblingsfarbe\nA;B")))
                .isEqualTo(FieldProblem.of("Lieblingsfarbe", "imports.column.unknown", "Lieblingsfarbe"));
        assertThat(refusal(csv("Titel;Kurztitl\nA;B")))
                .isEqualTo(FieldProblem.of("Kurztitl", "imports.column.mistyped", "Kurztitl", "Kurztitel"));
    }

    @Test
    void headings_are_unique_and_stand_over_every_cell() {
        assertThat(refusal(csv("Titel;Titel\nA;B")).messageKey()).isEqualTo("imports.column.twice");
        assertThat(refusal(csv("Titel;;Kosten\nA;B;C")).messageKey()).isEqualTo("imports.column.unnamed");
        assertThat(refusal(csv("Titel;Kosten\nA;B;C")).messageKey()).isEqualTo("imports.row.tooLong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void an_empty_file_is_refused(String content) {
        assertThat(refusal(csv(content)).messageKey()).isEqualTo("imports.file.empty");
    }

    @Test
    void json_that_is_damaged_names_the_place() {
        assertThat(refusal(json("[{\"id\": }]")))
                .isEqualTo(FieldProblem.of("file", "imports.json.damaged", "a.json", 1, 9));
    }

    @Test
    void json_with_a_name_twice_is_refused_instead_of_losing_the_first() {
        assertThat(refusal(json("[{\"id\": \"a\", \"id\": \"b\"}]")).messageKey())
                .isEqualTo("imports.json.damaged");
    }

    @Test
    void json_of_another_shape_is_refused() {
        assertThat(refusal(json("{}")).messageKey()).isEqualTo("imports.json.noList");
        assertThat(refusal(json("[1]")).messageKey()).isEqualTo("imports.json.noObject");
        assertThat(refusal(json("[{\"a\": 1}]")).messageKey()).isEqualTo("imports.json.unknownShape");
        assertThat(refusal(json("[{\"id\":" + "[".repeat(50) + "]".repeat(50) + "}]"))
                        .messageKey())
                .isEqualTo("imports.json.tooDeepOrLong");
    }

    @Test
    void a_bomb_is_refused_while_it_is_unpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[4 * 1024 * 1024]);
        }
        Limits limits = new Limits(100_000, 1024 * 1024, 10, 10, 10, 100);
        assertThat(bytes.size()).isLessThan(100_000);
        assertThat(refusal(desk.file("bombe.xlsx", bytes.toByteArray()), limits).messageKey())
                .isEqualTo("imports.workbook.bomb");
    }

    @Test
    void a_workbook_of_very_many_parts_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= Limits.USUAL.entries(); i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        assertThat(refusal(desk.file("viele.xlsx", bytes.toByteArray())).messageKey())
                .isEqualTo("imports.workbook.bomb");
    }

    @Test
    void external_entities_are_refused_and_never_opened() throws IOException {
        Path secret = Files.writeString(folder.resolve("geheim.txt"), "geheim");
        byte[] workbook = replaced(
                workbook(),
                SHEET,
                sheet -> sheet.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                        .replace(">Titel<", ">&e;<"));
        assertThat(refusal(desk.file("xxe.xlsx", workbook)).messageKey()).isEqualTo("imports.workbook.entities");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHEET,
                "xl/sharedStrings.xml",
                "xl/workbook.xml",
                "xl/styles.xml",
                "xl/_rels/workbook.xml.rels",
                "_rels/.rels",
                "[Content_Types].xml"
            })
    void no_part_of_a_workbook_makes_anybody_ask_another_server(String part) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            String address = "http://localhost:" + other.getAddress().getPort() + "/e.dtd";
            byte[] workbook = replaced(
                    workbook(),
                    part,
                    xml -> xml.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY % e SYSTEM \"" + address + "\"> %e;]>"));
            assertThat(refusal(desk.file("xxe.xlsx", workbook)).messageKey())
                    .isIn("imports.workbook.entities", "imports.workbook.damaged");
            assertThat(asked).hasValue(0);
        } finally {
            other.stop(0);
        }
        assertThat(desk.records(List.of(desk.file("ohne.xlsx", replaced(workbook(), part, xml -> xml)))))
                .as("the same without a document type is read")
                .isNotEmpty();
    }

    @Test
    void another_archive_and_a_damaged_workbook_are_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("brief.txt"));
        }
        assertThat(refusal(desk.file("archiv.xlsx", bytes.toByteArray())).messageKey())
                .isEqualTo("imports.workbook.none");
        byte[] torn = workbook();
        assertThat(refusal(desk.file("riss.xlsx", Arrays.copyOf(torn, torn.length / 2)))
                        .messageKey())
                .isEqualTo("imports.workbook.damaged");
    }

    @Test
    void macros_are_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/vbaProject.bin"));
        }
        assertThat(refusal(desk.file("makro.xlsx", bytes.toByteArray())).messageKey())
                .isEqualTo("imports.workbook.macros");
    }

    @Test
    void cells_of_a_workbook_are_read_as_they_are_and_formulas_as_formulas() throws IOException {
        List<SourceField> cells = desk.records(List.of(desk.file("mappe.xlsx", workbook())))
                .get(0)
                .fields();
        assertThat(cells)
                .extracting(SourceField::text)
                .containsExactly("=kein Befehl", "862139,7", "2024-03-26", "=A1*2", "");
        assertThat(cells)
                .extracting(SourceField::kind)
                .containsExactly(
                        SourceField.Kind.TEXT,
                        SourceField.Kind.NUMBER,
                        SourceField.Kind.TEXT,
                        SourceField.Kind.FORMULA,
                        SourceField.Kind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+SUMME(A1)", "@SUM(A1)", "-HYPERLINK(\"x\")", "=cmd|' /C calc'!A0"})
    void formulas_of_a_text_table_are_seen(String formula) {
        assertThat(desk.records(List.of(csv("Titel\n\"" + formula.replace("\"", "\"\"") + "\"")))
                        .get(0)
                        .fields()
                        .get(0)
                        .kind())
                .isEqualTo(SourceField.Kind.FORMULA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ein Strich", "-5", "+49 Personen", "a = b"})
    void texts_that_only_look_like_formulas_are_texts(String text) {
        assertThat(desk.records(List.of(csv("Titel\n\"" + text + "\"")))
                        .get(0)
                        .fields()
                        .get(0)
                        .kind())
                .isEqualTo(SourceField.Kind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void tables_have_the_separators_that_offices_use(String separator) {
        SourceRecord row = desk.records(List.of(csv("Titel" + separator + "Kurztitel\n\"A, B; C\"" + separator + "D")))
                .get(0);
        assertThat(row.text("Titel")).contains("A, B; C");
        assertThat(row.text("Kurztitel")).contains("D");
        assertThat(row.position()).isEqualTo(2);
    }

    private FieldProblem refusal(SourceFile file) {
        return refusal(file, Limits.USUAL);
    }

    private static FieldProblem refusal(SourceFile file, Limits limits) {
        FormRefused refused =
                catchThrowableOfType(FormRefused.class, () -> new Reading(limits, null).records(List.of(file)));
        assertThat(refused).isNotNull();
        FieldProblem problem = refused.problems().get(0);
        assertThat(ImportTexts.get(problem.messageKey(), problem.arguments().toArray()))
                .isNotBlank();
        return problem;
    }

    private SourceFile csv(String content) {
        return desk.file("a.csv", content, StandardCharsets.UTF_8);
    }

    private SourceFile json(String content) {
        return desk.file("a.json", content, StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("Maßnahmen");
            Row head = sheet.createRow(0);
            List<String> headings = new ArrayList<>(List.of("Titel", "Kosten", "Beginn", "Kurztitel", "Nummer"));
            headings.forEach(
                    heading -> head.createCell(headings.indexOf(heading)).setCellValue(heading));
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            CellStyle rounded = workbook.createCellStyle();
            rounded.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("=kein Befehl");
            row.createCell(1).setCellValue(862139.7);
            row.getCell(1).setCellStyle(rounded);
            row.createCell(2).setCellValue(LocalDate.of(2024, 3, 26));
            row.getCell(2).setCellStyle(day);
            row.createCell(3).setCellFormula("A1*2");
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private interface Change {

        String of(String xml);
    }

    private static byte[] replaced(byte[] workbook, String part, Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                out.write(
                        entry.getName().equals(part)
                                ? change.of(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
    }
}
