package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.imports.KnownMeasures.Known;
import de.kreislaufstadt.measure.GermanNumber;
import de.kreislaufstadt.measure.PlannedUntil;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import de.kreislaufstadt.measure.ReportedValueText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A measure as a row of the product's own table, in German, so that reading it again says the same. */
final class TableRow {

    private static final int CENTS = 2;

    private final City city;
    private final Known measure;
    private final Map<Target, Object> values;

    TableRow(City city, Known measure) {
        this.city = city;
        this.measure = measure;
        this.values = measure.values();
    }

    /** @return the cells in the order of {@link Column#TEMPLATE}, empty where the record says nothing */
    List<String> cells() {
        return ReadersLanguage.in(
                Locale.GERMAN, () -> Column.TEMPLATE.stream().map(this::cell).toList());
    }

    private String cell(Column column) {
        if (column.equals(Column.MUNICIPALITY)) {
            return city.key();
        }
        Object value = values.get(column.target());
        if (column.aspect() != null) {
            return value == null ? "" : around(((ReportedValue) value).statement(), column.aspect());
        }
        return switch (column.target()) {
            case NUMBER -> measure.number();
            case LEAD -> city.departments().getOrDefault(measure.lead(), measure.lead());
            case FIELD_OF_ACTION -> city.fieldsOfAction().getOrDefault(value, Objects.toString(value, ""));
            case CONTRIBUTING ->
                ((List<?>) (value == null ? List.of() : value))
                        .stream()
                                .map(key -> city.departments().getOrDefault(key, key.toString()))
                                .collect(Collectors.joining("; "));
            default -> written(value);
        };
    }

    private static String written(Object value) {
        if (value instanceof LocalDate day) {
            return PlannedUntil.DAY.format(day);
        }
        // Euros are shown with cents, which would round what has more decimals.
        if (value instanceof Value number
                && number.unit() == Unit.EUR
                && number.number().scale() > CENTS) {
            return ReportedValueText.of(number)
                    .replace(GermanNumber.euros(number.number()), GermanNumber.format(number.number()) + " €");
        }
        return Shown.of(value);
    }

    private static String around(Statement statement, Column.Aspect aspect) {
        Object said = switch (aspect) {
            case TEXT -> statement.text();
            case BASE_YEAR -> statement.baseYear();
            case TARGET_YEAR -> statement.targetYear();
            case CUMULATIVE -> statement.cumulative() ? "ja" : null;
            case REFERENCE -> statement.reference();
            case SOURCE -> statement.source();
            case AS_OF -> PlannedUntil.DAY.format(statement.asOf());
            default -> throw new IllegalArgumentException(aspect + " is in no template");
        };
        return Objects.toString(said, "");
    }
}
