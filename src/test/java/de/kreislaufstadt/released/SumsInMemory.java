package de.kreislaufstadt.released;

import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.Sum;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up what measures state, unit by unit; what several share counts once. */
final class SumsInMemory {

    private SumsInMemory() {}

    static List<Sum> of(List<Entry> entries, Function<Entry, StatedValue> value, Function<Entry, String> group) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        Map<String, Integer> stated = new HashMap<>();
        Set<String> counted = new HashSet<>();
        for (Entry entry : entries) {
            StatedValue one = value.apply(entry);
            if (one != null && "VALUE".equals(one.status())) {
                stated.merge(one.unit(), 1, Integer::sum);
                String shared = group.apply(entry);
                boolean first = shared == null || counted.add(one.unit() + " " + shared);
                totals.merge(one.unit(), first ? one.number() : BigDecimal.ZERO, BigDecimal::add);
            }
        }
        return totals.entrySet().stream()
                .map(entry -> new Sum(entry.getKey(), entry.getValue(), stated.get(entry.getKey()), entries.size()))
                .toList();
    }
}
