package de.kreislaufstadt.process;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Routing values a step leaves to the process: ids, keys, choices and dates. Content of forms does not belong here, since
 * the engine keeps the history of every value.
 */
public final class Outcome {

    /** The engine's column for text values holds 4000 characters. */
    private static final int MAX_LIST_LENGTH = 4000;

    private static final int MAX_TEXT_LENGTH = 255;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private String note;
    private String result;

    private Outcome() {}

    public static Outcome none() {
        return new Outcome();
    }

    public static Outcome of(String name, Object value) {
        return new Outcome().and(name, value);
    }

    /**
     * Adds a routing value.
     *
     * @param value an enum constant, boolean, integer, date, UUID, {@link ItemRef}, a key of at most 255 characters, a
     *     collection of these, or null to clear it
     * @throws IllegalArgumentException for anything else
     */
    public Outcome and(String name, Object value) {
        values.put(name, routable(value));
        if (result == null && value instanceof Enum<?> choice) {
            result = choice.name();
        }
        return this;
    }

    /**
     * Adds what the measure's history says beside the step, e.g. from which day to which a deadline was moved and why. The
     * process and the engine's history do not get it.
     */
    public Outcome noting(String text) {
        note = text;
        return this;
    }

    /** @return what the measure's history says beside the step; null for nothing */
    public String note() {
        return note;
    }

    /** @return the choice a step ended with: the first constant among its values; empty where nothing was chosen */
    public Optional<String> result() {
        return Optional.ofNullable(result);
    }

    /** @return values by name, as the engine stores them */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    private static Object routable(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer) {
            return value;
        }
        if (value instanceof Collection<?> items) {
            String joined = items.stream().map(item -> text(item)).collect(Collectors.joining(","));
            return limited(joined, MAX_LIST_LENGTH);
        }
        return text(value);
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        if (value instanceof String
                || value instanceof LocalDate
                || value instanceof UUID
                || value instanceof ItemRef) {
            return limited(value.toString(), MAX_TEXT_LENGTH);
        }
        throw new IllegalArgumentException(
                "Not a routing value: " + value.getClass().getName());
    }

    private static String limited(String text, int length) {
        if (text.length() > length) {
            throw new IllegalArgumentException("Routing value longer than " + length + " characters");
        }
        return text;
    }
}
