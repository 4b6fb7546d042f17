package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Mandates.Mandate;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes what somebody who steps in has done with a step: in the history that staff see, and in the log of actions. */
@Component
class SteeringLog {

    private final TaskEventTable events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    SteeringLog(TaskEventTable events, ApplicationEventPublisher publisher, Clock clock) {
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Adds to the history of a task; it is now nobody's, or waits for its group anew. */
    void history(SteeredTask task, String key, String taskId, Kind kind, String group, Login who, String reason) {
        events.add(new TaskEvent(
                UUID.randomUUID(),
                task.municipality(),
                task.measure(),
                task.process(),
                key,
                taskId,
                kind,
                who.user(),
                clock.instant(),
                group,
                group,
                taskId.equals(task.id()) ? task.assignee() : null,
                null,
                null,
                null,
                null,
                null,
                reason));
    }

    void action(
            BusinessAction.Kind kind, SteeredTask task, Mandate mandate, Login who, String reason, Change... changes) {
        publisher.publishEvent(BusinessAction.of(
                        task.municipality(),
                        task.measure(),
                        kind,
                        new Subject(task.process(), task.key(), task.id(), null),
                        who.user())
                .as(mandate.group())
                .inPlaceOf(mandate.deputyFor())
                .because(reason)
                .changing(changes)
                .under(task.version()));
    }
}
