package de.kreislaufstadt.opendata;

import de.kreislaufstadt.opendata.Problems.Refused;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Order;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a request for a list of measures asks for. A parameter that is not known, given twice or out of range is refused: whoever
 * mistypes a filter is not to take the whole for what they wanted.
 *
 * @param municipality null for all
 * @param page 1 for the first
 */
record ListQuery(String municipality, Selection wanted, int page, int size) {

    static final int USUAL_SIZE = 50;

    private static final int LARGEST_PAGE = 1_000_000;
    private static final int LONGEST_WORDS = 100;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    /** What a list of measures may be asked by. */
    static final List<String> OF_MEASURES =
            List.of("municipality", "field", "phase", "state", "q", "sort", "page", "size");

    /**
     * @param known names of the parameters that there are
     * @return what was wrong, or what is wanted
     */
    static Reading read(Map<String, String[]> parameters, List<String> known, Locale language) {
        return new Reader(parameters, known, language).read();
    }

    /** @param query null if something was wrong */
    record Reading(ListQuery query, List<Refused> problems) {}

    /** @return what distinguishes its answer, in a fixed order */
    String normalised() {
        return "municipality=" + municipality + "&field=" + wanted.field() + "&phase=" + wanted.phase() + "&state="
                + wanted.state() + "&sort=" + wanted.order() + "&page=" + page + "&size=" + size;
    }

    /** @return the query of another page of the same list */
    String of(int otherPage) {
        Map<String, Object> parts = new TreeMap<>();
        put(parts, "municipality", municipality);
        put(parts, "field", wanted.field());
        put(parts, "phase", wanted.phase());
        put(parts, "state", wanted.state());
        put(parts, "q", wanted.words());
        put(
                parts,
                "sort",
                wanted.order() == Order.NUMBER ? null : wanted.order().name().toLowerCase(Locale.ROOT));
        put(parts, "size", size == USUAL_SIZE ? null : size);
        put(parts, "page", otherPage);
        return Addresses.query(parts);
    }

    private static void put(Map<String, Object> parts, String name, Object value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    /** Reads parameters one by one and notes what is wrong with them. */
    private static final class Reader {

        private final Map<String, String[]> parameters;
        private final List<String> known;
        private final Locale language;
        private final List<Refused> problems = new ArrayList<>();

        private Reader(Map<String, String[]> parameters, List<String> known, Locale language) {
            this.parameters = parameters;
            this.known = known;
            this.language = language;
        }

        private Reading read() {
            parameters.forEach((name, values) -> {
                if (!known.contains(name)) {
                    refuse(shortened(name), "unknown", String.join(", ", known));
                } else if (values.length != 1) {
                    refuse(name, "twice");
                }
            });
            String municipality = matching("municipality", ID);
            String field = matching("field", CODE);
            String phase = matching("phase", CODE);
            String state = matching("state", CODE);
            String words = words();
            Order order = order();
            int page = number("page", 1, LARGEST_PAGE);
            int size = number("size", USUAL_SIZE, ReleasedMeasures.PORTION);
            if (!problems.isEmpty()) {
                return new Reading(null, List.copyOf(problems));
            }
            Selection wanted = new Selection(words, field, phase, state, order, 0, 1);
            return new Reading(new ListQuery(municipality, wanted, page, size), List.of());
        }

        private String matching(String name, Pattern pattern) {
            String value = value(name);
            if (value != null && !pattern.matcher(value).matches()) {
                refuse(name, "code");
            }
            return value;
        }

        private String words() {
            String value = value("q");
            if (value != null && value.length() > LONGEST_WORDS) {
                refuse("q", "long", LONGEST_WORDS);
            }
            return value == null ? null : value.strip();
        }

        private Order order() {
            String value = value("sort");
            for (Order order : Order.values()) {
                if (value == null || order.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return order;
                }
            }
            refuse("sort", "sort");
            return null;
        }

        private int number(String name, int usual, int largest) {
            String value = value(name);
            if (value == null) {
                return usual;
            }
            int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
            if (number < 1 || number > largest) {
                refuse(name, "range", 1, largest);
            }
            return number;
        }

        private String value(String name) {
            String[] values = parameters.get(name);
            return values == null || values[0].isBlank() ? null : values[0];
        }

        private void refuse(String field, String reason, Object... arguments) {
            problems.add(new Refused(field, Words.in(language, "opendata.refused." + reason, arguments)));
        }

        private static String shortened(String name) {
            return name.length() > LONGEST_WORDS ? name.substring(0, LONGEST_WORDS) : name;
        }
    }
}
