package de.kreislaufstadt.association.round;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import org.springframework.stereotype.Component;

/** Ends the tasks of members that have not answered when the comments were closed, a bounded number at a time. */
@Component
class WithdrawOpenRequests implements ServiceStep {

    private final RoundTable rounds;
    private final RoundCourse course;
    private final EventTable events;

    WithdrawOpenRequests(RoundTable rounds, RoundCourse course, EventTable events) {
        this.rounds = rounds;
        this.course = course;
        this.events = events;
    }

    @Override
    public String step() {
        return "withdraw-open-requests";
    }

    @Override
    public Outcome run(TaskContext scope) {
        String office = scope.municipality();
        ComponentRound round = rounds.lock(office, scope.measureId());
        if (round.state().takesComments()) {
            // Nobody has closed it, so the day is over.
            course.closed(office, round, ClosedBy.DATE);
            events.note(office, round.id(), RoundEvent.CLOSED, ClosedBy.DATE.name());
        }
        boolean more = course.endWaiting(office, round, RequestState.MISSED);
        if (!more) {
            rounds.enter(office, round.id(), RoundState.CONSOLIDATING);
        }
        return Outcome.of("moreToWithdraw", more);
    }
}
