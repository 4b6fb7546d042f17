package de.kreislaufstadt.publication;

import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import de.kreislaufstadt.publication.PublicationTable.Row;
import de.kreislaufstadt.publication.PublicationTable.Wait;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins publications; one at a time for a measure. */
@Component
class PublicationCourse {

    static final String PROCESS = "publication";

    private final PublicationTable table;
    private final PublicationEvents events;
    private final Measures measures;
    private final SystemProcesses processes;

    PublicationCourse(PublicationTable table, PublicationEvents events, Measures measures, SystemProcesses processes) {
        this.table = table;
        this.events = events;
        this.measures = measures;
        this.processes = processes;
    }

    /** Notes what has changed of a measure that is public, or on its way there, and begins another publication if none is under way. */
    void changed(String municipality, UUID measure, Cause cause, boolean byTwo) {
        table.find(municipality, measure)
                .filter(Row::wasOnItsWay)
                .ifPresent(row -> begin(municipality, measure, cause, byTwo, Optional.of(row)));
    }

    /** The same for a measure that may never have been on its way. */
    void begin(String municipality, UUID measure, Cause cause, boolean byTwo) {
        begin(municipality, measure, cause, byTwo, table.find(municipality, measure));
    }

    /**
     * The same for somebody who begins it for many measures and answers for each version in which nothing is found: it waits for its
     * release at once.
     */
    void beginPrepared(String municipality, UUID measure, String actor) {
        table.changed(municipality, measure, Cause.DECISION, false);
        start(municipality, measure, true);
        table.find(municipality, measure)
                .filter(row -> row.waitsFor() == Wait.RELEASE)
                .ifPresent(row -> events.noteSubmission(municipality, measure, actor));
    }

    private void begin(String municipality, UUID id, Cause cause, boolean byTwo, Optional<Row> known) {
        table.changed(municipality, id, cause, byTwo);
        if (known.map(Row::instance).isEmpty()) {
            start(municipality, id, false);
        }
    }

    private void start(String municipality, UUID id, boolean prepared) {
        Measure measure = measures.find(municipality, id);
        // Its first step may be its last and ends with no instance: what it notes itself must not be written over.
        table.runsAs(municipality, id, PROCESS);
        String instance = processes.start(
                municipality,
                PROCESS,
                measure.number(),
                Outcome.of("measureId", id).and("lead", measure.lead()).and(CheckPublication.PREPARED, prepared));
        if (table.find(municipality, id).map(Row::instance).isPresent()) {
            table.runsAs(municipality, id, instance);
        }
    }

    /** The processes of a measure end with it; what is published of its end begins after them. */
    void ended(String municipality, UUID measure) {
        table.find(municipality, measure)
                .map(Row::instance)
                .ifPresent(instance -> table.runsAs(municipality, measure, null));
    }
}
