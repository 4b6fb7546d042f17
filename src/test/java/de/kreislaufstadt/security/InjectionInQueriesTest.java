package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.TableSums;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What would be SQL, or a wildcard, in every text that is asked for in an address or looked for by a search. It finds what a word
 * finds that nobody has ever written, which is nothing; statements that wait would be felt, others seen in the tables.
 */
@ApplicationTest
class InjectionInQueriesTest {

    private static final String NOBODYS = "zqxjkv";
    private static final Duration FASTER_THAN_ANY_SLEEP = Duration.ofSeconds(8);

    /** Signing in, and whoever looks at a session, leave their marks here. */
    private static final List<String> TOUCHED_BY_LOGIN = List.of("act_id_user", "account", "account_session");

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    @RegisterExtension
    final NothingRan nothingRan = new NothingRan();

    private Http administrator;
    private Http clerk;
    private Map<String, String> before;

    @BeforeEach
    void signedIn() {
        clerk = new Http(port);
        clerk.signIn("wfm-sachbearbeitung", "tasklist");
        administrator = new Http(port);
        administrator.signIn("admin", "tasklist");
        before = TableSums.of(jdbc, TOUCHED_BY_LOGIN);
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(TableSums.of(jdbc, TOUCHED_BY_LOGIN)).isEqualTo(before);
    }

    /** An operation that takes a text from the address. */
    private record Query(String method, String path, String parameter) {

        String address(String text) {
            String filled = path.replace("{municipality}", "muenster").replaceAll("\\{\\w+}", "muenster");
            return filled + "?" + parameter + "=" + encoded(text);
        }
    }

    @Test
    void aTextInAnAddressIsNoStatement() {
        List<Query> queries = queries();
        assertThat(queries.stream().map(query -> query.path() + "?" + query.parameter()))
                .as("searches are among them")
                .contains(
                        "/camunda/api/kreislaufstadt/tasks?words",
                        "/camunda/api/kreislaufstadt/tasks?ids",
                        "/camunda/api/kreislaufstadt/admin/accounts?words",
                        "/camunda/api/kreislaufstadt/admin/accounts?municipality");
        List<String> faults = new ArrayList<>();
        for (Query query : queries) {
            Http person = query.path().contains("/admin/") ? administrator : clerk;
            Answer nothing = person.send(query.method(), query.address(NOBODYS), null);
            for (String text : dangerous()) {
                Instant asked = Instant.now();
                Answer answer = person.send(query.method(), query.address(text), null);
                boolean waited = Duration.between(asked, Instant.now()).compareTo(FASTER_THAN_ANY_SLEEP) > 0;
                // A lone quotation mark stands in somebody's title; it breaks a statement or it is found there.
                boolean same = answer.status() == nothing.status()
                        && (answer.status() != 200
                                || text.length() == 1
                                || answer.body().equals(nothing.body()));
                if (waited || !same) {
                    faults.add(query + " with " + text + ": " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Ids and numbers stand in the path. One that is none is not there, or is refused; it is never everybody's. */
    @Test
    void aTextInAPathIsNoStatement() {
        List<String> faults = new ArrayList<>();
        for (Endpoint endpoint : Endpoints.of(application)) {
            if (endpoint.source().startsWith("mvc")
                    && endpoint.reads()
                    && isOurs(endpoint.path())
                    && endpoint.path().contains("{")) {
                Http person = endpoint.path().contains("/admin/") ? administrator : clerk;
                Answer nothing = person.get(endpoint.filled(Map.of(), NOBODYS));
                for (String text : Injections.SQL) {
                    Answer answer =
                            person.get(endpoint.filled(Map.of(), encoded(text).replace("+", "%20")));
                    boolean refused = answer.status() >= 400 && answer.status() < 500;
                    if (!refused
                            && !(answer.status() == nothing.status()
                                    && answer.body().equals(nothing.body()))) {
                        faults.add(endpoint + " with " + text + ": " + answer.status() + " " + answer.body());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** The search for a person looks into every table there is. */
    @Test
    void aPersonWithSuchANameIsFoundNowhere() throws Exception {
        for (String sort : List.of("users", "names", "phones", "others")) {
            for (String text : Injections.SQL) {
                if (Injections.TEXTS.contains(text)) {
                    // Other tests have written these.
                    continue;
                }
                // Shorter words are refused.
                String term = text.length() < 3 ? text.repeat(3) : text;
                Answer answer = administrator.post(
                        "/camunda/api/kreislaufstadt/admin/privacy/muenster/person",
                        json.writeValueAsString(Map.of(sort, List.of(term))));
                assertThat(answer.status())
                        .as("%s %s: %s", sort, term, answer.body())
                        .isEqualTo(404);
            }
        }
    }

    private static List<String> dangerous() {
        return Stream.of(Injections.SQL, Injections.TEXTS)
                .flatMap(Collection::stream)
                .toList();
    }

    private static boolean isOurs(String path) {
        return path.contains("/kreislaufstadt/");
    }

    /** Found by looking at the application, so that a new one cannot be forgotten. */
    private List<Query> queries() {
        List<Query> found = new ArrayList<>();
        application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> {
                    for (MethodParameter parameter : method.getMethodParameters()) {
                        if (isText(parameter)) {
                            found.addAll(queries(info, method, parameter));
                        }
                    }
                });
        return found;
    }

    private static boolean isText(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                && (parameter.getParameterType() == String.class || parameter.getParameterType() == List.class);
    }

    private static List<Query> queries(RequestMappingInfo info, HandlerMethod method, MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new StandardReflectionParameterNameDiscoverer());
        String name = parameter.getParameterAnnotation(RequestParam.class).name();
        return info.getPatternValues().stream()
                .filter(InjectionInQueriesTest::isOurs)
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(verb ->
                                new Query(verb.name(), path, name.isEmpty() ? parameter.getParameterName() : name)))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
