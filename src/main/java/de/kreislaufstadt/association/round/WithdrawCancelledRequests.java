package de.kreislaufstadt.association.round;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import org.springframework.stereotype.Component;

/** Ends the open tasks of all members of a round that was cancelled, a bounded number at a time. */
@Component
class WithdrawCancelledRequests implements ServiceStep {

    private final RoundTable rounds;
    private final RoundCourse course;

    WithdrawCancelledRequests(RoundTable rounds, RoundCourse course) {
        this.rounds = rounds;
        this.course = course;
    }

    @Override
    public String step() {
        return "withdraw-cancelled-requests";
    }

    @Override
    public Outcome run(TaskContext scope) {
        ComponentRound round = rounds.lock(scope.municipality(), scope.measureId());
        return Outcome.of("moreToCancel", course.endWaiting(scope.municipality(), round, RequestState.WITHDRAWN));
    }
}
