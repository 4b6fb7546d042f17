package de.kreislaufstadt.workshop.answer;

import java.util.Arrays;
import java.util.Optional;

/** Reads what comes from pages that anybody may send anything to. */
public final class PageInput {

    private PageInput() {}

    public static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** @return the constant of that name; null for any other text */
    static <E extends Enum<E>> E choice(E[] choices, String name) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * Checks a text of one line that must be there.
     *
     * @param key beginning of the message keys
     * @return key of the problem, if there is one
     */
    static Optional<String> oneLine(String text, int longest, String key) {
        if (text.isEmpty()) {
            return Optional.of(key + ".missing");
        }
        return text.codePoints().anyMatch(PageInput::isControl)
                ? Optional.of(key + ".characters")
                : within(text, longest, key);
    }

    /** Checks a text of several lines, which may be empty. */
    public static Optional<String> lines(String text, int longest, String key) {
        return text.codePoints().anyMatch(character -> character != '\n' && character != '\r' && isControl(character))
                ? Optional.of(key + ".characters")
                : within(text, longest, key);
    }

    private static Optional<String> within(String text, int longest, String key) {
        return text.codePointCount(0, text.length()) > longest ? Optional.of(key + ".tooLong") : Optional.empty();
    }

    /** Some scripts need them inside of names. */
    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }

    /** Half a pair of surrogates could not be stored; marks of direction would turn the clerk's list around. */
    private static boolean isControl(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.FORMAT && !isJoiner(character)
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }
}
