package de.kreislaufstadt.deadline;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import org.springframework.stereotype.Component;

/** Sets up tomorrow's watch before today's begins to work, so that no failure of today stops the days after it. */
@Component
class PlanNextWatch implements ServiceStep {

    private final DailyWatch watch;

    PlanNextWatch(DailyWatch watch) {
        this.watch = watch;
    }

    @Override
    public String step() {
        return "plan-next-watch";
    }

    @Override
    public Outcome run(TaskContext scope) {
        watch.startNext(scope.municipality());
        return Outcome.none();
    }
}
