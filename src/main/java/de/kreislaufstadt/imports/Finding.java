package de.kreislaufstadt.imports;

import java.util.List;

/**
 * Something about a field, a record or a file that a person should know.
 *
 * @param kind what it is
 * @param arguments values that its text mentions
 */
record Finding(Kind kind, List<Object> arguments) {

    Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(Kind kind, Object... arguments) {
        return new Finding(kind, List.of(arguments));
    }

    /** @return the finding in the language of who reads it now */
    String text() {
        return ImportTexts.get(
                "imports.finding." + kind,
                arguments.stream().map(Shown::argument).toArray());
    }

    /** What is found. Each is a defect or a peculiarity that real files have. */
    enum Kind {
        /** A decimal point where thousands are likely: {@code 862.139} for 862.139 €. */
        THOUSANDS_POINT,
        /** A small number where the same field elsewhere has a year: 20 beside 2028. */
        DURATION_FOR_YEAR,
        /** A year in a field that is called a duration. */
        YEAR_IN_DURATION,
        /** A cost of 0 although the words say that it does not apply. */
        ZERO_FOR_NOTHING,
        /** The label of another field within the text. */
        LABEL_IN_TEXT,
        /** Two cells of a table in one. */
        GLUED_CELLS,
        /** Tabs, line breaks or hyphens within words. */
        BROKEN_WORDS,
        /** Characters that came out of a wrong encoding. */
        BROKEN_CHARACTERS,
        ABOUT,
        COMPARISON,
        RANGE,
        FOLLOWING_YEARS,
        SEVERAL_AMOUNTS,
        NUMBER_UNCLEAR,
        UNIT_UNKNOWN,
        WORDS_ONLY,
        TWO_REASONS,
        NUMBER_AND_NONE,
        /** The same amount with several measures of one body. */
        SHARED_TOTAL,
        /** Two fields of one record say different things. */
        CONTRADICTION,
        /** A word that no list has. */
        UNKNOWN_WORD,
        /** A field that the shape does not have. */
        UNKNOWN_FIELD,
        /** An id that no measure has. */
        ID_UNKNOWN,
        /** An id that no measure has, and the one that was probably meant. */
        ID_MISTYPED,
        /** A record of the kind that is already there. */
        ID_TWICE,
        /** A group of fields that the record does not have. */
        GROUP_MISSING,
        /** A value longer than the record keeps; the original keeps the rest. */
        SHORTENED,
        /** A value that was put together from another field, since its own is missing. */
        TAKEN_FROM,
        /** A value that the source does not state and the import was told to use. */
        BY_DEFAULT,
        /** A date that is none. */
        DATE_UNREADABLE,
        /** An address that nothing can be led to. */
        ADDRESS_UNUSABLE,
        /** A state, a step or a decision that the process notes itself. */
        STATE_FOR_TAKE_OVER,
        /** Steps of a measure whose process is over. */
        STEPS_NOT_KEPT
    }
}
