package de.kreislaufstadt.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the product has to reach, and whether it did. */
final class Bars {

    /** @param atLeast whether more is better */
    record Bar(String what, double value, double limit, boolean atLeast, String unit) {

        boolean holds() {
            return atLeast ? value >= limit : value <= limit;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-72s %10.2f %-3s (at %s %s): %s",
                    what,
                    value,
                    unit,
                    atLeast ? "least" : "most",
                    String.format(Locale.ROOT, limit == Math.rint(limit) ? "%.0f" : "%.2f", limit),
                    holds() ? "holds" : "MISSED");
        }
    }

    private final List<Bar> all = new ArrayList<>();

    void atLeast(String what, double value, double limit, String unit) {
        all.add(new Bar(what, value, limit, true, unit));
    }

    void atMost(String what, double value, double limit, String unit) {
        all.add(new Bar(what, value, limit, false, unit));
    }

    List<Bar> all() {
        return List.copyOf(all);
    }

    boolean allHold() {
        return all.stream().allMatch(Bar::holds);
    }
}
