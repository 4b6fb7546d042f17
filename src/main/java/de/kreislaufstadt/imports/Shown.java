package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.DecisionResult;
import de.kreislaufstadt.measure.Lever;
import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.Partner;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureType;
import de.kreislaufstadt.measure.PlannedUntil;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValueText;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of a record in the words of who reads a plan. */
final class Shown {

    private static final Texts MEASURE = Texts.of("measure");

    private static final Map<Class<?>, String> NAMES = Map.of(
            MeasureType.class, "measure.type",
            MeasureState.class, "measure.state",
            BudgetRelation.class, "measure.budgetRelation",
            SpatialScope.class, "measure.spatialScope",
            Lever.class, "measure.lever",
            CircularField.class, "measure.circularField",
            RStrategy.class, "measure.rStrategy",
            DecisionResult.class, "measure.decision");

    private Shown() {}

    /** @return prefix of the names of such choices, null if they have none */
    static String prefix(Enum<?> choice) {
        return NAMES.get(choice.getDeclaringClass());
    }

    /** @return what a message mentions, in the language of who reads it now; a number stays one */
    static Object argument(Object value) {
        return value instanceof Number || value instanceof String ? value : of(value);
    }

    /**
     * A value of a field in words, where its codes are the city's own.
     *
     * @param target field it is of, null if that is not known
     * @return empty for null
     */
    static String of(City city, Target target, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> of(city, target, one)).collect(Collectors.joining("; "));
        }
        if (value instanceof PastSteps.Step step) {
            return ReadersLanguage.day(step.day()) + " " + city.steps().getOrDefault(step.task(), step.task());
        }
        if (target == Target.FIELD_OF_ACTION) {
            return city.fieldsOfAction().getOrDefault(value, of(value));
        }
        return target == Target.LEAD || target == Target.CONTRIBUTING
                ? city.departments().getOrDefault(value, of(value))
                : of(value);
    }

    /** @return the value in words, empty for null */
    static String of(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Shown::of).collect(Collectors.joining("; "));
        }
        if (value instanceof Target field) {
            return field.label();
        }
        if (value instanceof Enum<?> choice) {
            return MEASURE.name(NAMES.get(choice.getDeclaringClass()), choice);
        }
        if (value instanceof ReportedValue reported) {
            return ReportedValueText.of(reported);
        }
        if (value instanceof LocalDate day) {
            return ReadersLanguage.day(day);
        }
        if (value instanceof PlannedUntil planned) {
            return planned.text();
        }
        if (value instanceof PlanRow row) {
            return PlanCells.written(List.of(row));
        }
        return named(value);
    }

    private static String named(Object value) {
        if (value instanceof Partner partner) {
            return partner.name();
        }
        if (value instanceof Indicator indicator) {
            return indicator.name() + " (" + indicator.values().size() + ")";
        }
        if (value instanceof Source source) {
            return source.document();
        }
        if (value instanceof MeasureDecision decision) {
            return ReadersLanguage.day(decision.decidedOn()) + " " + of(decision.result()) + " " + decision.body();
        }
        if (value instanceof StatusReport report) {
            return ReadersLanguage.day(report.asOf()) + ": " + CleanText.excerpt(report.text());
        }
        return value.toString();
    }
}
