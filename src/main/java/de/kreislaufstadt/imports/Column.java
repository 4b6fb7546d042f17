package de.kreislaufstadt.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A column of the product's own table.
 *
 * @param target field that it fills; null for the one that names the municipality
 * @param aspect which part of a reported value it holds; null for whole values
 */
record Column(Target target, Aspect aspect) {

    /** What surrounds a reported value, each in a column of its own. */
    enum Aspect {
        TEXT,
        BASE_YEAR,
        TARGET_YEAR,
        CUMULATIVE,
        REFERENCE,
        SOURCE,
        AS_OF
    }

    static final Column MUNICIPALITY = new Column(null, null);

    private static final Set<Target> VALUES =
            Set.of(Target.RENEWABLE_ENERGY, Target.REPLACED_ENERGY, Target.CO2, Target.COST);

    /** What has no column: tables within the record, and what steps of the process write. */
    private static final Set<Target> WITHOUT =
            Set.of(Target.FUNDING, Target.INDICATORS, Target.SOURCES, Target.STATUS_REPORTS);

    private static final int FARTHEST = 3;

    /** The columns of the template in their order. */
    static final List<Column> ALL = all();

    private static final Map<String, Column> BY_NAME = byName();

    /** @return whether it holds a reported value or what surrounds one */
    boolean isReported() {
        return VALUES.contains(target);
    }

    /** @return the heading in the language of who reads it now */
    String heading() {
        return heading(key -> ImportTexts.get(key));
    }

    /** @return the column that stands below a heading in German, English or in the name of the form's field */
    static Optional<Column> find(String heading) {
        Column exactly = BY_NAME.get(heading);
        return Optional.ofNullable(exactly == null ? BY_NAME.get(plain(heading)) : exactly);
    }

    /** @return the heading that is most like an unknown one, empty if none is */
    static String nearest(String heading) {
        LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
        return ALL.stream()
                .map(Column::heading)
                .filter(name -> distance.apply(plain(name), plain(heading)) >= 0)
                .min((a, b) -> distance.apply(plain(a), plain(heading)) - distance.apply(plain(b), plain(heading)))
                .orElse("");
    }

    private List<String> names() {
        return List.of(heading(ImportTexts::german), heading(ImportTexts::english), path());
    }

    private String path() {
        String path = target == null ? "municipality" : target.path();
        return aspect == null ? path : path + "." + aspect.name().toLowerCase(Locale.ROOT);
    }

    private String heading(Texts texts) {
        String name = texts.get("imports.column." + (target == null ? "municipality" : target.path()));
        return aspect == null ? name : name + ": " + texts.get("imports.aspect." + aspect);
    }

    private interface Texts {

        String get(String key);
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.GERMAN)
                .replaceAll("[\\s\\u00a0]*\\*$", "")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    /** Once for all cells of all tables. A name that two languages share is the same column in both. */
    private static Map<String, Column> byName() {
        Map<String, Column> columns = new HashMap<>();
        ALL.forEach(column -> column.names().forEach(name -> {
            columns.putIfAbsent(name, column);
            columns.putIfAbsent(plain(name), column);
        }));
        return Map.copyOf(columns);
    }

    private static List<Column> all() {
        List<Column> columns = new ArrayList<>();
        columns.add(MUNICIPALITY);
        for (Target target : Target.values()) {
            if (!WITHOUT.contains(target)) {
                columns.add(new Column(target, null));
            }
            if (VALUES.contains(target)) {
                Arrays.stream(Aspect.values())
                        .map(aspect -> new Column(target, aspect))
                        .forEach(columns::add);
            }
        }
        return List.copyOf(columns);
    }
}
