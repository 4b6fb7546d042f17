package de.kreislaufstadt.process.engine.people;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine grants access to whom it links to a task, and does not take it back when the link goes. People work by the
 * grant of their group, which ends with their membership; only who is asked in person has one of their own.
 */
@Component
public class TaskAccess {

    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskAccess(TaskService tasks, AuthorizationService authorizations) {
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /**
     * The same at the end of the transaction, for work inside a command of the engine: what that command changes is in the
     * database only when it ends.
     */
    public void endOfOthersAtLast(String task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                SignedIn.asSystem(() -> {
                    endOfOthers(task);
                    return null;
                });
            }
        });
    }

    /** Leaves the grants of the groups whose task it is, and no other. Nobody is signed in while it does. */
    public void endOfOthers(String task) {
        List<String> groups = tasks.getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task).unlimitedList().stream()
                .filter(grant -> grant.getGroupId() == null || !groups.contains(grant.getGroupId()))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }
}
