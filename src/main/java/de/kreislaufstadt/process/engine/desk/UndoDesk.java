package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Extensions;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused.Cause;
import de.kreislaufstadt.process.engine.desk.TaskMoves.Place;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what somebody has just done with a task. */
@Component
public class UndoDesk {

    /** As long as the page with "Rückgängig" can reasonably be open; later it is handed over the other way. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final DeskTasks tasks;
    private final TaskMoves moves;
    private final TaskEventTable events;
    private final Extensions extensions;
    private final Clock clock;

    UndoDesk(DeskTasks tasks, TaskMoves moves, TaskEventTable events, Extensions extensions, Clock clock) {
        this.tasks = tasks;
        this.moves = moves;
        this.events = events;
        this.extensions = extensions;
        this.clock = clock;
    }

    /**
     * Takes back what the person has just done with a task, if nothing has happened to it since. Who had heard of it hears
     * of that, too.
     *
     * @param event id of what was done
     * @throws TaskActionRefused if it was somebody else, or it is too late
     */
    @Transactional
    public UUID undo(String id, UUID event, Login who) {
        DeskTask task = tasks.any(id);
        List<TaskEvent> past = events.ofTask(task.municipality(), id);
        boolean own = past.stream()
                .anyMatch(done -> done.id().equals(event) && done.by().equals(who.user()));
        if (!own || !who.tenants().contains(task.municipality())) {
            throw new TaskActionRefused(Cause.NOT_FOUND, "process.taskGone");
        }
        TaskEvent last = past.get(past.size() - 1);
        if (!last.id().equals(event) || !isUntouched(task, last)) {
            throw tooLate();
        }
        TaskEvent undone = last.kind() == Kind.EXTENDED ? takeTime(task, last, who) : moveBack(task, last, who);
        Informed.of(last).forEach(one -> moves.tell(TaskNotice.Kind.INFORMED, task, undone, one.group(), one.person()));
        return undone.id();
    }

    private boolean isUntouched(DeskTask task, TaskEvent last) {
        boolean moved = last.kind() == Kind.EXTENDED;
        return last.kind().canBeUndone()
                && moved == (last.due() != null)
                && (!moved || last.due().equals(task.due()))
                && Place.of(task).equals(new Place(last.toGroup(), last.givenTo(), last.followUp()))
                && last.at().plus(LIMIT).isAfter(clock.instant());
    }

    private TaskEvent moveBack(DeskTask task, TaskEvent last, Login who) {
        Place before = new Place(last.fromGroup(), last.heldBy(), last.followUpBefore());
        return moves.move(task, who, Kind.UNDONE, before, null);
    }

    private TaskEvent takeTime(DeskTask task, TaskEvent last, Login who) {
        TaskEvent undone = moves.giveTime(task, who, Kind.UNDONE, last.dueBefore(), null);
        if (!extensions.takeBack(task.municipality(), task.id(), last.id())) {
            throw tooLate();
        }
        return undone;
    }

    private static TaskActionRefused tooLate() {
        return new TaskActionRefused(Cause.CONFLICT, "task.tooLateToUndo");
    }
}
