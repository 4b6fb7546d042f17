package de.kreislaufstadt.association.exchange;

import java.util.List;

/**
 * Quartiles of whole numbers, between two of them in proportion and rounded down.
 *
 * @param lower a quarter is at most this
 * @param upper three quarters are at most this
 */
record Quartiles(int lower, int median, int upper) {

    private static final int QUARTERS = 4;

    /** @throws IllegalArgumentException if there is no value */
    static Quartiles of(List<Integer> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No values");
        }
        List<Integer> sorted = values.stream().sorted().toList();
        return new Quartiles(at(sorted, 1), at(sorted, 2), at(sorted, QUARTERS - 1));
    }

    private static int at(List<Integer> sorted, int quarter) {
        int place = (sorted.size() - 1) * quarter;
        int below = sorted.get(place / QUARTERS);
        int above = sorted.get(Math.min(place / QUARTERS + 1, sorted.size() - 1));
        return below + (above - below) * (place % QUARTERS) / QUARTERS;
    }
}
