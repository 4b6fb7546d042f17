package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.OutsideAccounts;
import de.kreislaufstadt.process.SingleRights;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class EngineOutsiders implements OutsideAccounts {

    /** Any number that no other lock of this application uses. */
    private static final long GROUP_LOCK = 5_515_000_245L;

    private final IdentityService identity;
    private final Grants grants;
    private final InboxFilters filters;
    private final JdbcClient jdbc;

    EngineOutsiders(IdentityService identity, Grants grants, InboxFilters filters, JdbcClient jdbc) {
        this.identity = identity;
        this.grants = grants;
        this.filters = filters;
        this.jdbc = jdbc;
    }

    @Override
    public void create(String id, String name, String organisation, String mail, String password) {
        SignedIn.asSystem(() -> {
            ensureGroup();
            User user = identity.newUser(id);
            user.setFirstName(name);
            user.setLastName("(" + organisation + ")");
            user.setEmail(mail);
            user.setPassword(password);
            identity.saveUser(user);
            identity.createMembership(id, SingleRights.OUTSIDERS);
            return null;
        });
    }

    @Override
    public void delete(String id) {
        SignedIn.asSystem(() -> {
            identity.deleteUser(id);
            return null;
        });
    }

    private void ensureGroup() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", GROUP_LOCK)
                .query(row -> {});
        if (identity.createGroupQuery().groupId(SingleRights.OUTSIDERS).count() == 0) {
            Group group = identity.newGroup(SingleRights.OUTSIDERS);
            group.setName("Externe");
            group.setType(Groups.GROUP_TYPE_WORKFLOW);
            identity.saveGroup(group);
            grants.giveOutsiders(group.getId());
            filters.createForOutsiders(group.getId());
        }
    }
}
