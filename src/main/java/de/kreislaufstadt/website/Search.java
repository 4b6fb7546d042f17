package de.kreislaufstadt.website;

import de.kreislaufstadt.released.ReleasedMeasures.Order;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the address of the overview asks for.
 *
 * @param words null for all, as the filters
 * @param order as the address calls it
 * @param page 1 for the first
 */
public record Search(String words, String field, String phase, String state, String order, int page) {

    static final int SIZE = 25;

    static final String WORDS = "q";
    static final String FIELD = "feld";
    static final String PHASE = "phase";
    static final String STATE = "stand";
    static final String ORDER = "sortierung";
    static final String PAGE = "seite";

    static final String BY_NUMBER = "nummer";
    static final Map<String, Order> ORDERS =
            Map.of(BY_NUMBER, Order.NUMBER, "titel", Order.TITLE, "neu", Order.RELEASED, "frist", Order.DUE);

    private static final int LONGEST_WORDS = 100;
    private static final Pattern PAGES = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** @return empty where there can be no such page */
    static Optional<Search> of(HttpServletRequest request) {
        String page = value(request, PAGE);
        if (page != null && !PAGES.matcher(page).matches()) {
            return Optional.empty();
        }
        String words = value(request, WORDS);
        String order = value(request, ORDER);
        return Optional.of(new Search(
                words == null ? null : words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                value(request, FIELD),
                value(request, PHASE),
                value(request, STATE),
                order != null && ORDERS.containsKey(order) ? order : BY_NUMBER,
                page == null ? 1 : Integer.parseInt(page)));
    }

    Selection selection() {
        return new Selection(words, field, phase, state, ORDERS.get(order), page - 1, SIZE);
    }

    /** @return everything that is published, whatever is looked for */
    static Selection everything() {
        return field(null);
    }

    /** @return one measure of this field of action */
    static Selection field(String code) {
        return new Selection(null, code, null, null, Order.NUMBER, 0, 1);
    }

    /** @return whether it is one of a few that many ask for, and no free words */
    boolean isCommon() {
        return words == null && isCode(field) && isCode(phase) && isCode(state);
    }

    public boolean filters() {
        return words != null || field != null || phase != null || state != null;
    }

    /** @return the query of another page of the same search, empty for none */
    String query(int other) {
        StringBuilder query = new StringBuilder();
        add(query, WORDS, words);
        add(query, FIELD, field);
        add(query, PHASE, phase);
        add(query, STATE, state);
        add(query, ORDER, BY_NUMBER.equals(order) ? null : order);
        add(query, PAGE, other == 1 ? null : String.valueOf(other));
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (value != null) {
            query.append(query.isEmpty() ? "?" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static boolean isCode(String value) {
        return value == null || CODE.matcher(value).matches();
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        // PostgreSQL knows no text with a zero in it.
        return value == null || value.isBlank() ? null : value.replace("\0", "").strip();
    }
}
