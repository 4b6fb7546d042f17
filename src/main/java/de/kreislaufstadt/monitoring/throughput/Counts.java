package de.kreislaufstadt.monitoring.throughput;

import java.util.Arrays;

/** How many tasks took how long. */
final class Counts {

    private static final long ALL_OF_THEM = 100;
    private static final int FIRST = 128;

    /** By step of duration; there is none before 0, and few are long. */
    private long[] tasks = new long[FIRST];

    private long all;

    void add(int step, long count) {
        if (step >= tasks.length) {
            tasks = Arrays.copyOf(tasks, Math.max(step + 1, 2 * tasks.length));
        }
        tasks[step] += count;
        all += count;
    }

    void addAll(Counts others) {
        for (int step = 0; step < others.tasks.length; step++) {
            add(step, others.tasks[step]);
        }
    }

    long all() {
        return all;
    }

    long at(int step) {
        return step < tasks.length ? tasks[step] : 0;
    }

    /**
     * @param percent 1 to 100
     * @return the shortest duration that so many per cent of the tasks did not exceed; null where there is none
     */
    Duration percentile(int percent) {
        long wanted = (all * percent + ALL_OF_THEM - 1) / ALL_OF_THEM;
        long seen = 0;
        for (int step = 0; all > 0 && step < tasks.length; step++) {
            seen += tasks[step];
            if (seen >= wanted) {
                return Duration.ofStep(step);
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
