package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ReportedValue.Elsewhere;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Range;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A reported value as the fields of a form; the group of fields is the same in every form that asks for one. */
public record ReportedValueForm(
        Status status,
        BigDecimal value,
        BigDecimal from,
        BigDecimal to,
        Operator operator,
        Unit unit,
        Integer baseYear,
        Integer targetYear,
        Boolean cumulative,
        String text,
        String reference,
        String source,
        LocalDate asOf) {

    /**
     * Turns the fields into one of the shapes a reported value can have.
     *
     * @param fieldPath path of the group in its form, for the problems
     * @throws de.kreislaufstadt.form.FormRefused if the fields contradict each other
     */
    public ReportedValue toReportedValue(String fieldPath) {
        check(fieldPath);
        Statement statement = new Statement(
                baseYear,
                targetYear,
                Boolean.TRUE.equals(cumulative),
                Blank.toNull(text),
                Blank.toNull(reference),
                source,
                asOf);
        return switch (status) {
            case VALUE -> new Value(value, operator == null ? Operator.EQUAL : operator, unit, statement);
            case RANGE -> new Range(from, to, unit, statement);
            case SEE_REFERENCE -> new Elsewhere(statement);
            default -> new NoNumber(status, statement);
        };
    }

    /**
     * Reads a group of fields that may have been left out altogether.
     *
     * @param fieldPath path of the group in its form; what is wrong is noted below it instead of refused at once, so that a
     *     clerk sees it beside the form's other problems
     * @return empty if nothing was entered, or if something is wrong
     */
    public static Optional<ReportedValue> read(ReportedValueForm fields, String fieldPath, Problems problems) {
        if (isBlank(fields)) {
            return Optional.empty();
        }
        try {
            return Optional.of(fields.toReportedValue(fieldPath));
        } catch (FormRefused refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
    }

    /** @return whether nothing was entered; an unticked box counts as nothing */
    public static boolean isBlank(ReportedValueForm fields) {
        return fields == null
                || (!Boolean.TRUE.equals(fields.cumulative())
                        && Stream.of(
                                        fields.status(),
                                        fields.value(),
                                        fields.from(),
                                        fields.to(),
                                        fields.operator(),
                                        fields.unit(),
                                        fields.baseYear(),
                                        fields.targetYear(),
                                        fields.text(),
                                        fields.reference(),
                                        fields.source(),
                                        fields.asOf())
                                .allMatch(Objects::isNull));
    }

    /** The fields of an existing reported value, to prefill a form. */
    public static ReportedValueForm from(ReportedValue reported) {
        Value value = reported instanceof Value v ? v : null;
        Range range = reported instanceof Range r ? r : null;
        Statement statement = reported.statement();
        return new ReportedValueForm(
                reported.status(),
                value == null ? null : value.number(),
                range == null ? null : range.from(),
                range == null ? null : range.to(),
                value == null ? null : value.operator(),
                value != null ? value.unit() : range == null ? null : range.unit(),
                statement.baseYear(),
                statement.targetYear(),
                statement.cumulative(),
                statement.text(),
                statement.reference(),
                statement.source(),
                statement.asOf());
    }

    private void check(String path) {
        Problems problems = new Problems();
        problems.check(status != null, path + ".status", "measure.reportedValue.statusMissing");
        problems.check(Blank.toNull(source) != null, path + ".source", "measure.reportedValue.sourceMissing");
        problems.check(asOf != null, path + ".asOf", "measure.reportedValue.asOfMissing");
        boolean isValue = status == Status.VALUE;
        boolean isRange = status == Status.RANGE;
        problems.check(!isValue || value != null, path + ".value", "measure.reportedValue.valueMissing");
        problems.check(isValue || value == null, path + ".value", "measure.reportedValue.valueNotAllowed");
        problems.check(isValue || operator == null, path + ".operator", "measure.reportedValue.operatorNotAllowed");
        problems.check(!isRange || from != null, path + ".from", "measure.reportedValue.fromMissing");
        problems.check(!isRange || to != null, path + ".to", "measure.reportedValue.toMissing");
        problems.check(isRange || from == null, path + ".from", "measure.reportedValue.rangeNotAllowed");
        problems.check(isRange || to == null, path + ".to", "measure.reportedValue.rangeNotAllowed");
        problems.check(
                !isRange || from == null || to == null || from.compareTo(to) <= 0,
                path + ".to",
                "measure.reportedValue.rangeOrder");
        boolean hasNumber = isValue || isRange;
        problems.check(!hasNumber || unit != null, path + ".unit", "measure.reportedValue.unitMissing");
        problems.check(hasNumber || unit == null, path + ".unit", "measure.reportedValue.unitNotAllowed");
        problems.check(
                status != Status.SEE_REFERENCE || Blank.toNull(reference) != null,
                path + ".reference",
                "measure.reportedValue.referenceMissing");
        problems.check(
                baseYear == null || targetYear == null || baseYear <= targetYear,
                path + ".targetYear",
                "measure.reportedValue.yearOrder");
        problems.throwIfAny();
    }
}
