package de.kreislaufstadt.publication;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names to be looked for in texts: as they are kept and with the family name first, whatever the case and however umlauts are
 * written. A name of one word is not looked for, since too many words are somebody's name.
 */
final class NameIndex {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> TITLES =
            Set.of("dr", "prof", "herr", "herrn", "frau", "med", "jur", "dipl", "ing");

    private final Set<String> sequences = new HashSet<>();
    private int longest;

    NameIndex(Collection<String> names) {
        names.forEach(this::add);
    }

    /** Where a name stands. */
    record Span(int from, int to) {}

    private record Word(String plain, int from, int to) {}

    private void add(String name) {
        if (name == null) {
            return;
        }
        List<String> words = words(name).stream()
                .map(Word::plain)
                .filter(word -> !TITLES.contains(word))
                .toList();
        if (words.size() < 2) {
            return;
        }
        int last = words.size() - 1;
        sequences.add(String.join(" ", words));
        sequences.add(words.get(last) + " " + String.join(" ", words.subList(0, last)));
        sequences.add(words.get(0) + " " + words.get(last));
        longest = Math.max(longest, words.size());
    }

    /** @return every place of the text in which one of the names stands, none inside another */
    List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        List<Word> words = words(text);
        int next = 0;
        for (int i = 0; i < words.size(); i++) {
            StringBuilder sequence = new StringBuilder(words.get(i).plain());
            for (int j = i + 1; j < Math.min(words.size(), i + longest); j++) {
                sequence.append(' ').append(words.get(j).plain());
                if (i >= next && sequences.contains(sequence.toString())) {
                    found.add(new Span(words.get(i).from(), words.get(j).to()));
                    next = j + 1;
                }
            }
        }
        return found;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(plain(matcher.group()), matcher.start(), matcher.end()));
        }
        return words;
    }

    private static String plain(String word) {
        String german = Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFD)).replaceAll("");
    }
}
