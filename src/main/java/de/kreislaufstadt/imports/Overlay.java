package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.IndicatorValue;
import de.kreislaufstadt.measure.MeasureRecord.Partner;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays what a source states over what a record says: what it does not state stays, what it says again stays as it was. */
final class Overlay {

    private static final MathContext DIGITS = new MathContext(15);

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
            List<?> merged = merged(before, after);
            return inWords(before).equals(inWords(merged)) ? before : merged;
        }
        return next;
    }

    private static List<?> merged(List<?> before, List<?> after) {
        if (after.get(0) instanceof Indicator) {
            return indicators(before, after);
        }
        if (after.get(0) instanceof Source) {
            Map<String, Object> all = new LinkedHashMap<>();
            Stream.concat(before.stream(), after.stream())
                    .forEach(source -> all.putIfAbsent(inWords(List.of(source)), source));
            return List.copyOf(all.values());
        }
        return after;
    }

    /** The list as one text: names with a semicolon in them and blanks are not parted in files as they were before. */
    private static String inWords(List<?> list) {
        return list.stream()
                .map(one -> one instanceof Partner partner ? partner.name() : String.valueOf(one))
                .collect(Collectors.joining("; "))
                .replaceAll("[\\s\\u00a0]+", " ");
    }

    /** What differs in blanks and line breaks alone is the same: files do not keep them. */
    static boolean saysTheSame(String before, String after) {
        return after.equals(CleanText.of(before, false).text())
                || after.equals(CleanText.of(before, true).text());
    }

    /** The same words of another document are no news; a new day alone makes no new version. */
    private static boolean sameStatement(ReportedValue before, ReportedValue after) {
        return withoutSource(before).equals(withoutSource(after));
    }

    /** Workbooks keep a number with fifteen digits. */
    private static BigDecimal inWorkbook(BigDecimal number) {
        return number == null ? null : number.round(DIGITS).stripTrailingZeros();
    }

    private static String plain(String text) {
        return text == null ? null : CleanText.of(text, true).text();
    }

    private static ReportedValueForm withoutSource(ReportedValue value) {
        ReportedValueForm all = ReportedValueForm.from(value);
        return new ReportedValueForm(
                all.status(),
                inWorkbook(all.value()),
                inWorkbook(all.from()),
                inWorkbook(all.to()),
                all.operator(),
                all.unit(),
                all.baseYear(),
                all.targetYear(),
                all.cumulative(),
                plain(all.text()),
                plain(all.reference()),
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
