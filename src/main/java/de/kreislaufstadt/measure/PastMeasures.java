package de.kreislaufstadt.measure;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes measures that are taken over, all their versions at once. */
@Component
class PastMeasures implements MeasureTakeOver {

    private final FieldsOfAction fieldsOfAction;
    private final MeasureNumbers numbers;
    private final MeasureTable measures;
    private final VersionWriter versions;
    private final GateTable gates;
    private final StatusReports statusReports;
    private final ApplicationEventPublisher events;

    PastMeasures(
            FieldsOfAction fieldsOfAction,
            MeasureNumbers numbers,
            MeasureTable measures,
            VersionWriter versions,
            GateTable gates,
            StatusReports statusReports,
            ApplicationEventPublisher events) {
        this.fieldsOfAction = fieldsOfAction;
        this.numbers = numbers;
        this.measures = measures;
        this.versions = versions;
        this.gates = gates;
        this.statusReports = statusReports;
        this.events = events;
    }

    @Override
    @Transactional
    public UUID takeOver(String municipality, PastMeasure measure, String author) {
        if (measure.versions().isEmpty()) {
            throw new IllegalArgumentException("Measure " + measure.number() + " has no version");
        }
        // The versions refer to the municipality's fields of action, which its first measure brings into the table.
        measure.versions()
                .forEach(version -> fieldsOfAction.get(
                        municipality, version.record().outline().fieldOfAction()));
        UUID id = UUID.randomUUID();
        measures.create(
                municipality,
                id,
                number(municipality, measure),
                measure.lead(),
                measure.state(),
                measure.stateReason(),
                author);
        measure.versions()
                .forEach(version ->
                        versions.append(municipality, id, measure.lead(), version.record(), version.source(), author));
        measure.decisions()
                .forEach(decision ->
                        gates.addDecision(municipality, id, decision, Consultations.Turn.NONE, null, author));
        measure.statusReports().forEach(report -> statusReports.add(municipality, id, report, author));
        events.publishEvent(new MeasureTakenOver(municipality, measure.state()));
        return id;
    }

    private String number(String municipality, PastMeasure measure) {
        if (measure.number() == null) {
            String field = measure.versions().get(0).record().outline().fieldOfAction();
            return numbers.next(
                    municipality, fieldsOfAction.get(municipality, field).prefix());
        }
        numbers.reserve(municipality, measure.number());
        return measure.number();
    }
}
