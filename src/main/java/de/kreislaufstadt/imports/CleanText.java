package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.StorableText;
import de.kreislaufstadt.imports.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text without the traces of the document it was copied from, and what was mended. The original is kept elsewhere.
 *
 * @param text null if nothing is left
 */
record CleanText(String text, List<Finding> findings) {

    private static final int EXCERPT = 60;

    private static final String LABELS = String.join(
            "|",
            Stream.of(
                            "Action outline",
                            "Action name",
                            "Action type",
                            "Action description",
                            "Reference to impact pathway",
                            "Field of action",
                            "Systemic lever",
                            "Outcome (according to module B-1.1)",
                            "Action scale & addressed entities",
                            "Responsible bodies/person for implementation",
                            "Involved stakeholders",
                            "Comments on implementation",
                            "Impact & cost",
                            "Generated renewable energy (if applicable)",
                            "Removed/substituted energy, volume, or fuel type",
                            "GHG emissions reduction estimate (total) per emission source sector",
                            "Total costs and costs by CO2e unit")
                    .map(Pattern::quote)
                    .toList());

    private static final Pattern LABEL = Pattern.compile("[\\n\\t]\\s{0,9}(" + LABELS + ")(?![\\p{L}\\d])([\\s\\S]*)$");

    private static final Pattern HYPHENATED =
            Pattern.compile("(\\p{L})[-\\u00ad](?:[ \\t]*\\n\\s*|[ \\u00a0]{2,})(\\p{L}+)");
    private static final Pattern TORN = Pattern.compile("\\p{L}[ \\u00a0]?\\t+[ \\u00a0]?\\p{Ll}");
    private static final Pattern AND = Pattern.compile("und|oder|bzw|sowie");

    /** UTF-8 or Mac Roman that somebody took for Windows-1252, and ticks of a font of signs at the beginning of lines. */
    private static final Pattern MISREAD = Pattern.compile(
            "\\uFFFD|Ã[\\u0080-\\u00BF€„†…‰Šœž–Ÿ]|â€[\\u009c-\\u009f“”žœ™¦–]|Â[§°´»«\\u00a0]|\\p{L}[Ÿ¸ˆ‰](?=\\p{Ll})|[\\uE000-\\uF8FF]|(?:^|\\n)ü[\\s\\u00a0]");

    static CleanText of(String original, boolean oneLine) {
        List<Finding> found = new ArrayList<>();
        String text = storable(original.replace("\r\n", "\n").replace('\r', '\n'), found);
        text = withoutLabel(text, found);
        text = mended(text, oneLine, found);
        text = text.replace('\u00a0', ' ')
                .replaceAll("[\\t ]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        if (oneLine) {
            text = text.replaceAll("\\s*\\n\\s*", " ");
        }
        return new CleanText(text.isEmpty() ? null : text, List.copyOf(found));
    }

    /** @return the beginning of a text, to be mentioned in one line */
    static String excerpt(String text) {
        String line = text.replaceAll("[\\s\\u00a0]+", " ").strip();
        return line.length() > EXCERPT ? line.substring(0, EXCERPT) + " …" : line;
    }

    private static String storable(String text, List<Finding> found) {
        Matcher misread = MISREAD.matcher(text);
        if (misread.find()) {
            found.add(Finding.of(Kind.BROKEN_CHARACTERS, around(text, misread)));
        }
        String kept = text.codePoints()
                .filter(StorableText::takes)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (kept.length() < text.length() && found.isEmpty()) {
            found.add(Finding.of(Kind.BROKEN_CHARACTERS, excerpt(kept)));
        }
        return kept;
    }

    private static String withoutLabel(String text, List<Finding> found) {
        Matcher label = LABEL.matcher(text);
        if (!label.find()) {
            return text;
        }
        found.add(
                label.group(2).isBlank()
                        ? Finding.of(Kind.LABEL_IN_TEXT, label.group(1))
                        : Finding.of(Kind.GLUED_CELLS, label.group(1), excerpt(label.group(2))));
        return text.substring(0, label.start());
    }

    private static String mended(String text, boolean oneLine, List<Finding> found) {
        Matcher hyphenated = HYPHENATED.matcher(text);
        Matcher torn = TORN.matcher(text);
        if (hyphenated.find()) {
            found.add(Finding.of(Kind.BROKEN_WORDS, around(text, hyphenated)));
        } else if (torn.find()) {
            found.add(Finding.of(Kind.BROKEN_WORDS, around(text, torn)));
        } else if (oneLine && text.strip().contains("\n")) {
            found.add(Finding.of(Kind.BROKEN_WORDS, excerpt(text)));
        }
        return hyphenated.reset().replaceAll(CleanText::joined);
    }

    private static String around(String text, MatchResult place) {
        return excerpt(text.substring(
                Math.max(0, place.start() - EXCERPT / 3), Math.min(text.length(), place.end() + EXCERPT / 3)));
    }

    private static String joined(MatchResult torn) {
        String next = torn.group(2);
        if (AND.matcher(next).matches()) {
            return torn.group(1) + "- " + next;
        }
        // "Klima-\nTraining" keeps its hyphen, "insge-\nsamt" never had one.
        return torn.group(1) + (Character.isUpperCase(next.charAt(0)) ? "-" : "") + next;
    }
}
