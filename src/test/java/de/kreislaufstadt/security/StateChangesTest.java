package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.rights.Cast;
import de.kreislaufstadt.rights.Rights;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.TableSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/**
 * No other site makes a browser change anything: every endpoint of the running application that changes something asks for a
 * token, or where there is no session, where the request comes from. Each is asked as somebody whom the matrix lets through.
 */
@ApplicationTest
class StateChangesTest {

    /** What every request of somebody signed in may touch. */
    private static final List<String> TOUCHED_BY_LOGIN = List.of("act_id_user", "account", "account_session");

    /** Nobody is signed in there; {@link WaysIn} says why a token would guard nothing. */
    private static final Set<String> WITHOUT_SESSION = Set.of(
            "/anmelden/ende/{provider}",
            "/einladung/{token}",
            "/protokoll/{token}",
            "/rueckmeldung/{token}",
            "/{municipality:[a-z][a-z0-9]*}/massnahmen/{slug:[A-Za-z0-9][A-Za-z0-9-]*}/frage",
            "/error");

    @Autowired
    WebApplicationContext application;

    @Autowired
    Rights rights;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private Cast cast;

    @BeforeEach
    void people() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
    }

    @AfterEach
    void everybodyGoes() {
        cast.leave();
    }

    @Test
    void nothingIsChangedWithoutTheTokenOfThePage() {
        Map<Role, String> cookies = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            cookies.put(role, cast.browser(role, port).cookies());
        }
        Map<String, String> before = TableSums.of(jdbc, TOUCHED_BY_LOGIN);
        List<String> wrong = new ArrayList<>();
        Set<String> withoutSession = new TreeSet<>();
        int asked = 0;
        for (Endpoint endpoint : Endpoints.of(application)) {
            String path = endpoint.filled(
                    Map.of("processEngineName", "default", "engine", "default", "name", "default"), "x");
            if (endpoint.reads() || path.startsWith("/engine-rest")) {
                continue;
            }
            String method = endpoint.method().equals("*") ? "POST" : endpoint.method();
            Optional<Role> role = who(method, path);
            if (WITHOUT_SESSION.contains(endpoint.path())) {
                withoutSession.add(endpoint.path());
            } else if (role.isPresent()) {
                for (String token : Arrays.asList(null, "", "made-up")) {
                    Answer answer = withToken(cookies.get(role.get()), token).send(method, path, "{}");
                    if (answer.status() == 401) {
                        // The refusal before has ended the session; nobody would be refused for want of a token.
                        cookies.put(role.get(), cast.browser(role.get(), port).cookies());
                        answer = withToken(cookies.get(role.get()), token).send(method, path, "{}");
                    }
                    if (answer.status() != 403) {
                        wrong.add(role.get() + " " + endpoint + " with token " + token + ": " + answer.status());
                    }
                    asked++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(100);
        assertThat(withoutSession).isEqualTo(new TreeSet<>(WITHOUT_SESSION));
        assertThat(TableSums.of(jdbc, TOUCHED_BY_LOGIN)).isEqualTo(before);
    }

    private Http withToken(String cookies, String token) {
        Http browser = new Http(port).with("Cookie", cookies);
        return token == null ? browser : browser.with("X-XSRF-TOKEN", token);
    }

    /** REST has no session: a browser that remembers a password says where it was sent from. */
    @Test
    void nothingIsChangedOverRestFromAnotherSite() {
        Map<String, String> before = TableSums.of(jdbc, TOUCHED_BY_LOGIN);
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Endpoint endpoint : Endpoints.of(application)) {
            String path = endpoint.filled(Map.of("name", "default"), "x");
            boolean sameAgain = path.startsWith("/engine-rest/engine/default/");
            Optional<Role> role = who(endpoint.method(), path);
            if (!endpoint.reads() && path.startsWith("/engine-rest") && !sameAgain && role.isPresent()) {
                for (String[] from : new String[][] {
                    {"Sec-Fetch-Site", "cross-site"},
                    {"Sec-Fetch-Site", "same-site"},
                    {"Origin", "https://boese.example"},
                    {"Origin", "null"}
                }) {
                    Answer answer = cast.program(role.get(), port)
                            .with(from[0], from[1])
                            .send(endpoint.method(), path, "{}");
                    if (answer.status() != 403 || !answer.body().contains("fremden Seiten")) {
                        wrong.add(endpoint + " from " + from[1] + ": " + answer.status() + answer.body());
                    }
                    asked++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(100);
        assertThat(TableSums.of(jdbc, TOUCHED_BY_LOGIN)).isEqualTo(before);
    }

    /** Left alone for so long, a session ends; the longest is tested with signing in. */
    @Test
    void aSessionThatNobodyUsesEnds() {
        assertThat(application.getServletContext().getSessionTimeout()).isBetween(1, 8 * 60);
    }

    private Optional<Role> who(String method, String path) {
        return Arrays.stream(Role.values())
                .filter(role -> rights.permits(Cast.roles(role), method, path))
                .findFirst();
    }
}
