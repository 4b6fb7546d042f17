package de.kreislaufstadt.reporting;

import de.kreislaufstadt.measure.MeasureEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody waits for the report of a measure that was cancelled or merged; its task ends with it. */
@Component
class EndedMeasures {

    private final RoundTable rounds;
    private final ReportTable reports;
    private final RoundCourse course;

    EndedMeasures(RoundTable rounds, ReportTable reports, RoundCourse course) {
        this.rounds = rounds;
        this.reports = reports;
        this.course = course;
    }

    /** In the transaction that ends the measure. */
    @EventListener
    void on(MeasureEnded measure) {
        reports.expected(measure.municipality(), measure.measure()).forEach(report -> {
            Round round = rounds.lock(measure.municipality(), report.round());
            if (reports.end(measure.municipality(), report.id())) {
                rounds.expectOneLess(measure.municipality(), round.id());
                course.closeIfAllAreIn(measure.municipality(), round.id());
            }
        });
    }
}
