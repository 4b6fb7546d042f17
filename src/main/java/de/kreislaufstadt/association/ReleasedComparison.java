package de.kreislaufstadt.association;

import de.kreislaufstadt.measure.ModelComponent;
import java.util.List;

/**
 * What the members of today have released, put together so that nobody stands alone: for whoever is outside of the association. It has
 * no filter on purpose: two figures of different groups would tell what a single municipality has said by their difference.
 */
public interface ReleasedComparison {

    /** Fewer municipalities than these are never put together. */
    int AT_LEAST = 5;

    /** @return one per component, in their order; empty where the installation has no association */
    List<ComponentSpread> components();

    /** @return steps for which enough municipalities have released how long they take, by process and name */
    List<StepSpread> steps();

    /**
     * How far the members are with a component.
     *
     * @param members of today
     * @param released how many of them have released it; null below {@link #AT_LEAST}
     * @param byMaturity how many are at 0, 1, 2, 3 and 4; empty below {@link #AT_LEAST}
     * @param median of these levels, the lower of two in the middle; null below {@link #AT_LEAST}
     */
    record ComponentSpread(
            ModelComponent component, int members, Integer released, List<Integer> byMaturity, Integer median) {

        /** The list may not be changed afterwards. */
        public ComponentSpread {
            byMaturity = List.copyOf(byMaturity);
        }
    }

    /**
     * How long a step takes: each municipality counts once, with the median of its newest released quarter.
     *
     * @param name as people read it in German
     * @param municipalities how many have released it, {@link #AT_LEAST} or more
     * @param lowerHours a quarter of the municipalities take at most so long; rounded down to hours, as the following
     * @param upperHours three quarters of them take at most so long
     */
    record StepSpread(
            String process,
            String key,
            String name,
            int municipalities,
            int lowerHours,
            int medianHours,
            int upperHours) {}
}
