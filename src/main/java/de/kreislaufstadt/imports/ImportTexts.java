package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of this module, and the lists of words that sources use. */
final class ImportTexts {

    private static final Texts TEXTS = Texts.of("imports");
    private static final Texts MEASURE = Texts.of("measure");
    private static final ResourceBundle GERMAN = ResourceBundle.getBundle("messages.imports", Locale.ROOT);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages.imports", Locale.ENGLISH);

    private ImportTexts() {}

    static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    /** @return German name of a choice of the record */
    static String measure(String prefix, Enum<?> choice) {
        return ReadersLanguage.in(Locale.GERMAN, () -> MEASURE.name(prefix, choice));
    }

    /** @return name of a choice of the record in the language of who reads it now */
    static String choice(String prefix, Enum<?> choice) {
        return MEASURE.name(prefix, choice);
    }

    static String german(String key) {
        return GERMAN.getString(key);
    }

    static String english(String key) {
        return ENGLISH.getString(key);
    }
}
