package de.kreislaufstadt.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** What a form draws while it is being filled; texts are in the language of the reader and ready to be shown. */
public sealed interface Picture {

    /** @return name of the kind for the page: {@code MATRIX}, {@code SCORE} or {@code MIX} */
    @JsonProperty("kind")
    default String kind() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    /**
     * Things placed by two ratings.
     *
     * @param x name of the rating that grows to the right
     * @param y name of the rating that grows upwards
     * @param size both ratings go from 1 to this number
     * @param cells what each combination of ratings means
     * @param points the things that are rated already
     */
    record Matrix(String title, String x, String y, int size, List<Cell> cells, List<Point> points)
            implements Picture {}

    /**
     * @param field short name of what the combination means, e.g. {@code Schlüsselakteur}
     * @param meaning the same in a sentence
     */
    record Cell(int x, int y, String field, String meaning) {}

    /** @param row number of the row in the form, counted from 1 */
    record Point(int row, String name, int x, int y, String field) {}

    /**
     * A number of points and what follows from it.
     *
     * @param score from 0 to 100; null while a level is missing
     * @param result what is recommended; null while a level is missing
     * @param reasons why, in the words of the decision tables
     * @param levels what went into it
     */
    record Score(String title, BigDecimal score, String result, List<String> reasons, List<Level> levels)
            implements Picture {}

    /** @param level from 1 to 5; null if missing */
    record Level(String criterion, Integer level) {}

    /**
     * How many of which group come together.
     *
     * @param total of all groups
     * @param limits how many there should be, in a sentence
     * @param warnings what to look at, in the words of the decision table; empty if nothing
     */
    record Mix(String title, int total, String limits, List<Bar> bars, List<String> warnings) implements Picture {}

    /** @param percent share of the total, from 0 to 100 */
    record Bar(String group, int count, int percent) {}
}
