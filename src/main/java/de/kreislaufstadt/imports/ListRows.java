package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.imports.KnownMeasures.Known;
import de.kreislaufstadt.imports.SourceRecord.Part;
import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureRecord.Funding;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.IndicatorValue;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.measure.PlannedUntil;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The rows of a measure in the tables with several rows for one, in German, so that reading them again says the same. */
final class ListRows {

    private final Known measure;

    ListRows(Known measure) {
        this.measure = measure;
    }

    /** @return the cells of each row in the order of {@link ListColumn#of} */
    Stream<List<String>> cells(Part part) {
        return ReadersLanguage.in(Locale.GERMAN, () -> rows(part).toList()).stream()
                .map(this::beginning);
    }

    private List<String> beginning(Object[] cells) {
        return Stream.concat(
                        Stream.of(measure.number(), measure.record().outline().externalId()),
                        Arrays.stream(cells).map(ListRows::written))
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private Stream<Object[]> rows(Part part) {
        return switch (part) {
            case INDICATORS -> measure.record().indicators().stream().flatMap(ListRows::indicator);
            case PLAN -> measure.record().finance().plan().stream().map(ListRows::planned);
            case FUNDING -> measure.record().finance().funding().stream().map(ListRows::funding);
            case DECISIONS -> measure.decisions().stream().map(ListRows::decision);
            case REPORTS -> measure.reports().stream().map(ListRows::report);
            case SOURCES -> measure.record().sources().stream().map(ListRows::source);
            default -> Stream.empty();
        };
    }

    private static Stream<Object[]> indicator(Indicator one) {
        List<IndicatorValue> values =
                one.values().isEmpty() ? List.of(new IndicatorValue(null, null, null, null)) : one.values();
        return values.stream().map(value -> row(one, value));
    }

    private static Object[] row(Indicator one, IndicatorValue value) {
        return new Object[] {
            one.name(),
            ImportTexts.choice("measure.indicatorKind", one.kind()),
            one.unit(),
            one.start(),
            one.goal(),
            one.goalText(),
            one.targetYear(),
            value.date(),
            value.value(),
            value.finding(),
            value.source()
        };
    }

    private static Object[] planned(PlanRow row) {
        return new Object[] {
            row.laterYears() ? PlanCells.later() : row.year(), row.amount(), row.productGroup(), row.line()
        };
    }

    private static Object[] funding(Funding row) {
        return new Object[] {
            row.programme(), row.funder(), row.amount(), ImportTexts.choice("measure.fundingStatus", row.status())
        };
    }

    private static Object[] decision(MeasureDecision row) {
        return new Object[] {
            row.body(),
            row.decidedOn(),
            ImportTexts.choice("measure.decision", row.result()),
            String.join(
                    "; ",
                    row.phases().stream()
                            .map(phase -> ImportTexts.choice("measure.phase", phase))
                            .toList()),
            row.conditions(),
            row.reason(),
            row.deferredUntil(),
            row.paperNumber()
        };
    }

    private static Object[] report(StatusReport row) {
        return new Object[] {
            row.asOf(), row.text(), row.planNextYear(), ImportTexts.choice("measure.assessment", row.assessment())
        };
    }

    private static Object[] source(Source row) {
        return new Object[] {row.document(), row.place(), row.asOf(), row.url()};
    }

    /** All digits of a number, with a comma. */
    private static Object written(Object value) {
        if (value instanceof LocalDate day) {
            return PlannedUntil.DAY.format(day);
        }
        return value instanceof BigDecimal number ? number.toPlainString().replace('.', ',') : value;
    }
}
