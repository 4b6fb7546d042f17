package de.kreislaufstadt.opendata;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import java.util.Locale;

/** Texts of this module in a language that the answer says, whoever reads it. */
final class Words {

    private static final Texts TEXTS = Texts.of("opendata");

    private Words() {}

    static String in(Locale language, String key, Object... arguments) {
        return ReadersLanguage.in(language, () -> TEXTS.get(key, arguments));
    }
}
