package de.kreislaufstadt.deadline;

import de.kreislaufstadt.deadline.ReminderTable.Escalation;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.WatchedTask;
import de.kreislaufstadt.process.WatchedTasks;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks the heads about tasks that stayed undone in spite of all reminders: some at a time, each time in a transaction of its
 * own, since the engine keeps all it writes in memory until the end of one.
 */
@Component
class OpenClarifications implements ServiceStep {

    static final int AT_ONCE = 50;

    private final ReminderTable reminders;
    private final WatchedTasks tasks;
    private final Clarifications clarifications;

    OpenClarifications(ReminderTable reminders, WatchedTasks tasks, Clarifications clarifications) {
        this.reminders = reminders;
        this.tasks = tasks;
        this.clarifications = clarifications;
    }

    @Override
    public String step() {
        return "open-clarifications";
    }

    @Override
    public Outcome run(TaskContext scope) {
        return Outcome.of("moreToEscalate", open(scope.municipality()));
    }

    /** @return whether there may be more */
    boolean open(String municipality) {
        List<Escalation> escalations = reminders.toEscalate(municipality, AT_ONCE);
        Map<String, WatchedTask> going =
                tasks
                        .hold(
                                municipality,
                                escalations.stream().map(Escalation::taskId).toList())
                        .stream()
                        .collect(Collectors.toMap(WatchedTask::id, Function.identity()));
        escalations.stream()
                .filter(escalation -> going.containsKey(escalation.taskId()))
                .forEach(escalation -> clarifications.open(going.get(escalation.taskId()), escalation.id()));
        // A measure that has come to rest since the tasks were looked at: its deadlines move, and are looked at anew.
        List<Escalation> resting = escalations.stream()
                .filter(escalation -> !going.containsKey(escalation.taskId())
                        && tasks.find(municipality, escalation.taskId()).isPresent())
                .toList();
        reminders.forget(municipality, resting);
        reminders.escalated(municipality, escalations);
        return escalations.size() == AT_ONCE;
    }
}
