package de.kreislaufstadt.released;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a search looks at, and for. Every word asked for has to stand somewhere in number, title or summary, also inside a longer
 * word: who looks for "kreislauf" means "Kreislaufstadt", too.
 */
final class SearchedText {

    private static final Pattern GAPS = Pattern.compile("\\s+");

    private SearchedText() {}

    static String of(ReleasedMeasure content) {
        return lower(content.number() + " " + content.heading().title() + " "
                + content.heading().summary());
    }

    /** @return the words in small letters; empty if nothing is asked for */
    static List<String> words(String asked) {
        if (asked == null || asked.isBlank()) {
            return List.of();
        }
        return List.of(GAPS.split(lower(asked).strip()));
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.GERMAN);
    }
}
