package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused.Cause;
import de.kreislaufstadt.process.engine.desk.TaskMoves.Place;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.Colleagues;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives open tasks to colleagues, to other departments and back to the group. */
@Component
public class HandOverDesk {

    private final DeskTasks tasks;
    private final TaskMoves moves;
    private final TaskEventTable events;
    private final Colleagues colleagues;
    private final DepartmentChoice departments;
    private final Accounts accounts;

    HandOverDesk(
            DeskTasks tasks,
            TaskMoves moves,
            TaskEventTable events,
            Colleagues colleagues,
            DepartmentChoice departments,
            Accounts accounts) {
        this.tasks = tasks;
        this.moves = moves;
        this.events = events;
        this.colleagues = colleagues;
        this.departments = departments;
        this.accounts = accounts;
    }

    /**
     * Gives a task to a colleague of the department it belongs to.
     *
     * @return id of what happened, to take it back by
     * @throws FormRefused if the colleague is not one, or has it already
     */
    @Transactional
    public UUID toColleague(String id, String colleague, String reason, Login who) {
        return toColleague(movable(id, who), colleague, reason, false, who);
    }

    UUID toColleague(DeskTask task, String colleague, String reason, boolean reasonRequired, Login who) {
        Problems problems = new Problems();
        String why = Wording.text(problems, "reason", reason, reasonRequired);
        problems.check(colleague != null && !colleague.isBlank(), "colleague", "form.required");
        problems.throwIfAny();
        problems.check(isColleague(task, colleague), "colleague", "task.noColleague")
                .check(!colleague.equals(task.task().getAssignee()), "colleague", "task.hasItAlready")
                .throwIfAny();
        Place to = new Place(task.group(), colleague, null);
        TaskEvent event = moves.move(task, who, Kind.ASSIGNED, to, why);
        moves.tell(TaskNotice.Kind.HANDED_OVER, task, event);
        return event.id();
    }

    /**
     * Gives a task to another department; its head hears of it. A task for heads goes to the heads there.
     *
     * @throws FormRefused if there is no such department today, it is the task's own, or the reason is missing
     */
    @Transactional
    public UUID toDepartment(String id, String department, String reason, Login who) {
        return toDepartment(movable(id, who), department, null, reason, who);
    }

    /** @param colleague engine user id of who gets it there; null = the whole department */
    UUID toDepartment(DeskTask task, String department, String colleague, String reason, Login who) {
        Problems problems = new Problems();
        boolean given = department != null && !department.isBlank();
        boolean known = given && departments.isCurrent(task.municipality(), department);
        problems.check(given, "department", "form.required")
                .check(!given || known, "department", "task.noDepartment")
                .check(!known || !isOwn(task, department), "department", "task.ownDepartment");
        String why = Wording.text(problems, "reason", reason, true);
        problems.throwIfAny();
        problems.check(colleague == null || worksAt(task, department, colleague), "person", "steering.noPersonThere")
                .throwIfAny();
        return handOver(task, who, Kind.HANDED_OVER, department, colleague, why);
    }

    /**
     * Gives a task back to the department that handed it over.
     *
     * @throws TaskActionRefused if no department did
     */
    @Transactional
    public UUID toSender(String id, String reason, Login who) {
        DeskTask task = movable(id, who);
        Problems problems = new Problems();
        String why = Wording.text(problems, "reason", reason, true);
        problems.throwIfAny();
        TaskEvent arrival = Arrivals.of(events.ofTask(task.municipality(), id), task.group())
                .orElseThrow(() -> new TaskActionRefused(Cause.CONFLICT, "task.noSender"));
        String sender = departments.currentOf(
                task.municipality(), Candidates.departmentOf(arrival.fromGroup(), task.municipality()));
        return handOver(task, who, Kind.RETURNED, sender, null, why);
    }

    /**
     * Gives a task back to the group: by who has claimed it, for somebody absent by the head of the department or an
     * administrator.
     */
    @Transactional
    public UUID toGroup(String id, String reason, Login who) {
        DeskTask task = movable(id, who);
        Problems problems = new Problems();
        String why = Wording.text(problems, "reason", reason, false);
        problems.throwIfAny();
        if (task.task().getAssignee() == null) {
            throw new TaskActionRefused(Cause.CONFLICT, "task.heldByNobody");
        }
        TaskEvent event = moves.move(task, who, Kind.RELEASED, Place.of(task).heldBy(null), why);
        moves.tell(TaskNotice.Kind.INFORMED, task, event);
        return event.id();
    }

    /** @return the task, if the person may move it now */
    DeskTask movable(String id, Login who) {
        DeskTask task = tasks.seenBy(who, id);
        if (task.question() != null) {
            throw new TaskActionRefused(Cause.CONFLICT, "task.asked");
        }
        if (task.isWorkOf(who) || task.isSuperior(who)) {
            return task;
        }
        if (task.isInGroupOf(who)) {
            throw new TaskActionRefused(
                    Cause.CONFLICT, "task.heldBy", accounts.nameOf(task.task().getAssignee()));
        }
        // Managers still see a task that has just gone from their department.
        throw tasks.movedOn(who, id).orElseGet(() -> new TaskActionRefused(Cause.FORBIDDEN, "process.forbidden"));
    }

    /** @return whether somebody works in the task's group; the successor's people do the work of a department that has ended */
    boolean isColleague(DeskTask task, String user) {
        List<String> groups = WorkingGroups.of(task, departments);
        return colleagues.of(task.municipality()).stream()
                .anyMatch(person -> person.id().equals(user) && groups.stream().anyMatch(person::isIn));
    }

    private boolean isOwn(DeskTask task, String department) {
        return department.equals(departments.currentOf(task.municipality(), task.department()));
    }

    private boolean worksAt(DeskTask task, String department, String user) {
        String group = groupAt(task, department);
        return colleagues.of(task.municipality()).stream()
                .anyMatch(person -> person.id().equals(user) && person.isIn(group));
    }

    /** A task for heads stays one for heads. */
    private static String groupAt(DeskTask task, String department) {
        boolean heads = task.group() != null && task.group().endsWith(Candidates.HEAD);
        return Candidates.group(task.municipality(), department, heads);
    }

    private UUID handOver(DeskTask task, Login who, Kind kind, String department, String colleague, String why) {
        Place to = new Place(groupAt(task, department), colleague, null);
        TaskEvent event = moves.move(task, who, kind, to, why);
        moves.tell(TaskNotice.Kind.HANDED_OVER, task, event);
        return event.id();
    }
}
