package de.kreislaufstadt.process.engine.extension;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Checks rights with the groups of who asks as they are, and asks for tasks without looking for revoked rights where none are.
 *
 * <p> The engine first reads all groups that any grant of the whole database names, to leave the others out: with a grant
 * per open task that grows with the city, and the answer is the same without it.
 *
 * <p>Revocations are checked along with the grants in every command ("always"); in lists of tasks that check is made row by
 * row. One question whether a revocation concerns the person at all saves it.
 */
public final class GrantChecks extends AuthorizationManager {

    /**
     * The engine asks in turn what is granted to or revoked from the person, then their groups, then everybody; the first that says
     * something about the task decides. So nothing else has to be asked where a group has the right to this very task and nothing at
     * all is revoked from the person.
     */
    private static final String BY_GROUP = """
            select exists (select from camunda.act_ru_authorization
                           where type_ = 1 and group_id_ = any(?) and resource_type_ = ? and resource_id_ = ? and perms_ & ? = ?)
               and not exists (select from camunda.act_ru_authorization where type_ = 2 and user_id_ = ?)
            """;

    private final Supplier<JdbcOperations> jdbc;

    private GrantChecks(Supplier<JdbcOperations> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        if (check.isRevokeAuthorizationCheckEnabled() && !isAnythingRevoked(check)) {
            check.setRevokeAuthorizationCheckEnabled(false);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Working on a task is allowed by the grant that its group got with it; the engine's own question, four checks in three scopes
     * each, takes longer to put together and to plan than to answer.
     */
    @Override
    public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck check) {
        return isOfTask(check)
                        && isGrantedByGroup(
                                user, groups, check.getAtomicChecks().get(0))
                || super.isAuthorized(user, groups, check);
    }

    /** Whoever has one of several rights may; the first that is granted or revoked says so. */
    private boolean isOfTask(CompositePermissionCheck check) {
        return check.isDisjunctive()
                && check.getCompositeChecks().isEmpty()
                && !check.getAtomicChecks().isEmpty()
                && check.getAllPermissionChecks().stream().allMatch(this::isResourceValidForPermission)
                && check.getAtomicChecks().get(0).getResource() == Resources.TASK
                && isSingle(check.getAtomicChecks().get(0).getResourceId());
    }

    private static boolean isSingle(String resource) {
        return resource != null && !Authorization.ANY.equals(resource);
    }

    private boolean isGrantedByGroup(String user, List<String> groups, PermissionCheck check) {
        return groups != null
                && Boolean.TRUE.equals(jdbc.get()
                        .queryForObject(
                                BY_GROUP,
                                Boolean.class,
                                groups.toArray(String[]::new),
                                check.getResourceType(),
                                check.getResourceId(),
                                check.getPerms(),
                                check.getPerms(),
                                user));
    }

    private boolean isAnythingRevoked(AuthorizationCheck check) {
        Map<String, Object> who = new HashMap<>();
        who.put("userId", check.getAuthUserId());
        who.put("authGroupIds", check.getAuthGroupIds());
        return getDbEntityManager().selectBoolean("selectRevokeAuthorization", who);
    }

    /**
     * @param jdbc on the engine's own connection of the command
     * @return makes the checks anew for every command of the engine
     */
    public static SessionFactory factory(Supplier<JdbcOperations> jdbc) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new GrantChecks(jdbc);
            }
        };
    }
}
