package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused.Cause;
import de.kreislaufstadt.process.engine.model.EngineDays;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.people.TaskAccess;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Moves open tasks between groups and people. The task is written first, in the state in which it was read: of two people
 * who move it at once, the second fails there, before anything else is written.
 */
@Component
class TaskMoves {

    private final TaskService tasks;
    private final TaskAccess access;
    private final TaskEventTable events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final DeskActions actions;

    TaskMoves(
            TaskService tasks,
            TaskAccess access,
            TaskEventTable events,
            ApplicationEventPublisher publisher,
            Clock clock,
            DeskActions actions) {
        this.tasks = tasks;
        this.access = access;
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
        this.actions = actions;
    }

    /**
     * Where a task lies.
     *
     * @param group engine group whose task it is
     * @param assignee who holds it, null = nobody
     * @param followUp day until which it stays away, null = it does not
     */
    record Place(String group, String assignee, LocalDate followUp) {

        static Place of(DeskTask task) {
            return new Place(task.group(), task.task().getAssignee(), task.followUp());
        }

        Place heldBy(String user) {
            return new Place(group, user, followUp);
        }

        Place until(LocalDate day) {
            return new Place(group, assignee, day);
        }
    }

    /** Puts a task somewhere else. @return what has happened */
    TaskEvent move(DeskTask desk, Login who, Kind kind, Place to, String reason) {
        TaskEvent event = event(desk, who, kind, to.group(), to.assignee(), to.followUp(), reason);
        return SignedIn.asSystem(() -> {
            Task task = desk.task();
            // The owner says for whom a deputy has taken the task over, as long as the deputy has it.
            if (!Objects.equals(task.getAssignee(), to.assignee())) {
                task.setOwner(null);
            }
            task.setAssignee(to.assignee());
            task.setFollowUpDate(startOf(to.followUp()));
            task.setDelegationState(null);
            tasks.saveTask(task);
            if (!Objects.equals(desk.group(), to.group())) {
                tasks.addCandidateGroup(desk.id(), to.group());
                removeGroup(desk, desk.group());
            }
            access.endOfOthers(desk.id());
            keep(desk, who, event);
            return event;
        });
    }

    /** Gives a task another last day; where it lies and what it waits for stays. Nobody has to be asked about it any more. */
    TaskEvent giveTime(DeskTask desk, Login who, Kind kind, LocalDate due, String reason) {
        String holder = desk.task().getAssignee();
        TaskEvent event = event(desk, who, kind, desk.group(), holder, desk.followUp(), due, reason);
        return SignedIn.asSystem(() -> {
            Task task = desk.task();
            task.setDueDate(EngineDays.endOf(due));
            task.setPriority(Task.PRIORITY_NORMAL);
            tasks.saveTask(task);
            keep(desk, who, event);
            return event;
        });
    }

    /** Lets a person or a group look at a task until they answer. It comes back to who asks. */
    TaskEvent ask(DeskTask desk, Login who, String person, String group, String question) {
        TaskEvent event = event(desk, who, Kind.ASKED, group, person, null, question);
        return SignedIn.asSystem(() -> {
            Task task = desk.task();
            task.setOwner(who.user());
            task.setAssignee(person);
            task.setFollowUpDate(null);
            task.setDelegationState(DelegationState.PENDING);
            tasks.saveTask(task);
            if (group != null) {
                tasks.addCandidateGroup(desk.id(), group);
            }
            keep(desk, who, event);
            return event;
        });
    }

    /** Keeps that an answer came with the filled form. */
    void filled(TaskEvent answer) {
        events.filled(answer.municipality(), answer.id());
    }

    /** Ends a question: the task lies again before who asked, and nobody else can see it for having been asked. */
    TaskEvent endQuestion(DeskTask desk, Login who, Kind kind, String answer) {
        TaskEvent question = desk.question();
        TaskEvent event = event(desk, who, kind, desk.group(), question.by(), null, answer);
        return SignedIn.asSystem(() -> {
            Task task = desk.task();
            task.setAssignee(question.by());
            task.setOwner(null);
            task.setDelegationState(null);
            tasks.saveTask(task);
            if (question.toGroup() != null) {
                removeGroup(desk, question.toGroup());
            }
            access.endOfOthers(desk.id());
            keep(desk, who, event);
            return event;
        });
    }

    /** Tells whoever has to hear of what happened; whoever sends messages decides how. */
    void tell(TaskNotice.Kind kind, DeskTask desk, TaskEvent event) {
        Informed.of(event).forEach(one -> tell(kind, desk, event, one.group(), one.person()));
    }

    /** Tells a person or a group. */
    void tell(TaskNotice.Kind kind, DeskTask desk, TaskEvent event, String group, String person) {
        publisher.publishEvent(new TaskNotice(
                kind,
                desk.municipality(),
                desk.id(),
                desk.task().getTaskDefinitionKey(),
                desk.measure(),
                desk.number(),
                group,
                person,
                event.due() == null ? desk.due() : event.due(),
                event.id().toString()));
    }

    private void keep(DeskTask desk, Login who, TaskEvent event) {
        events.add(event);
        actions.tell(desk, who, event);
    }

    private void removeGroup(DeskTask desk, String group) {
        if (group != null) {
            tasks.deleteCandidateGroup(desk.id(), group);
        }
    }

    private TaskEvent event(
            DeskTask desk, Login who, Kind kind, String group, String person, LocalDate followUp, String reason) {
        return event(desk, who, kind, group, person, followUp, null, reason);
    }

    private TaskEvent event(
            DeskTask desk,
            Login who,
            Kind kind,
            String group,
            String person,
            LocalDate followUp,
            LocalDate due,
            String reason) {
        if (desk.task().isSuspended()) {
            throw new TaskActionRefused(Cause.CONFLICT, "task.paused");
        }
        return new TaskEvent(
                UUID.randomUUID(),
                desk.municipality(),
                desk.measure(),
                desk.process(),
                desk.task().getTaskDefinitionKey(),
                desk.id(),
                kind,
                who.user(),
                clock.instant(),
                desk.group(),
                group,
                desk.task().getAssignee(),
                person,
                desk.followUp(),
                followUp,
                due == null ? null : desk.due(),
                due,
                reason);
    }

    private static Date startOf(LocalDate day) {
        return day == null ? null : Date.from(day.atStartOfDay(ModelWords.ZONE).toInstant());
    }
}
