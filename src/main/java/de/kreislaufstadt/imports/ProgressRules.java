package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.measure.IndicatorKind;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.IndicatorValue;
import de.kreislaufstadt.measure.MeasureState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the progress series of a measure becomes: counted ones an indicator with its values, one of "in progress" and "completed"
 * the state that a new measure is taken over in. A measure that is already here keeps the state its steps gave it.
 */
final class ProgressRules {

    private static final Pattern VALUE = Pattern.compile("values\\[(\\d+)] / (date|value)");

    private static final Map<String, MeasureState> STATES = Map.of(
            "in_progress", MeasureState.IMPLEMENTATION,
            "completed", MeasureState.COMPLETED);

    private final String source;

    /** @param source document that the values are from */
    ProgressRules(String source) {
        this.source = source;
    }

    /** Reads a progress series into the draft of its measure. */
    void read(SourceRecord record, Draft draft) {
        draft.reading(record);
        boolean binary = record.text("type").filter("binary"::equals).isPresent();
        boolean counted = record.text("type")
                .filter(type -> type.matches("percent|count"))
                .isPresent();
        if (counted) {
            indicator(record)
                    .ifPresent(indicator -> draft.stateBeside(
                            Target.INDICATORS,
                            List.of(indicator),
                            record.fields().get(0)));
        }
        for (SourceField field : record.fields()) {
            if (binary && VALUE.matcher(field.path()).matches()) {
                state(draft, record, field);
            } else {
                series(draft, field, binary || counted);
            }
        }
    }

    private static void state(Draft draft, SourceRecord record, SourceField field) {
        if (field.path().endsWith("date")) {
            if (field.isBlank() || Values.day(field.text()).isPresent()) {
                draft.keep(field, null, null, List.of());
            } else {
                draft.setAside(field, Finding.of(Kind.DATE_UNREADABLE, field.text()));
            }
            return;
        }
        MeasureState state = field.isBlank() ? null : STATES.get(field.text());
        if (state == null) {
            draft.setAside(field, Finding.of(Kind.UNKNOWN_WORD, String.valueOf(field.text())));
        } else {
            draft.map(field, Target.STATE, isLast(record, field) ? state : null, List.of());
        }
    }

    private static void series(Draft draft, SourceField field, boolean known) {
        Matcher value = VALUE.matcher(field.path());
        if (value.matches()) {
            boolean readable = "date".equals(value.group(2))
                    ? !field.isBlank() && Values.day(field.text()).isPresent()
                    : AdditionalRules.number(field).isPresent();
            if (readable && known) {
                draft.map(field, Target.INDICATORS, null, List.of());
            } else {
                draft.setAside(field, unreadable(field));
            }
            return;
        }
        switch (field.path()) {
            case "type" -> {
                if (known) {
                    draft.map(field, Target.INDICATORS, null, List.of());
                } else {
                    draft.setAside(field, Finding.of(Kind.UNKNOWN_WORD, String.valueOf(field.text())));
                }
            }
            case "start", "goal", "unit", "label" -> draft.map(field, Target.INDICATORS, null, List.of());
            case "id", "values", "yMin", "yMax" -> draft.keep(field, null, null, List.of());
            default -> draft.setAside(field, Finding.of(Kind.UNKNOWN_FIELD, field.path()));
        }
    }

    private static Finding unreadable(SourceField field) {
        return Finding.of(
                field.path().endsWith("date") ? Kind.DATE_UNREADABLE : Kind.NUMBER_UNCLEAR,
                String.valueOf(field.text()));
    }

    private Optional<Indicator> indicator(SourceRecord record) {
        List<IndicatorValue> values = new ArrayList<>();
        for (int i = 0; record.field("values[" + i + "] / value").isPresent(); i++) {
            Optional<LocalDate> day = record.text("values[" + i + "] / date").flatMap(Values::day);
            Optional<BigDecimal> number =
                    record.field("values[" + i + "] / value").flatMap(AdditionalRules::number);
            if (day.isPresent() && number.isPresent()) {
                values.add(new IndicatorValue(day.get(), number.get(), null, source));
            }
        }
        String unit = record.text("unit")
                .orElse(record.text("type").filter("percent"::equals).isPresent() ? "%" : null);
        return Optional.of(new Indicator(
                record.text("label").orElse(ImportTexts.german("imports.progress.name")),
                IndicatorKind.MEASURABLE,
                unit,
                record.field("start").flatMap(AdditionalRules::number).orElse(null),
                record.field("goal").flatMap(AdditionalRules::number).orElse(null),
                null,
                null,
                values));
    }

    private static boolean isLast(SourceRecord record, SourceField field) {
        return record.fields().stream()
                .filter(other -> other.path().matches("values\\[\\d+] / value"))
                .reduce((first, second) -> second)
                .filter(field::equals)
                .isPresent();
    }
}
