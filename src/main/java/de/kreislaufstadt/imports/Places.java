package de.kreislaufstadt.imports;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What places in a record are called in the language of who reads it now. */
final class Places {

    /** A cell of a table with several rows for a measure: table, line and column. */
    private static final Pattern CELL = Pattern.compile("([\\w.]+)\\[(\\d+)]\\.(\\w+)");

    private static final Map<String, Target> TARGETS =
            Arrays.stream(Target.values()).collect(Collectors.toUnmodifiableMap(Target::path, Function.identity()));

    private static final Map<String, ListColumn> COLUMNS = TableWriter.PARTS.stream()
            .filter(SourceRecord.Part::isList)
            .flatMap(part -> ListColumn.of(part).stream())
            .collect(Collectors.toUnmodifiableMap(
                    column -> ListRules.target(column.part()).path() + " " + column.key(), Function.identity()));

    private Places() {}

    /** @return the label of a field, a cell by its table, line and heading; what is none stays as it is */
    static String label(String path) {
        Matcher cell = CELL.matcher(path);
        if (cell.matches() && COLUMNS.containsKey(cell.group(1) + " " + cell.group(3))) {
            return ImportTexts.get(
                    "imports.list.place",
                    TARGETS.get(cell.group(1)).label(),
                    cell.group(2),
                    COLUMNS.get(cell.group(1) + " " + cell.group(3)).heading());
        }
        return TARGETS.containsKey(path) ? TARGETS.get(path).label() : path;
    }
}
