package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.form.FormRefused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody asks the portfolio for. Nothing of it ever becomes part of a statement: columns and kinds are looked up,
 * everything else is a parameter.
 *
 * @param municipality id; null for all that the person sees
 * @param field code of a field of action; null for all
 * @param department key of a department that leads or has an open task; null for all
 * @param phase state of the life cycle, e.g. {@code WORKSHOPS}; null for all
 * @param state how it goes; null for all
 * @param countered whether only measures are meant for which a countermeasure runs
 * @param exposure how it stands with the public; null for all
 * @param tile what a tile counts; null for all
 * @param words words that number or title contain, at most {@value #LONGEST} characters; empty for all
 * @param page from 1
 * @param size rows of a page, at most {@value #MOST}
 */
record Asked(
        String municipality,
        String field,
        String department,
        String phase,
        Going state,
        boolean countered,
        Exposure exposure,
        Tile tile,
        String words,
        Column sort,
        boolean descending,
        int page,
        int size) {

    static final int MOST = 200;
    static final int LONGEST = 200;

    private static final int USUAL = 50;
    private static final int LAST_PAGE = 100_000;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Whether a measure goes on, and if not, why. */
    enum Going {
        RUNNING,
        PAUSED,
        DEFERRED,
        COMPLETED,
        REJECTED,
        CANCELLED,
        MERGED
    }

    /** What may be asked about countermeasures. */
    enum Countermeasure {
        RUNNING
    }

    /** What the tiles count. */
    enum Tile {
        RUNNING,
        OVERDUE,
        DECISION,
        PAUSED,
        STUCK
    }

    /** What rows may be sorted by. */
    enum Column {
        NUMBER,
        TITLE,
        PHASE,
        LEAD,
        DEPARTMENT,
        DUE,
        DAYS
    }

    /** @return whether less than everything is asked for */
    boolean narrows() {
        return field != null
                || department != null
                || phase != null
                || state != null
                || countered
                || exposure != null
                || tile != null
                || !words.isEmpty();
    }

    /** @throws FormRefused naming the first parameter that cannot be meant */
    static Asked of(Map<String, String> parameters) {
        String words = parameters.getOrDefault("words", "").strip().toLowerCase(Locale.GERMAN);
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw FormRefused.at("words", "monitoring.wrong.words", LONGEST);
        }
        Column sort = one(parameters, "sort", Column.class);
        return new Asked(
                shaped(parameters, "municipality", KEY),
                shaped(parameters, "field", CODE),
                shaped(parameters, "department", KEY),
                shaped(parameters, "phase", CODE),
                one(parameters, "state", Going.class),
                one(parameters, "countermeasure", Countermeasure.class) != null,
                one(parameters, "exposure", Exposure.class),
                one(parameters, "tile", Tile.class),
                words,
                sort == null ? Column.DUE : sort,
                descending(parameters),
                number(parameters, "page", 1, LAST_PAGE),
                number(parameters, "size", USUAL, MOST));
    }

    private static String shaped(Map<String, String> parameters, String name, Pattern shape) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > 40 || !shape.matcher(value).matches()) {
            throw FormRefused.at(name, "monitoring.wrong.value");
        }
        return value;
    }

    private static <E extends Enum<E>> E one(Map<String, String> parameters, String name, Class<E> kind) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            return null;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(() -> FormRefused.at(name, "monitoring.wrong.value"));
    }

    private static boolean descending(Map<String, String> parameters) {
        return switch (parameters.getOrDefault("order", "asc")) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw FormRefused.at("order", "monitoring.wrong.value");
        };
    }

    private static int number(Map<String, String> parameters, String name, int usual, int most) {
        String value = parameters.get(name);
        if (value == null) {
            return usual;
        }
        if (!value.matches("[1-9][0-9]{0,8}") || Integer.parseInt(value) > most) {
            throw FormRefused.at(name, "monitoring.wrong.number", most);
        }
        return Integer.parseInt(value);
    }
}
