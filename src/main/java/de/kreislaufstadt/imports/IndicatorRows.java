package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.IndicatorKind;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.IndicatorValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts indicators together from rows, one for each of their values. What one row says of an indicator, the others need not repeat. */
final class IndicatorRows {

    private static final int LONGEST_NAME = 250;
    private static final int LONGEST_UNIT = 40;
    private static final int LONGEST_WORDS = 500;

    private final String document;

    /** @param document source of values that name none */
    IndicatorRows(String document) {
        this.document = document;
    }

    /** What is said of an indicator apart from its values; null where nothing is. */
    private record About(
            IndicatorKind kind, String unit, BigDecimal start, BigDecimal goal, String goalText, Integer year) {}

    private static final class Growing {

        private About about = new About(null, null, null, null, null, null);
        private final List<IndicatorValue> values = new ArrayList<>();
    }

    List<Indicator> read(List<ListRow> rows) {
        Map<String, Growing> all = new LinkedHashMap<>();
        for (ListRow row : rows) {
            String name = row.required("name", LONGEST_NAME);
            Growing indicator = all.computeIfAbsent(String.valueOf(name), key -> new Growing());
            indicator.about = together(row, indicator.about, about(row));
            IndicatorValue value = value(row);
            if (value != null) {
                indicator.values.add(value);
            }
        }
        return all.entrySet().stream()
                .map(one -> indicator(one.getKey(), one.getValue()))
                .toList();
    }

    private static About about(ListRow row) {
        About about = new About(
                row.choice("kind", IndicatorKind.class, "measure.indicatorKind"),
                row.text("unit", LONGEST_UNIT),
                row.number("start"),
                row.number("goal"),
                row.text("goalText", LONGEST_WORDS),
                row.year("targetYear"));
        if (about.kind() == IndicatorKind.QUALITATIVE && (about.start() != null || about.goal() != null)) {
            row.refuse("kind", "imports.indicator.words");
        }
        return about;
    }

    private IndicatorValue value(ListRow row) {
        BigDecimal number = row.number("value");
        String finding = row.text("finding", LONGEST_WORDS);
        String source = row.text("source", LONGEST_NAME);
        LocalDate day = row.day("day");
        boolean nothing = number == null && finding == null;
        if (nothing && day == null) {
            return null;
        }
        if (nothing) {
            row.refuse("value", "measure.indicator.valueMissing");
        }
        if (!row.says("day")) {
            row.refuse("day", "form.required");
        }
        return new IndicatorValue(day, number, finding, source == null ? document : source);
    }

    private static About together(ListRow row, About one, About other) {
        return new About(
                same(row, "kind", one.kind(), other.kind()),
                same(row, "unit", one.unit(), other.unit()),
                same(row, "start", one.start(), other.start()),
                same(row, "goal", one.goal(), other.goal()),
                same(row, "goalText", one.goalText(), other.goalText()),
                same(row, "targetYear", one.year(), other.year()));
    }

    private static <T> T same(ListRow row, String key, T one, T other) {
        boolean differs = one instanceof BigDecimal number && other instanceof BigDecimal next
                ? number.compareTo(next) != 0
                : one != null && other != null && !Objects.equals(one, other);
        if (differs) {
            row.refuse(key, "imports.indicator.differs", one.toString());
        }
        return one == null ? other : one;
    }

    /** An indicator without any number is one of words. */
    private static Indicator indicator(String name, Growing grown) {
        About about = grown.about;
        boolean hasNumber = about.start() != null
                || about.goal() != null
                || about.unit() != null
                || grown.values.stream().anyMatch(value -> value.value() != null);
        IndicatorKind usual = hasNumber ? IndicatorKind.MEASURABLE : IndicatorKind.QUALITATIVE;
        return new Indicator(
                name,
                about.kind() == null ? usual : about.kind(),
                about.unit(),
                about.start(),
                about.goal(),
                about.goalText(),
                about.year(),
                List.copyOf(grown.values));
    }
}
