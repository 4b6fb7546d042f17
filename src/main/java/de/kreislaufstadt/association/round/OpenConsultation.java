package de.kreislaufstadt.association.round;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Begins a process of its own for each member, a bounded number at a time: the engine saves a parallel multi-instance as a whole, and
 * cities never see each other's tenant.
 */
@Component
class OpenConsultation implements ServiceStep {

    private final RoundTable rounds;
    private final RequestTable requests;
    private final RequestOpening opening;
    private final RoundCourse course;
    private final EventTable events;

    OpenConsultation(
            RoundTable rounds, RequestTable requests, RequestOpening opening, RoundCourse course, EventTable events) {
        this.rounds = rounds;
        this.requests = requests;
        this.opening = opening;
        this.course = course;
        this.events = events;
    }

    @Override
    public String step() {
        return "open-consultation";
    }

    @Override
    public Outcome run(TaskContext scope) {
        String office = scope.municipality();
        ComponentRound round = rounds.lock(office, scope.measureId());
        if (opening.openNext(office, round)) {
            return Outcome.of("moreToAsk", true).and("enoughAnswers", false);
        }
        events.note(
                office,
                round.id(),
                RoundEvent.OPENED,
                Integer.toString(requests.counts(office, round.id()).reachable()));
        // The process does not wait yet, so nobody could tell it that the first who were asked have answered already.
        Optional<ClosedBy> enough = course.enough(office, round);
        if (enough.isPresent()) {
            course.closed(office, round, enough.get());
            events.note(office, round.id(), RoundEvent.CLOSED, enough.get().name());
        } else {
            rounds.enter(office, round.id(), RoundState.COMMENTING);
        }
        return Outcome.of("moreToAsk", false).and("enoughAnswers", enough.isPresent());
    }
}
