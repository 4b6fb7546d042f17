package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.Lever;
import de.kreislaufstadt.measure.MeasureForm;
import de.kreislaufstadt.measure.MeasureForm.ScheduleFields;
import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.MeasureRecord.Finance;
import de.kreislaufstadt.measure.MeasureRecord.Funding;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.Outline;
import de.kreislaufstadt.measure.MeasureRecord.Partner;
import de.kreislaufstadt.measure.MeasureRecord.Pathway;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.measure.MeasureRecord.Responsibility;
import de.kreislaufstadt.measure.MeasureType;
import de.kreislaufstadt.measure.PlannedUntil;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A measure's record as one value per field, and back. */
final class RecordValues {

    private final Map<Target, Object> values;

    private RecordValues(Map<Target, Object> values) {
        this.values = values;
    }

    /** @return what a record says, without the fields that it leaves open */
    static Map<Target, Object> of(MeasureRecord record) {
        RecordValues all = new RecordValues(new EnumMap<>(Target.class));
        Outline outline = record.outline();
        all.put(Target.TITLE, outline.title());
        all.put(Target.SHORT_TITLE, outline.shortTitle());
        all.put(Target.EXTERNAL_ID, outline.externalId());
        all.put(Target.SUMMARY, outline.summary());
        all.put(Target.DESCRIPTION, outline.description());
        all.put(Target.FIELD_OF_ACTION, outline.fieldOfAction());
        all.put(Target.FIELD_OF_ACTION_ORIGINAL, outline.fieldOfActionOriginal());
        all.put(Target.TYPE, outline.type());
        all.put(Target.TYPE_ORIGINAL, outline.typeOriginal());
        all.put(Target.CIRCULAR_FIELDS, outline.circularFields());
        all.put(Target.LEVERS, record.pathway().levers());
        all.put(Target.R_STRATEGIES, record.pathway().rStrategies());
        all.put(Target.OUTCOME, record.pathway().outcome());
        all.put(Target.RESPONSIBLE_BODY, record.responsibility().responsibleBody());
        all.put(Target.CONTRIBUTING, record.responsibility().contributing());
        all.put(Target.PARTNERS, record.responsibility().partners());
        all.put(Target.SPATIAL_SCOPE, record.responsibility().spatialScope());
        all.put(Target.SPATIAL_TEXT, record.responsibility().spatialText());
        all.put(Target.BEGIN, record.schedule().begin());
        all.put(Target.END, record.schedule().end());
        all.put(Target.PLANNED_UNTIL, record.schedule().plannedUntil());
        all.put(Target.RENEWABLE_ENERGY, record.effects().renewableEnergy());
        all.put(Target.REPLACED_ENERGY, record.effects().replacedEnergy());
        all.put(Target.CO2, record.effects().co2());
        all.put(Target.COST, record.effects().cost());
        all.put(Target.BUDGET_RELATION, record.finance().budgetRelation());
        all.put(Target.COST_GROUP, record.finance().costGroup());
        all.put(Target.PLAN, record.finance().plan());
        all.put(Target.FUNDING, record.finance().funding());
        all.put(Target.INDICATORS, record.indicators());
        all.put(Target.SOURCES, record.sources());
        return all.values;
    }

    /**
     * The record that the values state.
     *
     * @param source where this version's statements stand
     * @throws de.kreislaufstadt.form.FormRefused if values contradict each other
     */
    static MeasureRecord record(Map<Target, Object> values, Source source) {
        return new RecordValues(values).form(source).toRecord();
    }

    private MeasureForm form(Source source) {
        PlannedUntil planned = get(Target.PLANNED_UNTIL, PlannedUntil.class);
        return new MeasureForm(
                new Outline(
                        text(Target.TITLE),
                        text(Target.SHORT_TITLE),
                        text(Target.EXTERNAL_ID),
                        text(Target.SUMMARY),
                        text(Target.DESCRIPTION),
                        text(Target.FIELD_OF_ACTION),
                        text(Target.FIELD_OF_ACTION_ORIGINAL),
                        get(Target.TYPE, MeasureType.class),
                        text(Target.TYPE_ORIGINAL),
                        list(Target.CIRCULAR_FIELDS, CircularField.class)),
                new Pathway(
                        list(Target.LEVERS, Lever.class),
                        list(Target.R_STRATEGIES, RStrategy.class),
                        text(Target.OUTCOME)),
                text(Target.LEAD),
                new Responsibility(
                        text(Target.RESPONSIBLE_BODY),
                        list(Target.CONTRIBUTING, String.class),
                        list(Target.PARTNERS, Partner.class),
                        get(Target.SPATIAL_SCOPE, SpatialScope.class),
                        text(Target.SPATIAL_TEXT)),
                new ScheduleFields(
                        get(Target.BEGIN, LocalDate.class),
                        get(Target.END, LocalDate.class),
                        planned == null ? null : planned.text()),
                reported(Target.RENEWABLE_ENERGY),
                reported(Target.REPLACED_ENERGY),
                reported(Target.CO2),
                reported(Target.COST),
                new Finance(
                        get(Target.BUDGET_RELATION, BudgetRelation.class),
                        text(Target.COST_GROUP),
                        list(Target.PLAN, PlanRow.class),
                        list(Target.FUNDING, Funding.class)),
                list(Target.INDICATORS, Indicator.class),
                list(Target.SOURCES, Source.class),
                source);
    }

    private void put(Target target, Object value) {
        boolean nothing = value == null || value instanceof List<?> list && list.isEmpty();
        if (!nothing) {
            values.put(target, value);
        }
    }

    private String text(Target target) {
        return get(target, String.class);
    }

    private <T> T get(Target target, Class<T> type) {
        return type.cast(values.get(target));
    }

    private <T> List<T> list(Target target, Class<T> type) {
        List<?> all = get(target, List.class);
        return all == null ? List.of() : all.stream().map(type::cast).toList();
    }

    private ReportedValueForm reported(Target target) {
        return ReportedValueForm.from(get(target, ReportedValue.class));
    }
}
