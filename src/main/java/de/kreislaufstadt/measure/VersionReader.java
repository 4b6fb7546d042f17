package de.kreislaufstadt.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.measure.MeasureRecord.Effects;
import de.kreislaufstadt.measure.MeasureRecord.Finance;
import de.kreislaufstadt.measure.MeasureRecord.Funding;
import de.kreislaufstadt.measure.MeasureRecord.Indicator;
import de.kreislaufstadt.measure.MeasureRecord.Outline;
import de.kreislaufstadt.measure.MeasureRecord.Partner;
import de.kreislaufstadt.measure.MeasureRecord.Pathway;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.measure.MeasureRecord.Responsibility;
import de.kreislaufstadt.measure.MeasureRecord.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads versions of measures' records, lists included, with one statement: the lists come as JSON. */
@Repository
class VersionReader {

    private static final String SELECT = """
            select v.*,
              (select coalesce(json_agg(c.department order by c.position), '[]') from measure_contributing c
               where c.municipality_id = v.municipality_id and c.version_id = v.id) as contributing,
              (select coalesce(json_agg(json_build_object('name', p.name) order by p.position), '[]')
               from measure_partner p
               where p.municipality_id = v.municipality_id and p.version_id = v.id) as partners,
              (select coalesce(json_agg(json_build_object('laterYears', f.year is null, 'year', f.year,
                   'amount', f.amount, 'productGroup', f.product_group, 'line', f.line) order by f.position), '[]')
               from measure_finance_plan f
               where f.municipality_id = v.municipality_id and f.version_id = v.id) as plan,
              (select coalesce(json_agg(json_build_object('programme', f.programme, 'funder', f.funder,
                   'amount', f.amount, 'status', f.status) order by f.position), '[]')
               from measure_funding f
               where f.municipality_id = v.municipality_id and f.version_id = v.id) as funding,
              (select coalesce(json_agg(json_build_object('name', i.name, 'kind', i.kind, 'unit', i.unit,
                   'start', i.start_value, 'goal', i.goal_value, 'goalText', i.goal_text, 'targetYear', i.target_year,
                   'values', (select coalesce(json_agg(json_build_object('date', w.measured_on, 'value', w.value,
                                  'finding', w.finding, 'source', w.source) order by w.position), '[]')
                              from measure_indicator_value w
                              where w.municipality_id = v.municipality_id and w.indicator_id = i.id))
                   order by i.position), '[]')
               from measure_indicator i
               where i.municipality_id = v.municipality_id and i.version_id = v.id) as indicators,
              (select coalesce(json_agg(json_build_object('document', s.document, 'place', s.place, 'asOf', s.as_of,
                   'url', s.url) order by s.position), '[]')
               from measure_source s
               where s.municipality_id = v.municipality_id and s.version_id = v.id) as sources,
              (select json_object_agg(r.field, json_build_object('status', r.status, 'value', r.number,
                   'from', r.range_from, 'to', r.range_to, 'operator', r.operator, 'unit', r.unit,
                   'baseYear', r.base_year, 'targetYear', r.target_year, 'cumulative', r.cumulative, 'text', r.text,
                   'reference', r.reference, 'source', r.source, 'asOf', r.as_of))
               from reported_value r
               where r.municipality_id = v.municipality_id and r.owner_id = v.id) as effects
            from measure_version v
            where v.municipality_id = :municipality
            """;

    private static final String ONE = " and v.measure_id = :measure";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    VersionReader(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return the current version, which every measure has */
    Version current(String municipality, UUID measureId) {
        return jdbc.sql(SELECT + ONE + " order by v.version desc limit 1")
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(this::version)
                .single();
    }

    /** @return the current versions of these measures by the id of the measure, in one statement */
    Map<UUID, Version> current(String municipality, Collection<UUID> measures) {
        Map<UUID, Version> versions = new HashMap<>();
        jdbc.sql(SELECT + """
                         and v.measure_id = any(:measures)
                         and v.version = (select max(latest.version) from measure_version latest
                                          where latest.municipality_id = v.municipality_id
                                            and latest.measure_id = v.measure_id)
                        """)
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .query(row -> {
                    versions.put(row.getObject("measure_id", UUID.class), version(row, 0));
                });
        return versions;
    }

    /** @return all versions, the first one first */
    List<Version> all(String municipality, UUID measureId) {
        return jdbc.sql(SELECT + ONE + " order by v.version")
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(this::version)
                .list();
    }

    private Version version(ResultSet row, int index) throws SQLException {
        MeasureRecord content = new MeasureRecord(
                outline(row),
                new Pathway(
                        choices(row, "levers", Lever.class),
                        choices(row, "r_strategies", RStrategy.class),
                        row.getString("outcome")),
                new Responsibility(
                        row.getString("responsible_body"),
                        list(row, "contributing", new TypeReference<List<String>>() {}),
                        list(row, "partners", new TypeReference<List<Partner>>() {}),
                        SpatialScope.valueOf(row.getString("spatial_scope")),
                        row.getString("spatial_text")),
                schedule(row),
                effects(row),
                new Finance(
                        BudgetRelation.valueOf(row.getString("budget_relation")),
                        row.getString("cost_group"),
                        list(row, "plan", new TypeReference<List<PlanRow>>() {}),
                        list(row, "funding", new TypeReference<List<Funding>>() {})),
                list(row, "indicators", new TypeReference<List<Indicator>>() {}),
                list(row, "sources", new TypeReference<List<Source>>() {}));
        return new Version(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("lead"),
                content,
                new Source(
                        row.getString("source_document"),
                        row.getString("source_place"),
                        row.getObject("source_as_of", LocalDate.class),
                        row.getString("source_url")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Outline outline(ResultSet row) throws SQLException {
        return new Outline(
                row.getString("title"),
                row.getString("short_title"),
                row.getString("external_id"),
                row.getString("summary"),
                row.getString("description"),
                row.getString("field_of_action"),
                row.getString("field_of_action_original"),
                MeasureType.valueOf(row.getString("type")),
                row.getString("type_original"),
                choices(row, "circular_fields", CircularField.class));
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        LocalDate planned = row.getObject("planned_until", LocalDate.class);
        boolean month = "MONTH".equals(row.getString("planned_until_precision"));
        return new Schedule(
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                planned == null
                        ? null
                        : month ? new PlannedUntil.Month(YearMonth.from(planned)) : new PlannedUntil.Day(planned));
    }

    private Effects effects(ResultSet row) throws SQLException {
        Map<String, ReportedValueForm> effects = list(row, "effects", new TypeReference<>() {});
        return new Effects(
                effects.get("renewableEnergy").toReportedValue("renewableEnergy"),
                effects.get("replacedEnergy").toReportedValue("replacedEnergy"),
                effects.get("co2").toReportedValue("co2"),
                effects.get("cost").toReportedValue("cost"));
    }

    private static <E extends Enum<E>> List<E> choices(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(name -> Enum.valueOf(type, name))
                .toList();
    }

    private <T> T list(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        try {
            return json.readValue(row.getString(column), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored list " + column + " cannot be read", e);
        }
    }
}
