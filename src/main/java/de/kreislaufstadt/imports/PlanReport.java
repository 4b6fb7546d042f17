package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FieldProblem;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan to be read: in short on a screen, and as a table with a line for every field of the source and of the record. */
final class PlanReport {

    private static final String MARK = "\uFEFF";

    private final City city;
    private final ImportPlan plan;
    private final Function<FieldProblem, String> words;

    /** @param words puts a reason into the words of who reads it */
    PlanReport(City city, ImportPlan plan, Function<FieldProblem, String> words) {
        this.city = city;
        this.plan = plan;
        this.words = words;
    }

    /** Prints the counts, and each row with what is refused or should be looked at. */
    void print(PrintStream out) {
        plan.rows().forEach(row -> {
            out.println(ImportTexts.get(
                    "imports.report.row",
                    row.position(),
                    row.id(),
                    Objects.toString(row.number(), "–"),
                    fate(row.fate())));
            row.fields().stream()
                    .filter(field -> field.problem() != null)
                    .forEach(field ->
                            out.println("    " + Places.label(field.path()) + ": " + words.apply(field.problem())));
            row.findings().forEach(finding -> out.println("    " + finding.text()));
            row.accounts()
                    .forEach(account -> account.findings()
                            .forEach(finding ->
                                    out.println("    " + account.field().path() + ": " + finding.text())));
        });
        out.println(ImportTexts.get(
                "imports.report.rows",
                count(ImportPlan.Fate.CREATED),
                count(ImportPlan.Fate.UPDATED),
                count(ImportPlan.Fate.LEFT),
                count(ImportPlan.Fate.REFUSED)));
        out.println(ImportTexts.get(
                "imports.report.fields",
                plan.accounts().values().stream().mapToLong(Long::longValue).sum(),
                count(Account.Fate.KEPT),
                count(Account.Fate.MAPPED),
                count(Account.Fate.FINDING)));
    }

    /** Writes the table; UTF-8 with a mark, as spreadsheet programs want it. */
    void csv(OutputStream out) throws IOException {
        out.write(MARK.getBytes(StandardCharsets.UTF_8));
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8)) {
            writer.writeRecord(
                    Arrays.asList(ImportTexts.get("imports.report.head").split(";")));
            plan.rows().forEach(row -> {
                row.accounts().forEach(account -> writer.writeRecord(safe(source(row, account))));
                row.fields().forEach(field -> writer.writeRecord(safe(record(row, field))));
                row.findings().forEach(finding -> writer.writeRecord(safe(whole(row, finding))));
            });
        }
    }

    private List<String> source(ImportPlan.Row row, Account account) {
        return line(
                row,
                ImportTexts.get("imports.part." + account.part()),
                account.field().path(),
                account.field().text(),
                ImportTexts.get("imports.account." + account.fate()),
                account.target() == null ? "" : account.target().label(),
                account.findings().stream().map(Finding::text).collect(Collectors.joining("\n")));
    }

    private List<String> record(ImportPlan.Row row, ImportPlan.Field field) {
        String after =
                Shown.of(city, field.target(), field.before()) + " → " + Shown.of(city, field.target(), field.after());
        return line(
                row,
                ImportTexts.get("imports.part.RECORD"),
                Places.label(field.path()),
                field.original(),
                fate(field.fate()),
                field.fate() == ImportPlan.Fate.REFUSED ? "" : after,
                field.problem() == null
                        ? field.findings().stream().map(Finding::text).collect(Collectors.joining("\n"))
                        : words.apply(field.problem()));
    }

    private List<String> whole(ImportPlan.Row row, Finding finding) {
        return line(row, ImportTexts.get("imports.part.RECORD"), "", "", "", "", finding.text());
    }

    private static List<String> line(ImportPlan.Row row, String... rest) {
        Stream<String> begin = Stream.of(
                String.valueOf(row.position()), row.id(), Objects.toString(row.number(), ""), fate(row.fate()));
        return Stream.concat(begin, Arrays.stream(rest).map(text -> Objects.toString(text, "")))
                .toList();
    }

    /** Originals come from outside: a spreadsheet program is not to calculate them. */
    private static List<String> safe(List<String> cells) {
        return cells.stream()
                .map(text -> CsvTable.isFormula(text) ? "'" + text : text)
                .toList();
    }

    private static String fate(ImportPlan.Fate fate) {
        return ImportTexts.get("imports.fate." + fate);
    }

    private long count(ImportPlan.Fate fate) {
        return plan.counts().getOrDefault(fate, 0L);
    }

    private long count(Account.Fate fate) {
        return plan.accounts().getOrDefault(fate, 0L);
    }
}
