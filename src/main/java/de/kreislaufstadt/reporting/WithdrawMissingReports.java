package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends the tasks of those who have not reported when their round was closed, a bounded number at a time. */
@Component
class WithdrawMissingReports implements ServiceStep {

    private static final int AT_ONCE = 50;

    private final RoundTable rounds;
    private final ReportTable reports;
    private final RoundCourse course;
    private final RoundDays days;

    WithdrawMissingReports(RoundTable rounds, ReportTable reports, RoundCourse course, RoundDays days) {
        this.rounds = rounds;
        this.reports = reports;
        this.course = course;
        this.days = days;
    }

    @Override
    public String step() {
        return "withdraw-missing-reports";
    }

    @Override
    public Outcome run(TaskContext scope) {
        String municipality = scope.municipality();
        Round round = rounds.of(municipality, scope.id("roundId"));
        List<Report> missing = reports.next(
                municipality, round.id(), "r.state = 'MISSING' and r.instance_id is not null", AT_ONCE + 1);
        missing.stream().limit(AT_ONCE).forEach(report -> {
            course.withdrawn(report);
            reports.withdrawn(municipality, report.id());
        });
        boolean more = missing.size() > AT_ONCE;
        if (!more) {
            rounds.lock(municipality, round.id());
            rounds.enter(municipality, round.id(), RoundState.CLOSED);
            rounds.nextUntil(municipality, round.id(), days.forPaper(municipality));
        }
        return Outcome.of("moreToWithdraw", more);
    }
}
