package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Freezes the reports of a released round with what the records say now, a bounded number at a time. */
@Component
class FreezeReports implements ServiceStep {

    private static final int AT_ONCE = 50;

    private final RoundTable rounds;
    private final ReportTable reports;
    private final Freezing freezing;
    private final ApplicationEventPublisher events;

    FreezeReports(RoundTable rounds, ReportTable reports, Freezing freezing, ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.reports = reports;
        this.freezing = freezing;
        this.events = events;
    }

    @Override
    public String step() {
        return "freeze-reports";
    }

    @Override
    public Outcome run(TaskContext scope) {
        String municipality = scope.municipality();
        Round round = rounds.of(municipality, scope.id("roundId"));
        List<Report> left = reports.next(municipality, round.id(), "r.frozen_at is null", AT_ONCE + 1);
        left.stream().limit(AT_ONCE).forEach(report -> freezing.freeze(municipality, report));
        boolean more = left.size() > AT_ONCE;
        if (!more) {
            rounds.enter(municipality, round.id(), RoundState.FROZEN);
            events.publishEvent(BusinessAction.of(
                    municipality,
                    null,
                    Kind.ROUND_FROZEN,
                    new Subject(RoundCourse.PROCESS, step(), null, round.key()),
                    null));
        }
        return Outcome.of("moreToFreeze", more);
    }
}
