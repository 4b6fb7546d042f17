package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Extensions;
import de.kreislaufstadt.process.Extensions.NewDay;
import de.kreislaufstadt.process.OfficeDays;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused.Cause;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives open tasks more time (Frist verlängern), also before anybody had to be asked about them. */
@Component
public class ExtensionDesk {

    /** What takes longer is another task. */
    private static final int MONTHS_AHEAD = 12;

    private final DeskTasks tasks;
    private final Superiors superiors;
    private final TaskMoves moves;
    private final Extensions extensions;
    private final OfficeDays days;
    private final Clock clock;

    ExtensionDesk(
            DeskTasks tasks,
            Superiors superiors,
            TaskMoves moves,
            Extensions extensions,
            OfficeDays days,
            Clock clock) {
        this.tasks = tasks;
        this.superiors = superiors;
        this.moves = moves;
        this.extensions = extensions;
        this.days = days;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param date ISO date; a day off moves to the next working day
     * @param reason internal, required
     */
    public record Wish(String date, String reason) {}

    /**
     * @param event id of what happened, to take it back by
     * @param date the new last day
     */
    public record Done(UUID event, LocalDate date) {}

    /**
     * Gives a task a later last day. Whoever holds it hears of it.
     *
     * @throws de.kreislaufstadt.form.FormRefused if date or reason are missing, or the date is past, not after the last day
     *     the task has, or more than twelve months ahead
     * @throws TaskActionRefused if the person does not stand above the task, or it has no last day
     */
    @Transactional
    public Done extend(String id, Wish wish, Login who) {
        DeskTask task = tasks.seenBy(who, id);
        if (!superiors.mayExtend(task, who)) {
            throw new TaskActionRefused(Cause.FORBIDDEN, "task.extension.notHead");
        }
        return extend(task, wish, who);
    }

    /** The same for somebody who may give it more time for another reason. */
    Done extend(DeskTask task, Wish wish, Login who) {
        if (task.due() == null) {
            throw new TaskActionRefused(Cause.CONFLICT, "task.extension.noDue");
        }
        Problems problems = new Problems();
        LocalDate due = day(task, wish.date(), problems);
        String why = Wording.text(problems, "reason", wish.reason(), true);
        problems.throwIfAny();
        LocalDate previous = task.due();
        TaskEvent event = moves.giveTime(task, who, Kind.EXTENDED, due, why);
        extensions.extend(new NewDay(
                event.id(),
                task.municipality(),
                task.measure(),
                task.id(),
                event.taskKey(),
                task.department(),
                previous,
                due,
                why,
                who.user()));
        moves.tell(TaskNotice.Kind.INFORMED, task, event);
        return new Done(event.id(), due);
    }

    private LocalDate day(DeskTask task, String date, Problems problems) {
        LocalDate wanted = Wording.day(problems, "date", date);
        if (wanted == null) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        if (wanted.isBefore(today)) {
            problems.check(false, "date", "task.extension.past");
        } else if (!wanted.isAfter(task.due())) {
            problems.check(false, "date", "task.extension.notLater");
        } else if (wanted.isAfter(today.plusMonths(MONTHS_AHEAD))) {
            problems.check(false, "date", "task.followUp.tooFar", MONTHS_AHEAD);
        } else {
            return days.sameOrNext(task.municipality(), wanted);
        }
        return null;
    }
}
