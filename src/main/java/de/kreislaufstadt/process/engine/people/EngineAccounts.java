package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.engine.extension.SlowHash;
import de.kreislaufstadt.rights.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class EngineAccounts implements Accounts {

    /** Any number that no other lock of this application uses. */
    private static final long ADMINISTRATOR_LOCK = 5_515_000_002L;

    /** Last parts of the ids of the groups that look everywhere in their municipality. */
    private static final List<String> LOOKING = List.of("-managers", Role.MONITORS_SUFFIX, Role.AUDITORS_SUFFIX);

    private static final Texts TEXTS = Texts.of("process");

    private static final String MEMBERSHIPS = """
            select group_id_ as id, false as tenant from camunda.act_id_membership where user_id_ = :user
            union
            select tenant_id_, true from camunda.act_id_tenant_member
            where user_id_ = :user
               or group_id_ in (select group_id_ from camunda.act_id_membership where user_id_ = :user)
            union
            select null, null where not exists (select from camunda.act_id_user where id_ = :user)
                or exists (select from account where id = :user and not enabled)
            """;

    private static final String PEOPLE = """
            select u.id_, u.first_, u.last_, array_remove(array_agg(m.group_id_ order by m.group_id_), null)
            from camunda.act_id_user u
            join camunda.act_id_tenant_member t on t.user_id_ = u.id_ and t.tenant_id_ = :municipality
            left join camunda.act_id_membership m on m.user_id_ = u.id_
            group by u.id_, u.first_, u.last_ order by u.first_, u.last_, u.id_
            """;

    private final IdentityService identity;
    private final Grants grants;
    private final InboxFilters filters;
    private final InstallationGroups groups;
    private final JdbcClient jdbc;

    EngineAccounts(
            IdentityService identity, Grants grants, InboxFilters filters, InstallationGroups groups, JdbcClient jdbc) {
        this.identity = identity;
        this.grants = grants;
        this.filters = filters;
        this.groups = groups;
        this.jdbc = jdbc;
    }

    @Override
    public void ensureTenant(String municipality, String name) {
        SignedIn.runAsSystem(() -> {
            Tenant tenant = identity.createTenantQuery().tenantId(municipality).singleResult();
            if (tenant == null) {
                tenant = identity.newTenant(municipality);
            }
            if (!name.equals(tenant.getName())) {
                tenant.setName(name);
                identity.saveTenant(tenant);
            }
            groups.ensureFor(municipality);
        });
    }

    @Override
    public void ensureGroup(String municipality, String id, String name, Kind kind) {
        SignedIn.runAsSystem(() -> {
            Group group = identity.createGroupQuery().groupId(id).singleResult();
            if (group == null) {
                group = identity.newGroup(id);
            }
            if (!name.equals(group.getName()) || !kind.name().equals(group.getType())) {
                group.setName(name);
                group.setType(kind.name());
                identity.saveGroup(group);
            }
            if (identity.createTenantQuery()
                            .tenantId(municipality)
                            .groupMember(id)
                            .count()
                    == 0) {
                identity.createTenantGroupMembership(municipality, id);
            }
            grants.give(kind, id);
            if (kind == Kind.DEPARTMENT || kind == Kind.DEPARTMENT_HEAD) {
                LOOKING.forEach(looking -> grants.giveName(municipality + looking, id));
            }
            if (kind == Kind.STAFF || kind == Kind.OFFICE_STAFF) {
                filters.createFor(id);
            }
        });
    }

    @Override
    public void ensurePerson(String municipality, String id, String name, List<String> groups, String initialPassword) {
        User user = identity.createUserQuery().userId(id).singleResult();
        boolean isNew = user == null;
        if (isNew) {
            user = identity.newUser(id);
            user.setPassword(initialPassword);
        }
        if (isNew || !name.equals(user.getFirstName())) {
            // Names say the role ("Sachbearbeitung Klima"): one field is enough, the other would show as "null".
            user.setFirstName(name);
            user.setLastName("");
            SlowHash.quickly(user, identity::saveUser);
        }
        if (identity.createTenantQuery().tenantId(municipality).userMember(id).count() == 0) {
            identity.createTenantUserMembership(municipality, id);
        }
        Set<String> wanted = new HashSet<>(groups);
        for (Group group : identity.createGroupQuery().groupMember(id).unlimitedList()) {
            if (!wanted.remove(group.getId()) && group.getId().startsWith(municipality + "-")) {
                identity.deleteMembership(id, group.getId());
            }
        }
        wanted.forEach(group -> identity.createMembership(id, group));
    }

    @Override
    public void reachAt(String id, String mail) {
        User user = identity.createUserQuery().userId(id).singleResult();
        if (!nullToEmpty(mail).equals(nullToEmpty(user.getEmail()))) {
            user.setEmail(mail);
            identity.saveUser(user);
        }
    }

    @Override
    public void removePerson(String municipality, String id) {
        for (Group group : identity.createGroupQuery().groupMember(id).unlimitedList()) {
            if (group.getId().startsWith(municipality + "-")) {
                identity.deleteMembership(id, group.getId());
            }
        }
        identity.deleteTenantUserMembership(municipality, id);
        User user = identity.createUserQuery().userId(id).singleResult();
        if (user != null
                && identity.createGroupQuery().groupMember(id).count() == 0
                && identity.createTenantQuery().userMember(id).count() == 0) {
            identity.deleteUser(id);
        }
    }

    @Override
    public void removeTenant(String municipality) {
        SignedIn.runAsSystem(() -> {
            people(municipality).forEach(person -> removePerson(municipality, person.user()));
            for (Group group :
                    identity.createGroupQuery().memberOfTenant(municipality).unlimitedList()) {
                identity.deleteTenantGroupMembership(municipality, group.getId());
                // Operators look after every municipality: theirs is the installation's group.
                if (!Groups.GROUP_TYPE_SYSTEM.equals(group.getType())) {
                    jdbc.sql("delete from camunda.act_ru_authorization where group_id_ = :group")
                            .param("group", group.getId())
                            .update();
                    identity.deleteGroup(group.getId());
                }
            }
            identity.deleteTenant(municipality);
        });
    }

    @Override
    public void ensureAdministrator(String id, String password) {
        // Several nodes that start on an empty database find no administrator at the same time.
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ADMINISTRATOR_LOCK)
                .query(row -> {});
        grants.giveAdministrators();
        if (hasAdministrator()) {
            return;
        }
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identity.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("Administration");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identity.saveGroup(group);
        }
        User user = identity.createUserQuery().userId(id).singleResult();
        if (user == null) {
            user = identity.newUser(id);
            user.setFirstName("Administration");
            user.setLastName("");
        }
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(id, Groups.CAMUNDA_ADMIN);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasAdministrator() {
        return identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public String nameOf(String user) {
        // Names say the role; whoever may see a step may see whose it was, though not look through all accounts.
        User found =
                SignedIn.asSystem(() -> identity.createUserQuery().userId(user).singleResult());
        if (found == null) {
            Group group = SignedIn.asSystem(
                    () -> identity.createGroupQuery().groupId(user).singleResult());
            // Steps keep the id as proof of who did them; once the account is gone it leads to nobody.
            return group == null ? TEXTS.get("process.deletedPerson") : group.getName();
        }
        return (nullToEmpty(found.getFirstName()) + " " + nullToEmpty(found.getLastName())).strip();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> people(String municipality) {
        return jdbc.sql(PEOPLE)
                .param("municipality", municipality)
                .query((row, i) -> new Person(
                        row.getString(1),
                        (nullToEmpty(row.getString(2)) + " " + nullToEmpty(row.getString(3))).strip(),
                        List.of((String[]) row.getArray(4).getArray())))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<String>> groupsOf(Collection<String> users) {
        Map<String, List<String>> groups = new HashMap<>();
        if (!users.isEmpty()) {
            jdbc.sql("select user_id_, group_id_ from camunda.act_id_membership where user_id_ in (:users)")
                    .param("users", users)
                    .query(row -> {
                        groups.computeIfAbsent(row.getString(1), user -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return groups;
    }

    /** One statement needs no transaction around it: it would be one more of three with every request of a program. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Login> loginOf(String user) {
        return withMemberships(user);
    }

    /** @return empty if there is no such account, or it is disabled */
    private Optional<Login> withMemberships(String user) {
        List<String> groups = new ArrayList<>();
        List<String> tenants = new ArrayList<>();
        // One statement for what the engine asks in two, and for whether the account is disabled: every request of the
        // REST API signs in anew.
        boolean[] disabled = {false};
        jdbc.sql(MEMBERSHIPS).param("user", user).query(row -> {
            if (row.getString("id") == null) {
                disabled[0] = true;
            } else {
                (row.getBoolean("tenant") ? tenants : groups).add(row.getString("id"));
            }
        });
        return disabled[0] ? Optional.empty() : Optional.of(new Login(user, groups, tenants));
    }

    private static String nullToEmpty(String text) {
        return text == null ? "" : text;
    }
}
