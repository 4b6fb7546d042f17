package de.kreislaufstadt.form;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds rows of a list that name the same thing twice. */
public final class Distinct {

    private Distinct() {}

    /** @return the text as it counts in comparisons: case and spaces make no difference */
    public static String key(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * Notes a problem at every row whose text repeats that of an earlier row.
     *
     * @param list path of the list in the form, e.g. {@code stakeholders}
     * @param field field of the row that must be unique
     * @param texts the field's value per row, in the order of the rows; null values are skipped
     */
    public static void check(Problems problems, String list, String field, List<String> texts, String messageKey) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            problems.check(text == null || seen.add(key(text)), list + "[" + i + "]." + field, messageKey, i + 1);
        }
    }
}
