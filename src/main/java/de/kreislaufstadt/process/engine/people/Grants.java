package de.kreislaufstadt.process.engine.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import de.kreislaufstadt.process.Accounts.Kind;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.rights.Role;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * What each kind of group may do, as code. Which tasks somebody sees is not granted here: the engine writes a grant per
 * task for its candidate group.
 */
@Component
class Grants {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";
    private static final String WORKSHOPS = "workshops";

    private static final Set<Resources> ADMINISTERED = Set.of(
            Resources.APPLICATION,
            Resources.AUTHORIZATION,
            Resources.USER,
            Resources.GROUP,
            Resources.GROUP_MEMBERSHIP,
            Resources.TENANT,
            Resources.TENANT_MEMBERSHIP);

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void give(Kind kind, String group) {
        switch (kind) {
            case STAFF -> {
                staff(group);
                proposing(group);
            }
            case OFFICE_STAFF -> staff(group);
            // Both look at the same; what only managers may do beside, the matrix of rights says.
            case MANAGERS, MONITORS -> managers(group);
            case AUDITORS -> auditors(group);
            // Our pages there; of what Camunda shows beside them the matrix of rights lets heads see nothing.
            case DEPARTMENT_HEAD -> ensure(group, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
            case DEPARTMENT -> {
                // Their tasks come to them one by one.
            }
        }
    }

    private void staff(String group) {
        ensure(group, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        ensure(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
    }

    private void proposing(String group) {
        ensure(group, Resources.PROCESS_DEFINITION, Lifecycles.PROCESS, Permissions.CREATE_INSTANCE);
        ensure(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    /** Managers look at everything of their municipality (the engine adds the tenant) and change nothing in Cockpit. */
    private void managers(String group) {
        ensure(group, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
        // The page of all measures is one of Tasklist's.
        ensure(group, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
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

    private void auditors(String group) {
        managers(group);
        ensure(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    }

    /** Operators look after models, jobs and incidents of all municipalities; whose tasks there are is not for them. */
    void giveOperators() {
        ensure(Role.OPERATORS, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
        ensure(Role.OPERATORS, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        ensure(Role.OPERATORS, Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ);
        ensure(
                Role.OPERATORS,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB,
                // What is for emergencies only, the matrix of rights says once more.
                ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                ProcessDefinitionPermissions.DELETE_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE);
        ensure(Role.OPERATORS, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
    }

    /** Coordinators have pages of our own and nothing in the engine. */
    void giveAssociation() {
        ensure(Role.ASSOCIATION, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
    }

    /**
     * Administrators keep accounts. Earlier releases granted them everything; what is not theirs is taken back, so that
     * also a way in that nobody thought of shows them no task.
     */
    void giveAdministrators() {
        for (Resources resource : Resources.values()) {
            if (ADMINISTERED.contains(resource)) {
                ensure(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL);
            } else {
                authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Groups.CAMUNDA_ADMIN)
                        .resourceType(resource)
                        .list()
                        .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
            }
        }
    }

    /** Tasks come to them one by one; beside them they see the model that these belong to, as Tasklist shows it. */
    void giveOutsiders(String group) {
        ensure(group, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        ensure(group, Resources.PROCESS_DEFINITION, WORKSHOPS, Permissions.READ);
    }

    /** Lets the managers of a municipality read the name of one of its groups, for Cockpit's counts of tasks. */
    void giveName(String managers, String group) {
        ensure(managers, Resources.GROUP, group, Permissions.READ);
    }

    void giveFilter(String group, String filter) {
        ensure(group, Resources.FILTER, filter, Permissions.READ);
    }

    /** A grant of an earlier release gets what it lacks. */
    private void ensure(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .list()
                .stream()
                .findFirst()
                .orElseGet(() -> {
                    Authorization given = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
                    given.setGroupId(group);
                    given.setResource(resource);
                    given.setResourceId(id);
                    return given;
                });
        if (grant.getId() == null || !Stream.of(permissions).allMatch(grant::isPermissionGranted)) {
            Stream.of(permissions).forEach(grant::addPermission);
            authorizations.saveAuthorization(grant);
        }
    }
}
