package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of sources for the codes of the product: its own names in both languages, and the spellings that
 * {@code reference/import-words.properties} lists.
 */
final class Vocabulary {

    private static final ResourceBundle SPELLINGS = ResourceBundle.getBundle("reference.import-words", Locale.ROOT);
    private static final Texts MEASURE = Texts.of("measure");

    /** The names of each list of choices, put together when it is first asked for; they never change. */
    private static final Map<Class<?>, Map<String, Enum<?>>> CHOICES = new ConcurrentHashMap<>();

    private Vocabulary() {}

    /**
     * @param prefix prefix of the names in the module's texts, e.g. {@code measure.type}
     * @return the choice that the words name, if they name one
     */
    static <E extends Enum<E>> Optional<E> find(Class<E> choices, String prefix, String words) {
        Map<String, Enum<?>> names = CHOICES.computeIfAbsent(choices, key -> names(choices, prefix));
        return Optional.ofNullable(names.get(key(words))).map(choices::cast);
    }

    private static <E extends Enum<E>> Map<String, Enum<?>> names(Class<E> choices, String prefix) {
        Map<String, Enum<?>> names = new HashMap<>();
        for (E choice : choices.getEnumConstants()) {
            names.put(key(choice.name()), choice);
            names.put(key(ReadersLanguage.in(Locale.GERMAN, () -> MEASURE.name(prefix, choice))), choice);
            names.put(key(ReadersLanguage.in(Locale.ENGLISH, () -> MEASURE.name(prefix, choice))), choice);
            spellings(prefix + "." + choice.name()).forEach(spelling -> names.put(spelling, choice));
        }
        return Map.copyOf(names);
    }

    /** @return the choices that a list of words names; empty if one of them is none */
    static <E extends Enum<E>> Optional<Set<E>> findAll(Class<E> choices, String prefix, String words) {
        Set<E> found = EnumSet.noneOf(choices);
        for (String word : words.split("\\s*[;|\\n]\\s*")) {
            Optional<E> choice = find(choices, prefix, word);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            found.add(choice.get());
        }
        return Optional.of(Collections.unmodifiableSet(found));
    }

    /**
     * @param names names by key
     * @param prefix prefix of further spellings, e.g. {@code fieldOfAction}
     * @return the key whose name, or itself, the words are
     */
    static Optional<String> key(Map<String, String> names, String prefix, String words) {
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (name.getValue().equals(words)) {
                return Optional.of(name.getKey());
            }
        }
        Map<String, String> known = new HashMap<>();
        names.forEach((code, name) -> {
            spellings(prefix + "." + code).forEach(spelling -> known.put(spelling, code));
            known.put(key(name), code);
            known.put(key(code), code);
        });
        return Optional.ofNullable(known.get(key(words)));
    }

    private static List<String> spellings(String key) {
        return SPELLINGS.containsKey(key)
                ? Arrays.stream(SPELLINGS.getString(key).split(";"))
                        .map(Vocabulary::key)
                        .toList()
                : List.of();
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.GERMAN)
                .replaceAll("[\\s\\u00a0_]+", " ")
                .strip();
    }
}
