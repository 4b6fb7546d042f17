package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.SystemProcesses;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leads a round from one state to the next, together with its process. */
@Component
class RoundCourse {

    static final String PROCESS = "reporting-round";
    static final String REPORT_PROCESS = "measure-report";

    private static final String COLLECTED = "round-collected";
    private static final String RELEASED = "round-released";
    private static final String WITHDRAWN = "report-withdrawn";

    private final RoundTable rounds;
    private final SystemProcesses processes;

    RoundCourse(RoundTable rounds, SystemProcesses processes) {
        this.rounds = rounds;
        this.processes = processes;
    }

    /** One more report is in; the last one closes the round. The caller holds it. */
    void counted(String municipality, Round round) {
        rounds.countReport(municipality, round.id(), 1);
        closeIfAllAreIn(municipality, round.id());
    }

    /** Closes a round in which nobody is missing. The caller holds it. */
    void closeIfAllAreIn(String municipality, UUID id) {
        Round round = rounds.of(municipality, id);
        if (round.reported() == round.expected() && round.state() == RoundState.COLLECTING) {
            collected(municipality, round);
        }
    }

    /** Nobody reports any more. The caller holds the round. */
    void collected(String municipality, Round round) {
        rounds.enter(municipality, round.id(), RoundState.CLOSING);
        processes.tell(round.instanceId(), COLLECTED);
    }

    /** The head has released the round. The caller holds it. */
    void released(String municipality, Round round) {
        rounds.enter(municipality, round.id(), RoundState.RELEASED);
        processes.tell(round.instanceId(), RELEASED);
    }

    /** A report that rests with its measure could not end with its round. */
    void wake(String instance) {
        processes.wake(instance);
    }

    /** The report of a measure is needed no more. */
    void withdrawn(Report report) {
        processes.tell(report.instanceId(), WITHDRAWN);
    }
}
