package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What the reported values of several measures add up to in one unit. Only single numbers count: a range, a pointer or a
 * missing number is left out and shows in the difference between {@code stated} and {@code of}.
 *
 * @param total sum in the unit, 0 if nobody states a number
 * @param stated how many values went into the sum or share one that did
 * @param of how many values were looked at
 */
public record ReportedSum(BigDecimal total, Unit unit, int stated, int of) {

    /**
     * A value to add up.
     *
     * @param group mark of a cost that several measures share, null if the value is the measure's own
     */
    public record Part(ReportedValue value, String group) {}

    /**
     * Adds up the values in one unit; a unit per year never mixes with one that is not. Of a group that shares one value
     * only the first is counted.
     */
    public static ReportedSum of(Unit unit, Collection<Part> parts) {
        BigDecimal total = BigDecimal.ZERO;
        int stated = 0;
        Set<String> counted = new HashSet<>();
        for (Part part : parts) {
            if (part.value() instanceof Value value && value.unit() == unit) {
                stated++;
                if (part.group() == null || counted.add(part.group())) {
                    total = total.add(value.number());
                }
            }
        }
        return new ReportedSum(total, unit, stated, parts.size());
    }
}
