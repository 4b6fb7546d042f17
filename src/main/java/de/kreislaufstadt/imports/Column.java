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
        AS_OF,
        /** From here on: the parts of a value for programs, as the open data have them; in no template. */
        STATUS,
        NUMBER,
        FROM,
        TO,
        OPERATOR,
        UNIT,
        /** Of no value: what the open data say besides, and the product knows by itself. */
        BESIDE;

        /** @return whether it is one of the parts that programs read a value from */
        boolean isForPrograms() {
            return ordinal() >= STATUS.ordinal() && this != BESIDE;
        }
    }

    static final Column MUNICIPALITY = new Column(null, null);

    /** A column of the open data that goes nowhere. */
    static final Column BESIDE = new Column(null, Aspect.BESIDE);

    private static final Set<String> BESIDES = Set.of(
            "field_of_action_label",
            "lead_mailbox",
            "phase",
            "since",
            "next_step",
            "next_department",
            "next_due",
            "merged_into",
            "version",
            "released_at",
            "first_released_at",
            "address");

    /** The 14 fields of table B-2.2 stand beside the record that they are taken from. */
    private static final String CONTRACT = "b22_";

    private static final Set<Target> VALUES =
            Set.of(Target.RENEWABLE_ENERGY, Target.REPLACED_ENERGY, Target.CO2, Target.COST);

    /** What has a table of its own, with several rows for a measure. */
    private static final Set<Target> WITHOUT =
            Set.of(Target.FUNDING, Target.INDICATORS, Target.SOURCES, Target.DECISIONS, Target.STATUS_REPORTS);

    private static final int FARTHEST = 3;

    /** All columns that a heading of ours may stand over, in their order. */
    static final List<Column> ALL = all();

    /** The columns of the template: a finance plan in one cell is understood, but has a table of its own there. */
    static final List<Column> TEMPLATE =
            ALL.stream().filter(column -> column.target() != Target.PLAN).toList();

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
        if (BESIDES.contains(heading) || heading.startsWith(CONTRACT)) {
            return Optional.of(BESIDE);
        }
        Column exactly = BY_NAME.get(heading);
        return Optional.ofNullable(exactly == null ? BY_NAME.get(plain(heading)) : exactly);
    }

    /** @return the heading that is most like an unknown one, empty if none is */
    static String nearest(String heading, List<String> headings) {
        LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
        return headings.stream()
                .filter(name -> distance.apply(plain(name), plain(heading)) >= 0)
                .min((a, b) -> distance.apply(plain(a), plain(heading)) - distance.apply(plain(b), plain(heading)))
                .orElse("");
    }

    private List<String> names() {
        return List.of(heading(ImportTexts::german), heading(ImportTexts::english), path(), openName());
    }

    /** @return what the open data call it, e.g. {@code cost_group} and {@code co2_as_of} */
    private String openName() {
        String path = target == null ? "municipality" : target.path();
        String name = snake(path.replaceFirst("^(outline|pathway|responsibility|schedule|finance)\\.", ""));
        return aspect == null ? name : name + "_" + aspect.name().toLowerCase(Locale.ROOT);
    }

    static String snake(String name) {
        return name.replace('.', '_').replaceAll("(\\p{Lu})", "_$1").toLowerCase(Locale.ROOT);
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

    static String plain(String heading) {
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
        VALUES.forEach(target -> Arrays.stream(Aspect.values())
                .filter(Aspect::isForPrograms)
                .map(aspect -> new Column(target, aspect))
                .forEach(column -> columns.put(column.openName(), column)));
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
                        .filter(aspect -> !aspect.isForPrograms() && aspect != Aspect.BESIDE)
                        .map(aspect -> new Column(target, aspect))
                        .forEach(columns::add);
            }
        }
        return List.copyOf(columns);
    }
}
