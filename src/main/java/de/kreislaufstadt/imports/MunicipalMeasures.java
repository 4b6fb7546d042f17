package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.MeasureImport;
import de.kreislaufstadt.measure.MeasureRecords;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.measure.StatusReports;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The measures of a municipality as its records have them now. The ids are read once, for all rows of an import. */
final class MunicipalMeasures implements KnownMeasures {

    private final String municipality;
    private final Map<String, UUID> ids;
    private final Measures measures;
    private final MeasureRecords records;
    private final StatusReports reports;

    MunicipalMeasures(
            String municipality,
            MeasureImport imported,
            Measures measures,
            MeasureRecords records,
            StatusReports reports) {
        this.municipality = municipality;
        this.ids = imported.byExternalId(municipality);
        this.measures = measures;
        this.records = records;
        this.reports = reports;
    }

    @Override
    public Set<String> externalIds() {
        return ids.keySet();
    }

    @Override
    public Optional<Known> byExternalId(String id) {
        return Optional.ofNullable(ids.get(id)).map(measure -> known(measures.find(municipality, measure)));
    }

    @Override
    public Optional<Known> byNumber(String number) {
        return measures.findByNumber(municipality, number).map(this::known);
    }

    /** @return these measures as they stand, each read when it is its turn */
    Iterable<Known> each(Collection<UUID> all) {
        return () ->
                all.stream().map(id -> known(measures.find(municipality, id))).iterator();
    }

    private Known known(Measure measure) {
        MeasureRecords.Current current = records.current(municipality, measure.id());
        return new Known(
                measure.id(),
                measure.number(),
                measure.lead(),
                current.version(),
                current.record(),
                reports.of(municipality, measure.id()));
    }
}
