package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.SourceRecord.Part;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table that has several rows for one measure. Each is found by its heading in German and English and by the name that
 * it has in the open data.
 *
 * @param part table it belongs to
 * @param key what it holds; {@link #NUMBER}, {@link #ID} and {@link #MUNICIPALITY} stand in every table
 */
record ListColumn(Part part, String key) {

    static final String NUMBER = "number";
    static final String ID = "externalId";
    static final String MUNICIPALITY = "municipality";

    /** What is read and goes nowhere: the open data count the rows. */
    static final String POSITION = "position";

    private static final Map<Part, List<String>> KEYS = keys();
    private static final Map<Part, Map<String, ListColumn>> BY_NAME = byName();

    /** The column that each table cannot do without, by which it is known. */
    private static final Map<Part, String> MARKS = Map.of(
            Part.INDICATORS, "name",
            Part.PLAN, "amount",
            Part.FUNDING, "programme",
            Part.DECISIONS, "decidedOn",
            Part.REPORTS, "text",
            Part.SOURCES, "document",
            Part.STEPS, "entered");

    /** @return the columns of a table in the order of the template, those that say which measure is meant first */
    static List<ListColumn> of(Part part) {
        return KEYS.get(part).stream().map(key -> new ListColumn(part, key)).toList();
    }

    /** @return the table that these headings belong to, empty if it is none of those */
    static Optional<Part> partOf(Collection<String> headings) {
        return KEYS.keySet().stream()
                .filter(part -> has(headings, part, MARKS.get(part)))
                .filter(part -> has(headings, part, NUMBER) || has(headings, part, ID))
                .filter(part -> known(headings, part)
                        > headings.stream()
                                .filter(heading -> Column.find(heading).isPresent())
                                .count())
                .max((a, b) -> Long.compare(known(headings, a), known(headings, b)));
    }

    static Optional<ListColumn> find(Part part, String heading) {
        Map<String, ListColumn> names = BY_NAME.get(part);
        return Optional.ofNullable(names.getOrDefault(heading, names.get(Column.plain(heading))));
    }

    /** @return whether a heading is the name for programs, below which numbers have a decimal point */
    static boolean isForPrograms(Part part, String heading) {
        return find(part, heading)
                .filter(column -> column.openName().equals(heading))
                .isPresent();
    }

    /** @return the heading in the language of who reads it now */
    String heading() {
        return ImportTexts.get(messageKey());
    }

    private List<String> names() {
        return List.of(ImportTexts.german(messageKey()), ImportTexts.english(messageKey()), openName());
    }

    private String messageKey() {
        return switch (key) {
            case NUMBER, MUNICIPALITY -> "imports.column." + key;
            case ID -> "imports.column." + Target.EXTERNAL_ID.path();
            default -> "imports.list." + part + "." + key;
        };
    }

    private String openName() {
        return part == Part.INDICATORS && "name".equals(key) ? "indicator" : Column.snake(key);
    }

    private static boolean has(Collection<String> headings, Part part, String key) {
        return headings.stream()
                .map(heading -> find(part, heading).map(ListColumn::key).orElse(null))
                .anyMatch(found -> Objects.equals(found, key));
    }

    private static long known(Collection<String> headings, Part part) {
        return headings.stream()
                .filter(heading -> find(part, heading).isPresent())
                .count();
    }

    private static Map<Part, List<String>> keys() {
        Map<Part, List<String>> keys = new EnumMap<>(Part.class);
        keys.put(
                Part.INDICATORS,
                List.of(
                        NUMBER,
                        ID,
                        "name",
                        "kind",
                        "unit",
                        "start",
                        "goal",
                        "goalText",
                        "targetYear",
                        "day",
                        "value",
                        "finding",
                        "source"));
        keys.put(Part.PLAN, List.of(NUMBER, ID, "year", "amount", "productGroup", "line"));
        keys.put(Part.FUNDING, List.of(NUMBER, ID, "programme", "funder", "amount", "status"));
        keys.put(
                Part.DECISIONS,
                List.of(
                        NUMBER,
                        ID,
                        "body",
                        "decidedOn",
                        "result",
                        "phases",
                        "conditions",
                        "reason",
                        "deferredUntil",
                        "paperNumber"));
        keys.put(Part.REPORTS, List.of(NUMBER, ID, "asOf", "text", "planNextYear", "assessment"));
        keys.put(Part.SOURCES, List.of(NUMBER, ID, "document", "place", "asOf", "url"));
        keys.put(Part.STEPS, List.of(NUMBER, ID, "phase", "planned", "entered", "left", "days"));
        return keys;
    }

    private static Map<Part, Map<String, ListColumn>> byName() {
        Map<Part, Map<String, ListColumn>> all = new EnumMap<>(Part.class);
        KEYS.forEach((part, keys) -> {
            Map<String, ListColumn> names = new HashMap<>();
            keys.forEach(key -> put(names, new ListColumn(part, key)));
            put(names, new ListColumn(part, MUNICIPALITY));
            names.put(POSITION, new ListColumn(part, POSITION));
            all.put(part, names);
        });
        return all;
    }

    private static void put(Map<String, ListColumn> names, ListColumn column) {
        column.names().forEach(name -> {
            names.putIfAbsent(name, column);
            names.putIfAbsent(Column.plain(name).toLowerCase(Locale.GERMAN), column);
        });
    }
}
