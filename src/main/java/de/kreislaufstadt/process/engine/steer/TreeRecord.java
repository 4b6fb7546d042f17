package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.RunningMeasures.Interruption;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.model.EngineDays;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.record.RunningLifecycles;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import de.kreislaufstadt.process.engine.steer.MeasureTree.TreeTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes what an interruption did to each open task, and tells those who have them: once each, however many they have. */
@Component
class TreeRecord {

    private final TaskEventTable events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    TreeRecord(TaskEventTable events, ApplicationEventPublisher publisher, Clock clock) {
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The task stays where it is, or is gone. */
    void note(Interruption what, TreeTask task, Kind kind, LocalDate due) {
        note(what, task, kind, task.group(), task.assignee(), due);
    }

    /** The task goes to another group, and nobody has it there. */
    void noteMoved(Interruption what, TreeTask task, String group) {
        note(what, task, Kind.LEAD_CHANGED, group, null, null);
    }

    private void note(Interruption what, TreeTask task, Kind kind, String group, String holder, LocalDate due) {
        LocalDate followUp = day(task.followUp());
        LocalDate before = day(task.due());
        boolean moved = due != null && !due.equals(before);
        events.add(new TaskEvent(
                UUID.randomUUID(),
                what.municipality(),
                what.measure(),
                task.process(),
                task.key(),
                task.id(),
                kind,
                what.by(),
                clock.instant(),
                task.group(),
                group,
                task.assignee(),
                holder,
                followUp,
                followUp,
                moved ? before : null,
                moved ? due : null,
                what.reason()));
    }

    /** Tells whoever holds one of the tasks, and of those that nobody holds the department. */
    void tell(Interruption what, TaskNotice.Kind kind, Collection<TreeTask> tasks) {
        Set<TaskNotice> told = new LinkedHashSet<>();
        tasks.forEach(task -> {
            if (task.assignee() != null) {
                told.add(notice(what, kind, null, task.assignee()));
            } else if (task.group() != null) {
                told.add(notice(what, kind, task.group(), null));
            }
        });
        told.stream().filter(notice -> !what.by().equals(notice.assignee())).forEach(publisher::publishEvent);
    }

    /** Tells a department and its heads. */
    void tellDepartment(Interruption what, TaskNotice.Kind kind, String department) {
        publisher.publishEvent(notice(what, kind, Candidates.group(what.municipality(), department, true), null));
        publisher.publishEvent(notice(what, kind, Candidates.group(what.municipality(), department, false), null));
    }

    private static TaskNotice notice(Interruption what, TaskNotice.Kind kind, String group, String person) {
        return new TaskNotice(
                kind,
                what.municipality(),
                what.id().toString(),
                RunningLifecycles.PROCESS,
                what.measure(),
                what.number(),
                group,
                person,
                null,
                what.id().toString());
    }

    static LocalDate day(Instant moment) {
        return moment == null ? null : EngineDays.dayOf(Date.from(moment));
    }
}
