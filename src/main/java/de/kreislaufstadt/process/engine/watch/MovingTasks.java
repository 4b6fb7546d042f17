package de.kreislaufstadt.process.engine.watch;

import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskMoved;
import de.kreislaufstadt.process.TaskMoved.Kind;
import de.kreislaufstadt.process.TaskMoved.Origin;
import de.kreislaufstadt.process.TaskMoved.Place;
import de.kreislaufstadt.process.engine.model.EngineDays;
import de.kreislaufstadt.process.engine.model.SkippedStep;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.record.StepTable;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of every user task from its first moment to its last, so that nobody has to ask the engine where tasks lie. */
@Component
public class MovingTasks {

    private final ApplicationEventPublisher events;
    private final CompletedTasks completed;
    private final Clock clock;

    MovingTasks(ApplicationEventPublisher events, CompletedTasks completed, Clock clock) {
        this.events = events;
        this.completed = completed;
        this.clock = clock;
    }

    /** @param context where it stands, as whoever tells of new tasks knows it already */
    public void opened(DelegateTask task, TaskContext context) {
        Origin origin =
                new Origin(context.measureId(), context.processKey(), context.taskKey(), StepTable.itemOf(context));
        tell(Kind.OPENED, task, origin, place(task));
    }

    /** Its holder, its groups or its days are others than before. */
    public void changed(DelegateTask task) {
        tell(Kind.CHANGED, task, null, place(task));
    }

    /** Somebody has done it, or has let the process go on without it. */
    public void completed(DelegateTask task) {
        boolean done = SkippedStep.of(task.getId()) == null;
        tell(done ? Kind.COMPLETED : Kind.SKIPPED, task, null, null);
        if (done) {
            completed.count(task.getTaskDefinitionKey());
        }
    }

    /** Its process goes on without it. */
    public void cancelled(DelegateTask task) {
        tell(Kind.CANCELLED, task, null, null);
    }

    private void tell(Kind kind, DelegateTask task, Origin origin, Place place) {
        // Every process of the product belongs to a municipality; what does not is nobody's to watch.
        if (task.getTenantId() != null) {
            events.publishEvent(new TaskMoved(kind, task.getTenantId(), task.getId(), clock.instant(), origin, place));
        }
    }

    private static Place place(DelegateTask task) {
        // A department that was only asked a question does not own the task.
        boolean asked = DelegationState.PENDING.equals(((TaskEntity) task).getDelegationState());
        String group = asked ? null : Candidates.groupOf(task);
        Date since = task.getCreateTime();
        return new Place(
                group == null || !group.startsWith(task.getTenantId() + "-")
                        ? null
                        : Candidates.departmentOf(group, task.getTenantId()),
                group,
                task.getAssignee() != null,
                EngineDays.dayOf(task.getDueDate()),
                EngineDays.dayOf(task.getFollowUpDate()),
                since.toInstant());
    }
}
