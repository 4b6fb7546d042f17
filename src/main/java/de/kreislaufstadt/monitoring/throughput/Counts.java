package de.kreislaufstadt.monitoring.throughput;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many tasks took how long. */
final class Counts {

    private static final long ALL_OF_THEM = 100;

    private final NavigableMap<Integer, Long> tasks = new TreeMap<>();
    private long all;

    void add(int step, long count) {
        tasks.merge(step, count, Long::sum);
        all += count;
    }

    void addAll(Counts others) {
        others.tasks.forEach(this::add);
    }

    long all() {
        return all;
    }

    long at(int step) {
        return tasks.getOrDefault(step, 0L);
    }

    /**
     * @param percent 1 to 100
     * @return the shortest duration that so many per cent of the tasks did not exceed; null where there is none
     */
    Duration percentile(int percent) {
        long wanted = (all * percent + ALL_OF_THEM - 1) / ALL_OF_THEM;
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : tasks.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return Duration.ofStep(entry.getKey());
            }
        }
        return null;
    }

    /**
     * A duration as finely as it is counted and shown.
     *
     * @param value full hours or full days
     * @param unit {@code HOURS} below three days, else {@code DAYS}
     */
    record Duration(int value, String unit) {

        private static final int HOURS_OF_THREE_DAYS = 72;

        /** @param step as {@code duration_step} in the database counts it */
        static Duration ofStep(int step) {
            return step < HOURS_OF_THREE_DAYS
                    ? new Duration(step, "HOURS")
                    : new Duration(step - HOURS_OF_THREE_DAYS + 3, "DAYS");
        }
    }
}
