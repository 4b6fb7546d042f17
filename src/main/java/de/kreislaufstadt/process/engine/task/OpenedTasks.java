package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.watch.MovingTasks;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells of every user task the moment it is created, within the engine's transaction. Candidates and due date are known by
 * then, and everything asked here the engine has already read.
 */
@Component
public class OpenedTasks {

    /** Its tasks exist because another one stayed undone, and are told of as what they are. */
    private static final String CLARIFICATION = "overdue-clarification";

    private final ApplicationEventPublisher events;
    private final MovingTasks moving;

    OpenedTasks(ApplicationEventPublisher events, MovingTasks moving) {
        this.events = events;
        this.moving = moving;
    }

    void opened(DelegateTask task) {
        TaskContext context = Scopes.of(task, null);
        moving.opened(task, context);
        events.publishEvent(new TaskNotice(
                CLARIFICATION.equals(context.processKey()) ? TaskNotice.Kind.ESCALATED : TaskNotice.Kind.OPENED,
                context.municipality(),
                context.taskId(),
                context.taskKey(),
                context.measureId(),
                context.measureNumber(),
                group(task),
                task.getAssignee(),
                ModelWords.day(task.getDueDate()),
                ""));
    }

    private static String group(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Candidates::isOfCity)
                .findFirst()
                .orElse(null);
    }
}
