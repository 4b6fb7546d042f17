package de.kreislaufstadt.measure;

import java.math.BigDecimal;
import java.util.List;

/** Gives equal statements equal values, so that a record that says the same is recognised as unchanged. */
final class Blank {

    private Blank() {}

    static String toNull(String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
    }

    static <T> List<T> toEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** The choices in the order of their declaration: the order in which boxes were ticked says nothing. */
    static <E extends Enum<E>> List<E> inOrder(List<E> choices) {
        return toEmpty(choices).stream().distinct().sorted().toList();
    }

    static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
