package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.OfficeDays;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused.Cause;
import de.kreislaufstadt.process.engine.desk.TaskMoves.Place;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts open tasks off to a later working day (Wiedervorlage): away from the lists until then. */
@Component
public class FollowUpDesk {

    /** Whose desk a task comes back to when it is not a person's. */
    public static final String GROUP = "GROUP";

    /** A task nobody looks at for longer than a year has been forgotten, not put off. */
    private static final int MONTHS_AHEAD = 12;

    private final HandOverDesk desk;
    private final TaskMoves moves;
    private final OfficeDays days;
    private final Clock clock;

    FollowUpDesk(HandOverDesk desk, TaskMoves moves, OfficeDays days, Clock clock) {
        this.desk = desk;
        this.moves = moves;
        this.days = days;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param date ISO date; a day off moves to the next working day
     * @param reason internal, may be null
     * @param owner whose desk it comes back to: a colleague's user id, {@link #GROUP} for the whole department, null for
     *     who has it, else who asks
     * @param afterDue true if the person knows that this is after the due date
     */
    public record Wish(String date, String reason, String owner, boolean afterDue) {}

    /**
     * @param event id of what happened, to take it back by
     * @param date working day on which the task is back
     */
    public record Done(UUID event, LocalDate date) {}

    /**
     * Puts a task off, or to another day than before.
     *
     * @throws de.kreislaufstadt.form.FormRefused if the date is missing, not after today, more than twelve months ahead, or
     *     after the due date without the person knowing it; or if the owner is no colleague
     */
    @Transactional
    public Done putOff(String id, Wish wish, Login who) {
        return putOff(desk.movable(id, who), wish, false, who);
    }

    Done putOff(DeskTask task, Wish wish, boolean reasonRequired, Login who) {
        Problems problems = new Problems();
        LocalDate day = day(task, wish, problems);
        String why = Wording.text(problems, "reason", wish.reason(), reasonRequired);
        String owner = owner(task, wish.owner(), who);
        problems.check(owner == null || isKnown(task, owner, who), "owner", "task.noColleague");
        problems.throwIfAny();
        TaskEvent event = moves.move(task, who, Kind.FOLLOW_UP, new Place(task.group(), owner, day), why);
        moves.tell(TaskNotice.Kind.HANDED_OVER, task, event);
        return new Done(event.id(), day);
    }

    /** Brings a task back before its day. */
    @Transactional
    public UUID bringBack(String id, Login who) {
        DeskTask task = desk.movable(id, who);
        if (task.followUp() == null) {
            throw new TaskActionRefused(Cause.CONFLICT, "task.noFollowUp");
        }
        return moves.move(task, who, Kind.FOLLOW_UP_ENDED, Place.of(task).until(null), null)
                .id();
    }

    private LocalDate day(DeskTask task, Wish wish, Problems problems) {
        LocalDate wanted = Wording.day(problems, "date", wish.date());
        if (wanted == null) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        if (!wanted.isAfter(today)) {
            problems.check(false, "date", "task.followUp.notAhead");
            return null;
        }
        if (wanted.isAfter(today.plusMonths(MONTHS_AHEAD))) {
            problems.check(false, "date", "task.followUp.tooFar", MONTHS_AHEAD);
            return null;
        }
        LocalDate day = days.sameOrNext(task.municipality(), wanted);
        boolean late = task.due() != null && day.isAfter(task.due());
        problems.check(!late || wish.afterDue(), "afterDue", "task.followUp.afterDue");
        return day;
    }

    private static String owner(DeskTask task, String wanted, Login who) {
        if (GROUP.equals(wanted)) {
            return null;
        }
        if (wanted != null && !wanted.isBlank()) {
            return wanted;
        }
        String holder = task.task().getAssignee();
        if (holder == null && task.isInGroupOf(who)) {
            return who.user();
        }
        return holder;
    }

    private boolean isKnown(DeskTask task, String owner, Login who) {
        boolean stays = owner.equals(task.task().getAssignee()) || owner.equals(who.user()) && task.isInGroupOf(who);
        return stays || desk.isColleague(task, owner);
    }
}
