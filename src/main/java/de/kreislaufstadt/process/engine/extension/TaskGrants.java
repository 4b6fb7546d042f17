package de.kreislaufstadt.process.engine.extension;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Grants a new task to its group without asking the database first for a grant that a new task cannot have yet. And grants
 * nothing to the person for a task they claim out of one of their groups: the group's grant is what they work by, and it
 * ends with their membership or their time as a deputy. The engine's own grant for the assignee would outlive both, and
 * stays even when the task is given back.
 */
public final class TaskGrants extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity getGrantAuthorization(
            String taskId, String userId, String groupId, Resource resource) {
        return isNew(taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    /** A row that has been read carries the number of its last change; one that is still to be written carries none. */
    private static boolean isNew(String taskId) {
        TaskEntity task = Context.getCommandContext().getDbEntityManager().getCachedEntity(TaskEntity.class, taskId);
        return task != null && task.getRevision() == 0;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
        return isClaim(task, now) ? null : super.newTaskAssignee(task, before, now);
    }

    /** Whose task it was before somebody took it over saw it by their group, too. */
    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
        return null;
    }

    private static boolean isClaim(Task task, String assignee) {
        CommandContext command = Context.getCommandContext();
        List<String> groups = command.getAuthenticatedGroupIds();
        return assignee != null
                && assignee.equals(command.getAuthenticatedUserId())
                && groups != null
                && ((TaskEntity) task)
                        .getCandidates().stream().anyMatch(candidate -> groups.contains(candidate.getGroupId()));
    }
}
