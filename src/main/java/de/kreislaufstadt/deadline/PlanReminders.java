package de.kreislaufstadt.deadline;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The morning's look at the deadlines of a municipality. A day that was declared a closing day meanwhile passes in silence. */
@Component
class PlanReminders implements ServiceStep {

    private static final Logger LOG = LoggerFactory.getLogger(PlanReminders.class);

    private final ReminderRun run;
    private final WorkingDays workingDays;
    private final Clock clock;

    PlanReminders(ReminderRun run, WorkingDays workingDays, Clock clock) {
        this.run = run;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "plan-reminders";
    }

    @Override
    public Outcome run(TaskContext scope) {
        LocalDate today = LocalDate.now(clock);
        if (workingDays.isWorkingDay(scope.municipality(), today)) {
            int planned = run.plan(scope.municipality(), today);
            LOG.info("{}: {} Erinnerungen und Eskalationen geplant", scope.municipality(), planned);
        }
        return Outcome.none();
    }
}
