package de.kreislaufstadt.process.engine.extension;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

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

    private boolean isAnythingRevoked(AuthorizationCheck check) {
        Map<String, Object> who = new HashMap<>();
        who.put("userId", check.getAuthUserId());
        who.put("authGroupIds", check.getAuthGroupIds());
        return getDbEntityManager().selectBoolean("selectRevokeAuthorization", who);
    }

    /** @return makes the checks anew for every command of the engine */
    public static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new GrantChecks();
            }
        };
    }
}
