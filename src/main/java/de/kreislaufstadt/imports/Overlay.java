package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.IndicatorValue;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Lays what a source states over what a record says: what it does not state stays, what it says again stays as it was. */
final class Overlay {

    private Overlay() {}

    static Map<Target, Object> of(Map<Target, Object> before, Map<Target, Object> stated) {
        Map<Target, Object> after = new EnumMap<>(Target.class);
        after.putAll(before);
        stated.forEach((target, value) -> after.merge(target, value, Overlay::merged));
        return after;
    }

    private static Object merged(Object old, Object next) {
        if (old instanceof ReportedValue before && next instanceof ReportedValue after) {
            return sameStatement(before, after) ? before : after;
        }
        if (old instanceof String before && next instanceof String after) {
            return saysTheSame(before, after) ? before : after;
        }
        if (old instanceof List<?> before && next instanceof List<?> after && !after.isEmpty()) {
            if (after.get(0) instanceof Indicator) {
                return indicators(before, after);
            }
            if (after.get(0) instanceof Source) {
                Set<Object> all = new LinkedHashSet<>(before);
                all.addAll(after);
                return List.copyOf(all);
            }
        }
        return next;
    }

    /** What differs in blanks and line breaks alone is the same: files do not keep them. */
    private static boolean saysTheSame(String before, String after) {
        return after.equals(CleanText.of(before, false).text())
                || after.equals(CleanText.of(before, true).text());
    }

    /** The same words of another document are no news; a new day alone makes no new version. */
    private static boolean sameStatement(ReportedValue before, ReportedValue after) {
        return withoutSource(before).equals(withoutSource(after));
    }

    private static ReportedValueForm withoutSource(ReportedValue value) {
        ReportedValueForm all = ReportedValueForm.from(value);
        return new ReportedValueForm(
                all.status(),
                all.value(),
                all.from(),
                all.to(),
                all.operator(),
                all.unit(),
                all.baseYear(),
                all.targetYear(),
                all.cumulative(),
                all.text(),
                all.reference(),
                null,
                null);
    }

    private static List<Object> indicators(List<?> before, List<?> after) {
        Map<String, Object> byName = new LinkedHashMap<>();
        before.forEach(indicator -> byName.put(((Indicator) indicator).name(), indicator));
        after.forEach(indicator -> byName.merge(
                ((Indicator) indicator).name(),
                indicator,
                (old, next) -> withValues((Indicator) next, ((Indicator) old).values())));
        return new ArrayList<>(byName.values());
    }

    /** Observations that were there stay, with the source that first stated them; new ones join them. */
    private static Indicator withValues(Indicator indicator, List<IndicatorValue> known) {
        Map<LocalDate, IndicatorValue> byDay = new TreeMap<>();
        known.forEach(value -> byDay.put(value.date(), value));
        indicator
                .values()
                .forEach(value -> byDay.merge(
                        value.date(), value, (old, next) -> Objects.equals(old.value(), next.value()) ? old : next));
        return new Indicator(
                indicator.name(),
                indicator.kind(),
                indicator.unit(),
                indicator.start(),
                indicator.goal(),
                indicator.goalText(),
                indicator.targetYear(),
                List.copyOf(byDay.values()));
    }
}
