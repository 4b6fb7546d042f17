package de.kreislaufstadt.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.StepNames;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The kept report of an import in the words of who reads it: field by field of a row, or all rows as a table. */
@Component
class KeptReport {

    private static final String MARK = "\uFEFF";
    private static final int ROWS_AT_ONCE = 200;

    private final ImportTable rows;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final StepNames steps;
    private final KeptWords kept;

    KeptReport(ImportTable rows, MessageSource messages, StepNames steps, ObjectMapper json) {
        this.rows = rows;
        this.messages = messages;
        this.steps = steps;
        this.json = json;
        this.kept = new KeptWords(json);
    }

    /**
     * A field of the source, a field of the record, or something about the row as a whole.
     *
     * @param part file it stands in, or the record
     * @param field what it is called; empty for the row as a whole
     * @param original what the source says
     * @param fate what was or would be done with it
     * @param target where it goes, or what changes
     * @param note findings, or why it is refused
     * @param wrong whether the row is refused because of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String part, String field, String original, String fate, String target, String note, boolean wrong) {}

    /** @return lines of a row, reasons of a refusal first, in the language of who reads them now */
    List<Line> lines(String report) {
        JsonNode row = read(report);
        List<Line> lines = new ArrayList<>();
        String record = ImportTexts.get("imports.part.RECORD");
        if (row.has("problem")) {
            lines.add(new Line(record, "", null, null, null, words(row.get("problem")), true));
        }
        Set<JsonNode> ofFields = new HashSet<>();
        row.path("fields").forEach(field -> field.path("findings").forEach(ofFields::add));
        row.path("findings").forEach(finding -> {
            if (!ofFields.contains(finding)) {
                lines.add(new Line(record, "", null, null, null, words(finding), false));
            }
        });
        row.path("fields").forEach(field -> lines.add(field(record, field)));
        row.path("source").forEach(field -> lines.add(source(field)));
        // Why a row is refused is read first.
        lines.sort(Comparator.comparing(line -> !line.wrong()));
        return lines;
    }

    /** Writes all rows of an import; UTF-8 with a mark, as spreadsheet programs want it. */
    void csv(String municipality, UUID run, OutputStream out) throws IOException {
        out.write(MARK.getBytes(StandardCharsets.UTF_8));
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8)) {
            writer.writeRecord(
                    Arrays.asList(ImportTexts.get("imports.report.head").split(";")));
            List<ImportTable.Kept> page = rows.page(municipality, run, null, 0, ROWS_AT_ONCE);
            while (!page.isEmpty()) {
                int last = page.get(page.size() - 1).position();
                Map<Integer, String> reports =
                        rows.reports(municipality, run, page.get(0).position(), last);
                page.forEach(row -> write(writer, row, reports.get(row.position())));
                page = rows.page(municipality, run, null, last, ROWS_AT_ONCE);
            }
        }
    }

    private void write(CsvWriter writer, ImportTable.Kept row, String report) {
        lines(report)
                .forEach(line -> writer.writeRecord(Stream.of(
                                Objects.toString(row.line(), ""),
                                row.id(),
                                row.number(),
                                ImportTexts.get("imports.fate." + row.fate()),
                                line.part(),
                                line.field(),
                                line.original(),
                                line.fate(),
                                line.target(),
                                line.note())
                        .map(text -> text == null ? "" : text)
                        // Originals come from outside: a spreadsheet program is not to calculate them.
                        .map(text -> CsvTable.isFormula(text) ? "'" + text : text)
                        .toList()));
    }

    private Line field(String part, JsonNode field) {
        boolean wrong = field.has("problem");
        String path = field.path("path").asText();
        String before = kept.show(field.path("before"), steps);
        String after = kept.show(field.path("after"), steps);
        return new Line(
                part,
                Places.label(path),
                text(field, "original"),
                ImportTexts.get("imports.fate." + field.path("fate").asText()),
                wrong ? null : before.isEmpty() ? after : before + " → " + after,
                wrong ? words(field.get("problem")) : findings(field),
                wrong);
    }

    private Line source(JsonNode field) {
        return new Line(
                ImportTexts.get("imports.part." + field.path("part").asText()),
                field.path("path").asText(),
                text(field, "original"),
                ImportTexts.get("imports.account." + field.path("fate").asText()),
                field.hasNonNull("target") ? Places.label(field.get("target").asText()) : null,
                findings(field),
                false);
    }

    private String findings(JsonNode node) {
        List<String> all = new ArrayList<>();
        node.path("findings").forEach(finding -> all.add(words(finding)));
        return all.isEmpty() ? null : String.join("\n", all);
    }

    /** A finding has a kind, a problem a key. */
    String words(JsonNode one) {
        List<Object> values = new ArrayList<>();
        one.path("values").forEach(value -> values.add(kept.argument(value, steps)));
        String key = one.has("kind")
                ? "imports.finding." + one.get("kind").asText()
                : one.path("key").asText();
        return messages.getMessage(key, values.toArray(), key, language());
    }

    private static Locale language() {
        return ReadersLanguage.current();
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private JsonNode read(String report) {
        try {
            return json.readTree(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gives valid JSON", e);
        }
    }
}
