package de.kreislaufstadt.measure;

import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adds versions from files to records that are there. */
@Repository
class FurtherVersions implements MeasureImport {

    private final JdbcClient jdbc;
    private final FieldsOfAction fields;
    private final MeasureTable measures;
    private final VersionReader reader;
    private final StatusReports reports;
    private final GateTable gates;
    private final VersionWriter writer;
    private final ApplicationEventPublisher events;

    FurtherVersions(
            JdbcClient jdbc,
            FieldsOfAction fields,
            MeasureTable measures,
            VersionReader reader,
            StatusReports reports,
            GateTable gates,
            VersionWriter writer,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.measures = measures;
        this.reader = reader;
        this.reports = reports;
        this.gates = gates;
        this.writer = writer;
        this.events = events;
    }

    @Override
    public Map<String, String> fieldsOfAction(String municipality) {
        return fields.of(municipality).stream().collect(Collectors.toMap(FieldOfAction::code, FieldOfAction::label));
    }

    @Override
    public Map<String, UUID> all(String municipality) {
        Map<String, UUID> numbers = new LinkedHashMap<>();
        jdbc.sql("select number, id from measure where municipality_id = :municipality order by number")
                .param("municipality", municipality)
                .query(row -> {
                    numbers.put(row.getString("number"), row.getObject("id", UUID.class));
                });
        return numbers;
    }

    @Override
    public Map<UUID, Known> known(String municipality, Collection<UUID> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Version> versions = reader.current(municipality, wanted);
        Map<UUID, List<StatusReport>> reported = reports.of(municipality, wanted);
        Map<UUID, List<MeasureDecision>> decided = gates.decisions(municipality, wanted);
        return measures.all(municipality, wanted).stream()
                .map(measure -> new Known(
                        measure.id(),
                        measure.number(),
                        measure.lead(),
                        measure.state(),
                        versions.get(measure.id()).version(),
                        versions.get(measure.id()).record(),
                        reported.getOrDefault(measure.id(), List.of()),
                        decided.getOrDefault(measure.id(), List.of())))
                .collect(Collectors.toMap(Known::id, known -> known));
    }

    @Override
    public Map<String, UUID> byExternalId(String municipality) {
        record Named(String externalId, UUID measureId) {}
        return jdbc.sql("""
                        select v.external_id, v.measure_id from measure_version v
                        where v.municipality_id = :municipality and v.external_id is not null
                          and v.version = (select max(latest.version) from measure_version latest
                                           where latest.municipality_id = v.municipality_id
                                             and latest.measure_id = v.measure_id)
                        order by v.created_at desc
                        """).param("municipality", municipality).query(Named.class).list().stream()
                // Two measures of one id: the older one was there first.
                .collect(Collectors.toMap(Named::externalId, Named::measureId, (later, earlier) -> earlier));
    }

    @Override
    @Transactional
    public void append(String municipality, UUID measureId, int seen, PastVersion next, String author) {
        measures.lock(municipality, measureId);
        Version current = reader.current(municipality, measureId);
        if (current.version() != seen) {
            throw new OptimisticLockingFailureException("The record has version " + current.version());
        }
        fields.get(municipality, next.record().outline().fieldOfAction());
        writer.append(municipality, measureId, current.lead(), next.record(), next.source(), author);
        events.publishEvent(new RecordChanged(municipality, measureId, author));
    }
}
