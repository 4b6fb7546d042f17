package de.kreislaufstadt.deadline;

import de.kreislaufstadt.deadline.ExtensionTable.Extension;
import de.kreislaufstadt.deadline.ExtensionTable.Subject;
import de.kreislaufstadt.deadline.ExtensionTable.TakenBack;
import de.kreislaufstadt.process.Extensions;
import de.kreislaufstadt.process.WatchedTasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** New dates that superiors set from the task itself. */
@Component
class TaskExtensions implements Extensions {

    private final ExtensionTable table;
    private final Clarifications clarifications;
    private final WatchedTasks tasks;
    private final Clock clock;

    TaskExtensions(ExtensionTable table, Clarifications clarifications, WatchedTasks tasks, Clock clock) {
        this.table = table;
        this.clarifications = clarifications;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void extend(NewDay day) {
        Subject subject = new Subject(
                day.municipality(),
                day.measure(),
                day.task(),
                day.taskKey(),
                day.department(),
                day.event(),
                clarifications.answeredElsewhere(day.municipality(), day.task()).orElse(null));
        LocalDate original = table.original(day.municipality(), day.task()).orElse(day.previous());
        Extension extension = new Extension(
                original, day.previous(), day.due(), ClarifyResult.EXTEND, day.reason(), LocalDate.now(clock));
        table.add(subject, extension, day.by());
    }

    @Override
    public boolean takeBack(String municipality, String task, UUID event) {
        Optional<TakenBack> taken = table.takeBack(municipality, task, event, clock.instant());
        taken.flatMap(TakenBack::clarification)
                .ifPresent(question ->
                        tasks.find(municipality, task).ifPresent(found -> clarifications.askAgain(found, question)));
        return taken.isPresent();
    }
}
