package de.kreislaufstadt.opendata;

import de.kreislaufstadt.opendata.DataTable.Column;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.LiveState.NextStep;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasure.ActionTable;
import de.kreislaufstadt.released.ReleasedMeasure.Effects;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import de.kreislaufstadt.released.ReleasedMeasure.StateReason;
import de.kreislaufstadt.released.Stated;
import de.kreislaufstadt.released.StatedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of the table of measures: one row each, the record, its live values, and the 14 fields of table B-2.2. */
final class MeasureColumns {

    /** Between the entries of a list within a cell. */
    private static final String BETWEEN = "; ";

    static final List<Column<Object>> ALL = all();

    private MeasureColumns() {}

    private static List<Column<Object>> all() {
        List<Column<Object>> columns = new ArrayList<>();
        put(columns, "municipality", measure -> measure.municipality().id());
        put(columns, "number", Published::number);
        record(columns, "external_id", ReleasedMeasure::externalId);
        record(columns, "title", content -> content.heading().title());
        record(columns, "short_title", content -> content.heading().shortTitle());
        record(columns, "summary", content -> content.heading().summary());
        record(columns, "description", ReleasedMeasure::description);
        pathway(columns);
        carriers(columns);
        record(columns, "begin", content -> content.schedule().begin());
        record(columns, "end", content -> content.schedule().end());
        record(columns, "planned_until", content -> value(content.schedule().plannedUntil()));
        effect(columns, "renewable_energy", Effects::renewableEnergy);
        effect(columns, "replaced_energy", Effects::replacedEnergy);
        effect(columns, "co2", Effects::co2);
        effect(columns, "cost", Effects::cost);
        record(columns, "budget_relation", content -> content.finance().budgetRelation());
        record(columns, "cost_group", content -> content.finance().costGroup());
        part(columns, "participation_text", MeasureColumns::participation, Participation::text);
        part(columns, "participation_url", MeasureColumns::participation, Participation::url);
        live(columns);
        put(columns, "version", measure -> measure.entry().version());
        put(columns, "released_at", measure -> measure.entry().releasedAt());
        put(columns, "first_released_at", measure -> measure.entry().firstReleasedAt());
        put(columns, "address", Published::address);
        contract(columns);
        return List.copyOf(columns);
    }

    private static void pathway(List<Column<Object>> columns) {
        record(
                columns,
                "field_of_action",
                content -> content.pathway().fieldOfAction().code());
        record(
                columns,
                "field_of_action_label",
                content -> content.pathway().fieldOfAction().label());
        record(
                columns,
                "field_of_action_original",
                content -> content.pathway().fieldOfAction().original());
        record(columns, "type", content -> content.pathway().type().code());
        record(columns, "type_original", content -> content.pathway().type().original());
        record(columns, "circular_fields", content -> joined(content.pathway().circularFields()));
        record(columns, "levers", content -> joined(content.pathway().levers()));
        record(columns, "r_strategies", content -> joined(content.pathway().rStrategies()));
        record(columns, "outcome", content -> content.pathway().outcome());
    }

    private static void carriers(List<Column<Object>> columns) {
        record(columns, "responsible_body", content -> value(content.carriers().responsibleBody()));
        record(columns, "lead", content -> content.carriers().lead());
        record(columns, "lead_mailbox", content -> content.carriers().leadMailbox());
        record(columns, "contributing", content -> joined(content.carriers().contributing()));
        record(columns, "partners", content -> joined(content.carriers().partners()));
        record(columns, "spatial_scope", content -> content.carriers().scope().code());
        record(columns, "spatial_text", content -> content.carriers().scope().original());
    }

    private static void live(List<Column<Object>> columns) {
        part(columns, "state", Published::live, LiveState::state);
        part(columns, "phase", Published::live, LiveState::phase);
        part(columns, "since", Published::live, LiveState::since);
        part(columns, "next_step", MeasureColumns::next, NextStep::step);
        part(columns, "next_department", MeasureColumns::next, NextStep::department);
        part(columns, "next_due", MeasureColumns::next, NextStep::due);
        part(columns, "state_reason", MeasureColumns::reason, StateReason::reason);
        part(columns, "merged_into", MeasureColumns::reason, StateReason::mergedInto);
    }

