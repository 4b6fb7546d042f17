package de.kreislaufstadt.association.round;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import org.springframework.stereotype.Component;

/** Begins the next round of a component when its time has come, unless somebody has begun one since. */
@Component
class BeginNextRound implements ServiceStep {

    private final RoundTable rounds;
    private final RoundBegin begin;

    BeginNextRound(RoundTable rounds, RoundBegin begin) {
        this.rounds = rounds;
        this.begin = begin;
    }

    @Override
    public String step() {
        return "begin-next-round";
    }

    @Override
    public Outcome run(TaskContext scope) {
        String office = scope.municipality();
        ComponentRound round = rounds.lock(office, scope.measureId());
        boolean isLatest = rounds.latest(office, round.component())
                .map(latest -> latest.id().equals(round.id()))
                .orElse(false);
        if (isLatest) {
            begin.begin(office, round.component(), null, null);
        }
        return Outcome.none();
    }
}
