package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.countermeasure.CountermeasureTable.Reason;
import de.kreislaufstadt.measure.MeasureEnded;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.SystemProcesses;
import de.kreislaufstadt.reporting.ReportHandedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads every report as it is handed in, and begins what has to be done; ends it where the measure ends. */
@Component
class StartCountermeasures {

    static final String PROCESS = "countermeasure";

    private final CountermeasureTable table;
    private final Deadlines deadlines;
    private final SystemProcesses processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StartCountermeasures(
            CountermeasureTable table,
            Deadlines deadlines,
            SystemProcesses processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.deadlines = deadlines;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void read(ReportHandedIn report) {
        if (report.twiceAtRisk()) {
            begin(report, new Reason(Cause.TWICE_AT_RISK, null, null, null, null, null));
        }
        report.missed()
                .forEach(missed -> begin(
                        report,
                        new Reason(
                                Cause.INDICATOR_MISSED,
                                missed.indicator(),
                                missed.value(),
                                missed.goal(),
                                missed.unit(),
                                missed.targetYear())));
    }

    /** The process of a countermeasure ends with its measure. */
    @EventListener
    void end(MeasureEnded measure) {
        table.endWith(measure.municipality(), measure.measure());
    }

    private void begin(ReportHandedIn report, Reason reason) {
        UUID id = UUID.randomUUID();
        LocalDate deadline = deadlines.after(report.municipality(), LocalDate.now(clock));
        if (!table.begin(report.municipality(), report.measureId(), id, report.report(), reason, deadline)) {
            return;
        }
        String instance = processes.start(
                report.municipality(),
                PROCESS,
                report.number(),
                Deadlines.until(deadline)
                        .and("measureId", report.measureId())
                        .and("lead", report.lead())
                        .and("department", report.lead())
                        .and("countermeasureId", id));
        table.runsAs(report.municipality(), id, instance);
        events.publishEvent(BusinessAction.of(
                        report.municipality(),
                        report.measureId(),
                        Kind.COUNTERMEASURE_STARTED,
                        new Subject(PROCESS, null, null, id.toString()),
                        null)
                .changing(
                        Change.of("cause", null, reason.cause()),
                        Change.of("indicator", null, reason.indicator()),
                        Change.of("deadline", null, deadline)));
    }
}
