package de.kreislaufstadt.released;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The part of an address that names a measure in words: small letters, digits and hyphens, made of its title. */
final class Slug {

    /** In characters; what makes it unique comes on top. */
    static final int LONGEST = 80;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private Slug() {}

    /**
     * @param taken whether a slug belongs to another measure, or once did: an address never changes what it leads to
     * @return slug of the title; with the number where the title alone is taken or says nothing
     */
    static String of(String title, String number, Predicate<String> taken) {
        String words = words(title);
        if (!words.isEmpty() && !taken.test(words)) {
            return words;
        }
        String numbered = words.isEmpty() ? words(number) : words + "-" + words(number);
        String slug = numbered;
        for (int i = 2; taken.test(slug); i++) {
            slug = numbered + "-" + i;
        }
        return slug;
    }

    private static String words(String text) {
        String german = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String plain =
                MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFD)).replaceAll("");
        String slug = EDGES.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int end = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, end > 0 ? end : LONGEST);
    }
}
