package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.MeasureRecord.Effects;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.Outline;
import de.kreislaufstadt.measure.ReportedValues.Entry;
import de.kreislaufstadt.process.MeasureChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Adds versions to the records of measures: one row, and one batch per list that the version has entries in. */
@Repository
class VersionWriter {

    private final NamedParameterJdbcTemplate jdbc;
    private final ReportedValues reportedValues;
    private final ApplicationEventPublisher events;

    VersionWriter(NamedParameterJdbcTemplate jdbc, ReportedValues reportedValues, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.reportedValues = reportedValues;
    }

    /**
     * Adds the next version; the caller holds the measure's lock, or has just created it.
     *
     * @param author engine user id
     */
    void append(String municipality, UUID measureId, String lead, MeasureRecord record, Source source, String author) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                """
                insert into measure_version
                    (id, municipality_id, measure_id, version, lead, external_id, title, short_title, summary, description,
                     field_of_action, field_of_action_original, circular_fields, type, type_original, levers, outcome,
                     r_strategies, spatial_scope, spatial_text, responsible_body, begins_on, ends_on, planned_until,
                     planned_until_precision, budget_relation, cost_group, source_document, source_place, source_as_of,
                     source_url, created_by)
                select :id, :municipality, :measure,
                     coalesce((select max(v.version) from measure_version v
                               where v.municipality_id = :municipality and v.measure_id = :measure), 0) + 1,
                     :lead, :externalId, :title, :shortTitle, :summary, :description,
                     :fieldOfAction, :fieldOfActionOriginal, :circularFields, :type, :typeOriginal, :levers, :outcome,
                     :rStrategies, :spatialScope, :spatialText, :responsibleBody, :begin, cast(:end as date),
                     cast(:plannedUntil as date), :precision, :budgetRelation, :costGroup, :document, :place, :asOf,
                     :url, :author
                """,
                scalars(record, source)
                        .addValue("id", id)
                        .addValue("municipality", municipality)
                        .addValue("measure", measureId)
                        .addValue("lead", lead)
                        .addValue("author", author));
        lists(municipality, id, record);
        indicators(municipality, id, record.indicators());
        effects(municipality, id, record.effects());
        events.publishEvent(new MeasureChanged(municipality, measureId));
    }

    private static MapSqlParameterSource scalars(MeasureRecord record, Source source) {
        Outline outline = record.outline();
        PlannedUntil planned = record.schedule().plannedUntil();
        return new MapSqlParameterSource("title", outline.title())
                .addValue("externalId", outline.externalId())
                .addValue("shortTitle", outline.shortTitle())
                .addValue("summary", outline.summary())
                .addValue("description", outline.description())
                .addValue("fieldOfAction", outline.fieldOfAction())
                .addValue("fieldOfActionOriginal", outline.fieldOfActionOriginal())
                .addValue("circularFields", names(outline.circularFields()))
                .addValue("type", outline.type().name())
                .addValue("typeOriginal", outline.typeOriginal())
                .addValue("levers", names(record.pathway().levers()))
                .addValue("outcome", record.pathway().outcome())
                .addValue("rStrategies", names(record.pathway().rStrategies()))
                .addValue("spatialScope", record.responsibility().spatialScope().name())
                .addValue("spatialText", record.responsibility().spatialText())
                .addValue("responsibleBody", record.responsibility().responsibleBody())
                .addValue("begin", record.schedule().begin())
                .addValue("end", record.schedule().end())
                .addValue("plannedUntil", planned == null ? null : planned.lastDay())
                .addValue("precision", planned == null ? null : planned instanceof PlannedUntil.Month ? "MONTH" : "DAY")
                .addValue("budgetRelation", record.finance().budgetRelation().name())
                .addValue("costGroup", record.finance().costGroup())
                .addValue("document", source.document())
                .addValue("place", source.place())
                .addValue("asOf", source.asOf())
                .addValue("url", source.url());
    }

    private void lists(String municipality, UUID version, MeasureRecord record) {
        rows(
                "measure_contributing",
                "department",
                municipality,
                version,
                record.responsibility().contributing(),
                (p, d) -> p.addValue("department", d));
        rows(
                "measure_partner",
                "name",
                municipality,
                version,
                record.responsibility().partners(),
                (p, partner) -> p.addValue("name", partner.name()));
        rows(
                "measure_finance_plan",
                "year, amount, product_group, line",
                municipality,
                version,
                record.finance().plan(),
                (p, row) -> p.addValue("year", row.year())
                        .addValue("amount", row.amount())
                        .addValue("product_group", row.productGroup())
                        .addValue("line", row.line()));
        rows(
                "measure_funding",
                "programme, funder, amount, status",
                municipality,
                version,
                record.finance().funding(),
                (p, funding) -> p.addValue("programme", funding.programme())
                        .addValue("funder", funding.funder())
                        .addValue("amount", funding.amount())
                        .addValue("status", funding.status().name()));
        rows(
                "measure_source",
                "document, place, as_of, url",
                municipality,
                version,
                record.sources(),
                (p, source) -> p.addValue("document", source.document())
                        .addValue("place", source.place())
                        .addValue("as_of", source.asOf())
                        .addValue("url", source.url()));
    }

    private void indicators(String municipality, UUID version, List<Indicator> indicators) {
        List<SqlParameterSource> values = new ArrayList<>();
        rows(
                "measure_indicator",
                "id, name, kind, unit, start_value, goal_value, goal_text, target_year",
                municipality,
                version,
                indicators,
                (p, indicator) -> {
                    UUID id = UUID.randomUUID();
                    p.addValue("id", id)
                            .addValue("name", indicator.name())
                            .addValue("kind", indicator.kind().name())
                            .addValue("unit", indicator.unit())
                            .addValue("start_value", indicator.start())
                            .addValue("goal_value", indicator.goal())
                            .addValue("goal_text", indicator.goalText())
                            .addValue("target_year", indicator.targetYear());
                    indicator
                            .values()
                            .forEach(value -> values.add(new MapSqlParameterSource("indicator", id)
                                    .addValue("municipality", municipality)
                                    .addValue("position", values.size() + 1)
                                    .addValue("date", value.date())
                                    .addValue("value", value.value())
                                    .addValue("finding", value.finding())
                                    .addValue("source", value.source())));
                });
        if (!values.isEmpty()) {
            jdbc.batchUpdate("""
                    insert into measure_indicator_value
                        (municipality_id, indicator_id, position, measured_on, value, finding, source)
                    values (:municipality, :indicator, :position, :date, :value, :finding, :source)
                    """, values.toArray(SqlParameterSource[]::new));
        }
    }

    private void effects(String municipality, UUID version, Effects effects) {
        reportedValues.save(
                municipality,
                List.of(
                        new Entry(version, "renewableEnergy", effects.renewableEnergy()),
                        new Entry(version, "replacedEnergy", effects.replacedEnergy()),
                        new Entry(version, "co2", effects.co2()),
                        new Entry(version, "cost", effects.cost())));
    }

    /** Inserts the entries of one list in one batch; the columns are constants of this class, never input. */
    private <T> void rows(
            String table,
            String columns,
            String municipality,
            UUID version,
            List<T> entries,
            BiConsumer<MapSqlParameterSource, T> fill) {
        if (entries.isEmpty()) {
            return;
        }
        SqlParameterSource[] rows = new SqlParameterSource[entries.size()];
        for (int i = 0; i < rows.length; i++) {
            MapSqlParameterSource row = new MapSqlParameterSource("municipality", municipality)
                    .addValue("version", version)
                    .addValue("position", i + 1);
            fill.accept(row, entries.get(i));
            rows[i] = row;
        }
        String parameters = ":" + columns.replace(", ", ", :");
        jdbc.batchUpdate(
                "insert into " + table + " (municipality_id, version_id, position, " + columns + ")"
                        + " values (:municipality, :version, :position, " + parameters + ")",
                rows);
    }

    private static String[] names(List<? extends Enum<?>> choices) {
        return choices.stream().map(Enum::name).toArray(String[]::new);
    }
}
