package de.kreislaufstadt.process.engine;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Grants a new task to its group without asking the database first for a grant that a new task cannot have yet. */
final class NewTaskGrants extends DefaultAuthorizationProvider {

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
}
