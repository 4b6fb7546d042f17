package de.kreislaufstadt.rights;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;

/**
 * One person for each role, who is nothing else, only that heads are staff, too. They come for a test and go with it.
 */
public final class Cast {

    private static final String CITY = Office.MUNICIPALITY;

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final Accounts accounts;
    private final Map<Role, String> people = new EnumMap<>(Role.class);

    public Cast(IdentityService identity, AuthorizationService authorizations, Accounts accounts) {
        this.authorizations = authorizations;
        this.identity = identity;
        this.accounts = accounts;
    }

    public void enter() {
        ofCity(Role.CLERK, "staff", "klima");
        ofCity(Role.HEAD, "staff", "klima-head");
        ofCity(Role.MANAGER, "managers");
        ofCity(Role.MONITOR, "monitors");
        ofCity(Role.AUDITOR, "auditors");
        ofCity(Role.EXTERNAL_MODERATOR);
        letIntoTasklist(id(Role.EXTERNAL_MODERATOR));
        ofNoCity(Role.ASSOCIATION_COORDINATOR, Role.ASSOCIATION);
        ofNoCity(Role.OPERATOR, Role.OPERATORS);
        ofNoCity(Role.ADMINISTRATOR, Role.ADMINISTRATORS);
    }

    public void leave() {
        people.values().forEach(identity::deleteUser);
        authorizations.createAuthorizationQuery().userIdIn(people.values().toArray(String[]::new)).list().stream()
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
    }

    public String name(Role role) {
        return people.get(role);
    }

    /** @return somebody who sends name and password with every request, as programs do */
    public Http program(Role role, int port) {
        Http http = new Http(port);
        return role == null ? http : http.as(name(role));
    }

    /** @return somebody who has signed in on the page */
    public Http browser(Role role, int port) {
        Http http = new Http(port);
        if (role != null) {
            http.signIn(name(role), "tasklist");
        }
        return http;
    }

    private void ofCity(Role role, String... groups) {
        people.put(role, id(role));
        accounts.ensurePerson(
                CITY,
                id(role),
                "Rolle " + role,
                List.of(groups).stream().map(group -> CITY + "-" + group).toList(),
                TestDatabase.PASSWORD);
    }

    private void ofNoCity(Role role, String group) {
        people.put(role, id(role));
        User user = identity.newUser(id(role));
        user.setFirstName("Rolle " + role);
        user.setLastName("");
        user.setPassword(TestDatabase.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id(role), group);
    }

    private void letIntoTasklist(String user) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        grant.setResource(Resources.APPLICATION);
        grant.setResourceId("tasklist");
        grant.addPermission(Permissions.ACCESS);
        authorizations.saveAuthorization(grant);
    }

    /** @return what the person of this role is all in all; nothing for who has not signed in */
    public static Set<Role> roles(Role role) {
        return role == null ? Set.of() : role == Role.HEAD ? Set.of(Role.CLERK, Role.HEAD) : Set.of(role);
    }

    private static String id(Role role) {
        return "role-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
