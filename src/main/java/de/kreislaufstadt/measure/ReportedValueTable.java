package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Range;
import de.kreislaufstadt.measure.ReportedValue.Statement;
import de.kreislaufstadt.measure.ReportedValue.Status;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Stores every shape of a reported value in one table, whose constraints repeat the rules of the type. */
@Repository
class ReportedValueTable implements ReportedValues {

    private static final String UPSERT = """
            insert into reported_value
                (id, municipality_id, owner_id, field, status, number, range_from, range_to, operator, unit,
                 base_year, target_year, cumulative, text, reference, source, as_of)
            values (:id, :municipality, :owner, :field, :status, :number, :from, :to, :operator, :unit,
                 :baseYear, :targetYear, :cumulative, :text, :reference, :source, :asOf)
            on conflict (municipality_id, owner_id, field) do update set
                status = excluded.status, number = excluded.number, range_from = excluded.range_from,
                range_to = excluded.range_to, operator = excluded.operator, unit = excluded.unit,
                base_year = excluded.base_year, target_year = excluded.target_year,
                cumulative = excluded.cumulative, text = excluded.text, reference = excluded.reference,
                source = excluded.source, as_of = excluded.as_of
            """;

    private final NamedParameterJdbcTemplate jdbc;

    ReportedValueTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(String municipality, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                UPSERT,
                entries.stream().map(entry -> parameters(municipality, entry)).toArray(SqlParameterSource[]::new));
    }

    @Override
    public Map<String, ReportedValue> of(String municipality, UUID owner) {
        return ofAll(municipality, List.of(owner)).getOrDefault(owner, Map.of());
    }

    @Override
    public Map<UUID, Map<String, ReportedValue>> ofAll(String municipality, Collection<UUID> owners) {
        Map<UUID, Map<String, ReportedValue>> found = new HashMap<>();
        jdbc.query(
                "select * from reported_value where municipality_id = :municipality and owner_id = any(:owners)"
                        + " order by owner_id, field",
                new MapSqlParameterSource("municipality", municipality).addValue("owners", owners.toArray(UUID[]::new)),
                row -> {
                    found.computeIfAbsent(row.getObject("owner_id", UUID.class), id -> new LinkedHashMap<>())
                            .put(row.getString("field"), reported(row));
                });
        return found;
    }

    private static SqlParameterSource parameters(String municipality, Entry entry) {
        ReportedValueForm fields = ReportedValueForm.from(entry.value());
        return new MapSqlParameterSource("id", UUID.randomUUID())
                .addValue("municipality", municipality)
                .addValue("owner", entry.owner())
                .addValue("field", entry.field())
                .addValue("status", fields.status().name())
                .addValue("number", fields.value())
                .addValue("from", fields.from())
                .addValue("to", fields.to())
                .addValue(
                        "operator",
                        fields.operator() == null ? null : fields.operator().name())
                .addValue("unit", fields.unit() == null ? null : fields.unit().name())
                .addValue("baseYear", fields.baseYear())
                .addValue("targetYear", fields.targetYear())
                .addValue("cumulative", fields.cumulative())
                .addValue("text", fields.text())
                .addValue("reference", fields.reference())
                .addValue("source", fields.source())
                .addValue("asOf", fields.asOf());
    }

    private static ReportedValue reported(ResultSet row) throws SQLException {
        Status status = Status.valueOf(row.getString("status"));
        Statement statement = new Statement(
                row.getObject("base_year", Integer.class),
                row.getObject("target_year", Integer.class),
                row.getBoolean("cumulative"),
                row.getString("text"),
                row.getString("reference"),
                row.getString("source"),
                row.getObject("as_of", LocalDate.class));
        return switch (status) {
            case VALUE ->
                new Value(
                        row.getBigDecimal("number"),
                        Operator.valueOf(row.getString("operator")),
                        Unit.valueOf(row.getString("unit")),
                        statement);
            case RANGE ->
                new Range(
                        row.getBigDecimal("range_from"),
                        row.getBigDecimal("range_to"),
                        Unit.valueOf(row.getString("unit")),
                        statement);
            case SEE_REFERENCE -> new ReportedValue.Elsewhere(statement);
            default -> new ReportedValue.NoNumber(status, statement);
        };
    }
}
