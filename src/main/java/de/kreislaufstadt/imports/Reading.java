package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.SourceField.Kind;
import de.kreislaufstadt.imports.SourceRecord.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads files into records and drafts. What a file is, its content says: the files of a Climate City Contract as JSON or as a
 * table with the contract's headings, or a table of the product's own.
 */
final class Reading {

    private static final String SEPARATOR = " / ";

    /** Headings of the contract, and where its JSON has them. */
    private static final Map<String, String> CONTRACT = contract();

    private final Limits limits;
    private final Encoding declared;

    /** @param declared encoding of text files as a person says it is, null if nobody was asked */
    Reading(Limits limits, Encoding declared) {
        this.limits = limits;
        this.declared = declared;
    }

    /**
     * @throws FormRefused if a file is none of those, or larger than the limits allow
     */
    List<SourceRecord> records(Collection<SourceFile> files) throws IOException {
        List<SourceRecord> records = new ArrayList<>();
        for (SourceFile file : files) {
            records.addAll(records(file));
        }
        Set<Boolean> kinds =
                records.stream().map(record -> record.part().isOwn()).collect(Collectors.toSet());
        if (kinds.size() > 1) {
            throw FormRefused.at("file", "imports.file.mixed");
        }
        long measures = records.stream()
                .filter(record -> record.part() == Part.MEASURES || record.part() == Part.TABLE)
                .count();
        if (measures > limits.rows()) {
            throw FormRefused.at(
                    "file", "imports.file.tooManyRows", files.iterator().next().name(), limits.rows());
        }
        return records;
    }

    /** @return what the records say, one draft per measure */
    static List<Draft> drafts(List<SourceRecord> records, ImportSettings settings, Set<String> known) {
        boolean table = records.stream().anyMatch(record -> record.part().isOwn());
        return table ? new TableDrafts(settings).drafts(records) : new Contract(settings, known).drafts(records);
    }

    private List<SourceRecord> records(SourceFile file) throws IOException {
        file.check(limits);
        if (file.isZip()) {
            List<SourceRecord> records = new ArrayList<>();
            WorkbookTable.read(file.name(), file.path(), limits).forEach(table -> records.addAll(records(table)));
            return records;
        }
        byte[] bytes = file.bytes(limits);
        if (!EncodedText.mayBeText(bytes, declared)) {
            throw FormRefused.at("file", "imports.file.noText", file.name());
        }
        String text = EncodedText.of(bytes, declared).text();
        if (text.isBlank()) {
            throw FormRefused.at("file", "imports.file.empty", file.name());
        }
        if (text.indexOf('\0') >= 0) {
            throw FormRefused.at("file", "imports.file.noText", file.name());
        }
        boolean json =
                text.stripLeading().startsWith("[") || text.stripLeading().startsWith("{");
        return json ? JsonRecords.read(file.name(), text, limits) : records(CsvTable.read(file.name(), text, limits));
    }

    private static List<SourceRecord> records(Table table) {
        if (table.headings().contains("Action name")) {
            return table.rows().stream()
                    .map(row -> new SourceRecord(Part.MEASURES, row.line(), inGroups(row.cells())))
                    .toList();
        }
        if (isOfTimes(table)) {
            return List.of();
        }
        Part part = ListColumn.partOf(table.headings()).orElse(Part.TABLE);
        table.headings().stream()
                .filter(heading -> part == Part.TABLE
                        ? Column.find(heading).isEmpty()
                        : ListColumn.find(part, heading).isEmpty())
                .findFirst()
                .ifPresent(heading -> {
                    throw unknown(part, heading);
                });
        return table.rows().stream()
                .map(row -> new SourceRecord(part, row.line(), row.cells()))
                .toList();
    }

    /** How long steps took is counted by the product itself, department by department and of no single measure. */
    private static boolean isOfTimes(Table table) {
        return table.headings().containsAll(List.of("quarter", "median_hours"));
    }

    private static FormRefused unknown(Part part, String heading) {
        String nearest = Column.nearest(
                heading,
                part == Part.TABLE
                        ? Column.TEMPLATE.stream().map(Column::heading).toList()
                        : ListColumn.of(part).stream().map(ListColumn::heading).toList());
        return nearest.isEmpty()
                ? FormRefused.at(heading, "imports.column.unknown", heading)
                : FormRefused.at(heading, "imports.column.mistyped", heading, nearest);
    }

    /** The cells of the contract's table under the names that its JSON has. */
    private static List<SourceField> inGroups(List<SourceField> cells) {
        return cells.stream()
                .filter(cell -> cell.kind() == Kind.FORMULA || !cell.isBlank())
                .map(cell -> new SourceField(CONTRACT.getOrDefault(cell.path(), cell.path()), cell.text(), cell.kind()))
                .toList();
    }

    private static Map<String, String> contract() {
        Map<String, String> paths = new HashMap<>();
        ContractRules.paths().forEach(path -> {
            int group = path.indexOf(SEPARATOR);
            if (group > 0) {
                paths.put(path.substring(group + SEPARATOR.length()), path);
            }
        });
        return Map.copyOf(paths);
    }
}
