package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.SystemProcesses;
import de.kreislaufstadt.process.TaskContext;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Begins a process of its own for the report of each measure, a bounded number at a time: one instance with ten thousand
 * parallel tasks would be too heavy to be saved.
 */
@Component
class OpenReports implements ServiceStep {

    static final int AT_ONCE = 50;

    private final RoundTable rounds;
    private final ReportTable reports;
    private final MeasureDirectory measures;
    private final SystemProcesses processes;

    OpenReports(RoundTable rounds, ReportTable reports, MeasureDirectory measures, SystemProcesses processes) {
        this.rounds = rounds;
        this.reports = reports;
        this.measures = measures;
        this.processes = processes;
    }

    @Override
    public String step() {
        return "open-reports";
    }

    @Override
    public Outcome run(TaskContext scope) {
        String municipality = scope.municipality();
        Round round = rounds.of(municipality, scope.id("roundId"));
        // One more than is opened now says whether there is more to do.
        List<Report> planned = reports.next(municipality, round.id(), "r.state = 'PLANNED'", AT_ONCE + 1);
        planned.stream().limit(AT_ONCE).forEach(report -> open(municipality, round, report));
        boolean more = planned.size() > AT_ONCE;
        if (!more) {
            rounds.lock(municipality, round.id());
            rounds.enter(municipality, round.id(), RoundState.COLLECTING);
        }
        return Outcome.of("moreToOpen", more);
    }

    private void open(String municipality, Round round, Report report) {
        String number = measures.card(municipality, report.measureId()).number();
        String instance = processes.start(
                municipality,
                RoundCourse.REPORT_PROCESS,
                number,
                routing(report).and("roundDue", round.due()));
        reports.opened(municipality, report.id(), instance);
    }

    private static Outcome routing(Report report) {
        UUID id = report.id();
        return Outcome.of("measureId", report.measureId())
                .and("lead", report.lead())
                .and("reportId", id)
                .and("correction", false);
    }
}