    private static void contract(List<Column<Object>> columns) {
        table(columns, "b22_action_name", ActionTable::actionName);
        table(columns, "b22_action_type", ActionTable::actionType);
        table(columns, "b22_action_description", ActionTable::actionDescription);
        table(columns, "b22_field_of_action", ActionTable::fieldOfAction);
        table(columns, "b22_systemic_lever", ActionTable::systemicLever);
        table(columns, "b22_outcome", ActionTable::outcome);
        table(columns, "b22_responsible_bodies", ActionTable::responsibleBodies);
        table(columns, "b22_action_scale", ActionTable::actionScale);
        table(columns, "b22_involved_stakeholders", ActionTable::involvedStakeholders);
        table(columns, "b22_comments", ActionTable::comments);
        figure(
                columns,
                "b22_generated_renewable_energy",
                measure -> of(measure, ActionTable::generatedRenewableEnergy));
        figure(columns, "b22_substituted_energy", measure -> of(measure, ActionTable::substitutedEnergy));
        figure(columns, "b22_emissions_reduction", measure -> of(measure, ActionTable::emissionsReduction));
        figure(columns, "b22_total_costs", measure -> of(measure, ActionTable::totalCosts));
    }

    private static void effect(
            List<Column<Object>> columns, String name, Function<Effects, Stated<StatedValue>> effect) {
        figure(columns, name, measure -> value(effect.apply(measure.content().effects())));
    }

    private static void figure(List<Column<Object>> columns, String name, Function<Published, StatedValue> figure) {
        part(columns, name + "_status", figure, StatedValue::status);
        part(columns, name + "_number", figure, StatedValue::number);
        part(columns, name + "_from", figure, StatedValue::from);
        part(columns, name + "_to", figure, StatedValue::to);
        part(columns, name + "_operator", figure, StatedValue::operator);
        part(columns, name + "_unit", figure, StatedValue::unit);
        part(columns, name + "_base_year", figure, StatedValue::baseYear);
        part(columns, name + "_target_year", figure, StatedValue::targetYear);
        part(columns, name + "_cumulative", figure, StatedValue::cumulative);
        part(columns, name + "_text", figure, StatedValue::text);
        part(columns, name + "_reference", figure, StatedValue::reference);
        part(columns, name + "_source", figure, StatedValue::source);
        part(columns, name + "_as_of", figure, StatedValue::asOf);
    }

    private static void put(List<Column<Object>> columns, String name, Function<Published, Object> value) {
        columns.add(Column.ofMeasure(name, value));
    }

    private static void record(List<Column<Object>> columns, String name, Function<ReleasedMeasure, Object> value) {
        put(columns, name, measure -> value.apply(measure.content()));
    }

    private static <P> void part(
            List<Column<Object>> columns, String name, Function<Published, P> part, Function<P, Object> value) {
        put(columns, name, measure -> {
            P there = part.apply(measure);
            return there == null ? null : value.apply(there);
        });
    }

    private static void table(List<Column<Object>> columns, String name, Function<ActionTable, Object> value) {
        put(columns, name, measure -> of(measure, value));
    }

    private static <T> T of(Published measure, Function<ActionTable, T> value) {
        ActionTable table = measure.content().table();
        return table == null ? null : value.apply(table);
    }

    private static Participation participation(Published measure) {
        return measure.content().participation();
    }

    private static NextStep next(Published measure) {
        return measure.live() == null ? null : measure.live().next();
    }

    /** What was released about a state is said only as long as the measure is in it. */
    private static StateReason reason(Published measure) {
        StateReason reason = measure.content().state();
        return reason != null
                        && measure.live() != null
                        && reason.state().equals(measure.live().state())
                ? reason
                : null;
    }

    private static <T> T value(Stated<T> stated) {
        return stated == null ? null : stated.value();
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join(BETWEEN, texts);
    }
}
