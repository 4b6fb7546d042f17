package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CVE-2026-77226: the engine's web applications create an administrator for whoever asks while the group of administrators has no
 * member. Here they do not, in any state of that group, however somebody asks.
 */
@ApplicationTest
class SetUpPathTest {

    private static final String GROUP = "camunda-admin";
    private static final String ADMINISTRATOR = "admin";
    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String INTRUDER = "intruder";

    private static final List<String> PATHS = List.of(
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/setup/default/user/create?x=1",
            "/camunda//api/admin/setup/default/user/create",
            "/camunda/api/admin/./setup/default/user/create",
            "/camunda/api/admin/auth/../setup/default/user/create",
            "/camunda/api/admin/setup;x=1/default/user/create",
            "/camunda/api/admin/%73etup/default/user/create",
            "/camunda/api/admin/setup%2fdefault/user/create",
            "/camunda/api/admin/Setup/default/user/create");

    private static final List<String> TABLES = List.of("user", "group", "membership", "tenant_member");

    /** Who is an administrator, and how. */
    enum State {
        NORMAL,
        GROUP_WITHOUT_MEMBER,
        NO_GROUP,
        BY_AUTHORIZATION_ONLY
    }

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Set<String> grants;
    private List<String> tenants;

    @BeforeEach
    void asItIs() {
        grants = ids("act_ru_authorization");
        tenants = tenants();
    }

    @AfterEach
    void asItWas() {
        authorizations.createAuthorizationQuery().userIdIn(ADMINISTRATOR).list().stream()
                .map(Authorization::getId)
                .filter(id -> !grants.contains(id))
                .forEach(authorizations::deleteAuthorization);
        if (identity.createGroupQuery().groupId(GROUP).count() == 0) {
            var group = identity.newGroup(GROUP);
            group.setName("Administration");
            group.setType("SYSTEM");
            identity.saveGroup(group);
        }
        tenants.stream()
                .filter(tenant -> !tenants().contains(tenant))
                .forEach(tenant -> identity.createTenantGroupMembership(tenant, GROUP));
        if (identity.createUserQuery()
                        .memberOfGroup(GROUP)
                        .userId(ADMINISTRATOR)
                        .count()
                == 0) {
            identity.createMembership(ADMINISTRATOR, GROUP);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyCreatesAnAdministratorThroughTheSetUp(State state) {
        Http leaving = new Http(port);
        leaving.signIn(CLERK, "tasklist");
        enter(state);
        Map<String, Set<String>> before = accounts();

        Map<String, Http> callers = callers(leaving);
        callers.forEach((who, caller) -> {
            for (String path : PATHS) {
                for (String application : List.of("admin", "cockpit")) {
                    Answer answer = caller.post(path.replace("/admin/", "/" + application + "/"), body());
                    assertThat(answer.status())
                            .as("%s: %s %s, %s", state, who, path, answer.body())
                            .isIn(400, 401, 403, 404, 405);
                }
            }
            for (String page : List.of("/camunda/app/admin/default/setup/", "/camunda/app/admin/default/#/setup")) {
                assertThat(caller.with("Accept", "text/html").get(page).body())
                        .as("%s: %s %s", state, who, page)
                        .doesNotContain("user/create");
            }
        });

        assertThat(accounts()).as(state.name()).isEqualTo(before);
        assertThat(identity.createUserQuery().userId(INTRUDER).count()).isZero();
    }

    /** With a session and without, with a token against foreign requests and without one, and as a program. */
    private Map<String, Http> callers(Http leaving) {
        Map<String, Http> callers = new LinkedHashMap<>();
        callers.put("nobody", new Http(port));
        Http visitor = new Http(port).with("Accept", "text/html");
        visitor.get("/anmelden");
        visitor.get("/camunda/app/admin/default/");
        visitor.get("/camunda/api/engine/engine/");
        // Whatever a page without sign-in has given, and a value that says it is one.
        callers.put("nobody with a token", withToken(visitor.cookies()));
        callers.put("nobody with a made-up token", withToken("XSRF-TOKEN=0123456789ABCDEF"));
        Http clerk = new Http(port);
        clerk.signIn(CLERK, "tasklist");
        callers.put("a clerk with session and token", clerk);
        callers.put("a clerk without the token", new Http(port).with("Cookie", clerk.cookies()));
        callers.put(
                "a clerk with another token", withToken(clerk.cookies().replaceAll("XSRF-TOKEN=\\w+", "XSRF-TOKEN=x")));
        Http administrator = new Http(port);
        administrator.signIn(ADMINISTRATOR, "tasklist");
        callers.put("the administrator", administrator);
        leaving.post("/camunda/api/admin/auth/user/default/logout", "{}");
        callers.put("somebody whose session has ended", leaving);
        callers.put("a program", new Http(port).as(CLERK));
        callers.put("the administrator's program", new Http(port).as(ADMINISTRATOR));
        return callers;
    }

    private Http withToken(String cookies) {
        String token = cookies.replaceFirst("(?s).*XSRF-TOKEN=([^;]*).*", "$1");
        return new Http(port).with("Cookie", cookies).with("X-XSRF-TOKEN", token);
    }

    private static String body() {
        return "{\"profile\": {\"id\": \"" + INTRUDER + "\", \"firstName\": \"x\", \"lastName\": \"x\"},"
                + " \"credentials\": {\"password\": \"intruder-intruder\"}}";
    }

    private void enter(State state) {
        if (state != State.NORMAL) {
            identity.deleteMembership(ADMINISTRATOR, GROUP);
        }
        if (state == State.NO_GROUP || state == State.BY_AUTHORIZATION_ONLY) {
            identity.deleteGroup(GROUP);
        }
        if (state == State.BY_AUTHORIZATION_ONLY) {
            for (Resource resource : Resources.values()) {
                Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                grant.setUserId(ADMINISTRATOR);
                grant.setResource(resource);
                grant.setResourceId(Authorization.ANY);
                grant.addPermission(Permissions.ALL);
                authorizations.saveAuthorization(grant);
            }
        }
    }

    private List<String> tenants() {
        return identity.createTenantQuery().groupMember(GROUP).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    private Map<String, Set<String>> accounts() {
        Map<String, Set<String>> accounts = new LinkedHashMap<>();
        TABLES.forEach(table -> accounts.put(table, rows("camunda.act_id_" + table)));
        accounts.put("grants", ids("act_ru_authorization"));
        return accounts;
    }

    /** Without what signing in writes. */
    private Set<String> rows(String table) {
        return new TreeSet<>(
                jdbc.sql("select (to_jsonb(t) - 'rev_' - 'lock_exp_time_' - 'attempts_')::text from " + table + " t")
                        .query(String.class)
                        .list());
    }

    private Set<String> ids(String table) {
        return new TreeSet<>(
                jdbc.sql("select id_ from camunda." + table).query(String.class).list());
    }
}
