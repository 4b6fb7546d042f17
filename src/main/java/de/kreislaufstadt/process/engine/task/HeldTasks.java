package de.kreislaufstadt.process.engine.task;

import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.engine.model.Scopes;
import de.kreislaufstadt.process.engine.people.Candidates;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells who has taken a task or given it back, within the engine's transaction. The desks tell themselves what they do, with
 * its reason: they work in nobody's name, so that nothing is told twice.
 */
@Component
public class HeldTasks {

    private final ObjectProvider<IdentityService> identity;
    private final ApplicationEventPublisher events;

    HeldTasks(ObjectProvider<IdentityService> identity, ApplicationEventPublisher events) {
        this.identity = identity;
        this.events = events;
    }

    void assigned(DelegateTask task) {
        Authentication who = identity.getObject().getCurrentAuthentication();
        PropertyChange change = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        if (who == null || who.getUserId() == null || change == null) {
            return;
        }
        String holder = task.getAssignee();
        String absent = task.getOwner() == null || task.getOwner().equals(who.getUserId()) ? null : task.getOwner();
        events.publishEvent(BusinessAction.of(kind(holder, who.getUserId()), Scopes.of(task, who.getUserId()))
                .as(Candidates.groupOf(task))
                .inPlaceOf(holder == null ? null : absent)
                .under(Scopes.modelVersion(task))
                .changing(Change.ofPerson("holder", (String) change.getOrgValue(), holder)));
    }

    private static Kind kind(String holder, String user) {
        if (holder == null) {
            return Kind.TASK_GIVEN_BACK;
        }
        return holder.equals(user) ? Kind.TASK_TAKEN : Kind.TASK_ASSIGNED;
    }
}
