package de.kreislaufstadt.retention;

import de.kreislaufstadt.form.Texts;
import java.util.Optional;

/**
 * What tables, columns and codes are called in the language of the reader ({@code messages/datawords.properties}). The word
 * of a column may be one for all tables or, where it says something else there, for one: {@code column.<table>.<column>}.
 */
final class DataWords {

    /** Stands instead of a word where a column says nothing of a person. */
    private static final String TECHNICAL = "-";

    private static final Texts TEXTS = Texts.of("datawords");

    private DataWords() {}

    /** @return name of the table without its schema */
    static String bare(String table) {
        return table.replaceFirst("^(kreislaufstadt|camunda)\\.", "");
    }

    /** @return what people call the table; empty if nobody has said it yet */
    static Optional<String> table(String table) {
        return word("table." + bare(table));
    }

    /** @return what people call the column; empty if nobody has said it yet */
    static Optional<String> column(String table, String column) {
        return word("column." + bare(table) + "." + column).or(() -> word("column." + column));
    }

    /** @return what a code in the column means; empty if it is no code */
    static Optional<String> value(String table, String column, String code) {
        return word("value." + bare(table) + "." + column + "." + code).or(() -> word("value." + column + "." + code));
    }

    /** Keys of rows lead nowhere a person could look; only what has a word of its own is shown nevertheless. */
    static boolean isTechnical(String table, String column) {
        return column(table, column)
                .map(TECHNICAL::equals)
                .orElseGet(() -> column.endsWith("_id") || column.endsWith("_id_") || column.endsWith("_hash"));
    }

    static String yesOrNo(boolean holds) {
        return TEXTS.get(holds ? "datawords.yes" : "datawords.no");
    }

    private static Optional<String> word(String key) {
        return Optional.ofNullable(TEXTS.getOr("datawords." + key, null));
    }
}
