package de.kreislaufstadt.process.engine.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import de.kreislaufstadt.process.Accounts.Kind;
import de.kreislaufstadt.process.Lifecycles;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each kind of group may do, as code. Which tasks somebody sees is not granted here: the engine writes a grant per
 * task for its candidate group.
 */
@Component
class Grants {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void give(Kind kind, String group) {
        switch (kind) {
            case STAFF -> staff(group);
            case MANAGERS -> managers(group);
            case DEPARTMENT, DEPARTMENT_HEAD -> {
                // Their tasks come to them one by one.
            }
        }
    }

    private void staff(String group) {
        ensure(group, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        ensure(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        ensure(group, Resources.PROCESS_DEFINITION, Lifecycles.PROCESS, Permissions.CREATE_INSTANCE);
        ensure(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    /** Managers look at everything of their municipality (the engine adds the tenant) and change nothing in Cockpit. */
    private void managers(String group) {
        ensure(group, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
        ensure(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK);
        // Cockpit's page Tasks counts per group only for who may read every task, which READ_TASK above says already.
        ensure(group, Resources.TASK, ANY, Permissions.READ);
        ensure(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        ensure(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    void giveAdministrators() {
        for (Resources resource : Resources.values()) {
            ensure(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL);
        }
    }

    /** Lets the managers of a municipality read the name of one of its groups, for Cockpit's counts of tasks. */
    void giveName(String managers, String group) {
        ensure(managers, Resources.GROUP, group, Permissions.READ);
    }

    void giveFilter(String group, String filter) {
        ensure(group, Resources.FILTER, filter, Permissions.READ);
    }

    private void ensure(String group, Resource resource, String id, Permission... permissions) {
        boolean exists = authorizations
                        .createAuthorizationQuery()
                        .authorizationType(AUTH_TYPE_GRANT)
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!exists) {
            Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }
}
