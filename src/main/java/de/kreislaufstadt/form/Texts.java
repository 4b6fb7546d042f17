package de.kreislaufstadt.form;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one module, for what a form shows besides its own labels (prefilled tables, names of choices), in the language of
 * the reader.
 */
public final class Texts {

    private final ResourceBundle german;
    private final ResourceBundle english;

    private Texts(ResourceBundle german, ResourceBundle english) {
        this.german = german;
        this.english = english;
    }

    /**
     * @param module name of the module, which is the name of its message file
     * @throws java.util.MissingResourceException if there is no such file
     */
    public static Texts of(String module) {
        // The root bundle is the German one; asking for it keeps the server's own language out.
        return new Texts(
                ResourceBundle.getBundle("messages." + module, Locale.ROOT),
                ResourceBundle.getBundle("messages." + module, Locale.ENGLISH));
    }

    /**
     * @param key key in the message file
     * @param arguments values of its placeholders
     */
    public String get(String key, Object... arguments) {
        String pattern = (ReadersLanguage.isEnglish() ? english : german).getString(key);
        return new MessageFormat(pattern, ReadersLanguage.numbers()).format(arguments);
    }

    /** @return the German text, whoever reads it now: for what a form proposes to write into the record */
    public String german(String key, Object... arguments) {
        return ReadersLanguage.in(Locale.GERMAN, () -> get(key, arguments));
    }

    /** @return the text of a key, or the fallback where the module has none (codes from configurable tables) */
    public String getOr(String key, String fallback) {
        return german.containsKey(key) ? get(key) : fallback;
    }

    /** @return name of a choice, kept under {@code <prefix>.<constant>}; empty for null */
    public String name(String prefix, Enum<?> choice) {
        return choice == null ? "" : get(prefix + "." + choice.name());
    }
}
