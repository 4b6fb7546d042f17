package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Office;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.ReflectionUtils;

/**
 * CVE-2026-109432 past the gate, as if it were not there: every method of the engine's queries that takes an expression, plain,
 * nested and extended, asked at once and out of a stored filter.
 */
@ApplicationTest
class StoredExpressionsTest {

    private static final String CLERK = "wfm-sachbearbeitung";

    @Autowired
    Office office;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @LocalServerPort
    int port;

    private final List<String> granted = new ArrayList<>();

    @BeforeEach
    void nothingYet() {
        ForeignExpression.forget();
    }

    @AfterEach
    void clear() {
        filters.createFilterQuery().filterName("Probe").list().forEach(filter -> filters.deleteFilter(filter.getId()));
        authorizations.createAuthorizationQuery().userIdIn(CLERK).resourceType(Resources.FILTER).list().stream()
                .filter(grant -> granted.contains(grant.getResourceId()))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        ForeignExpression.forget();
    }

    @Test
    void onlyQueriesForTasksTakeExpressions() {
        assertThat(ForeignExpression.methods()).containsOnlyKeys(TaskQueryImpl.class);
        assertThat(methods()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void whoeverAsksAtOnceIsRefused() {
        for (Method method : methods()) {
            shapes(method)
                    .forEach((shape, query) -> office.as(CLERK).signedIn(() -> {
                        String where = method.getName() + " " + shape;
                        refused(where + " list", () -> query.get().list());
                        refused(where + " count", () -> query.get().count());
                        refused(where + " page", () -> query.get().listPage(0, 5));
                        refused(where + " one", () -> query.get().singleResult());
                        refused(where + " all", () -> query.get().unlimitedList());
                        return null;
                    }));
        }
    }

    /** Stored when there was no gate, or by a hand in the database. */
    @Test
    void aStoredFilterIsNotExecutedWhetherCreatedOrUpdatedWithIt() {
        for (Method method : methods()) {
            shapes(method).forEach((shape, query) -> {
                String created = stored(query.get());
                Filter updated =
                        filters.getFilter(stored(tasks.createTaskQuery().taskName("nichts")));
                updated.setQuery(query.get());
                filters.saveFilter(updated);
                for (String id : List.of(created, updated.getId())) {
                    executed(method.getName() + " " + shape, id, tasks.createTaskQuery());
                    filters.deleteFilter(id);
                }
            });
        }
    }

    @Test
    void aFilterIsNotExtendedByItWhenItIsAsked() {
        String inbox = filters.createFilterQuery()
                .filterName("Aufgaben meiner Abteilung")
                .singleResult()
                .getId();
        for (Method method : methods()) {
            shapes(method)
                    .forEach((shape, query) -> office.as(CLERK).signedIn(() -> {
                        String where = method.getName() + " extending " + shape;
                        // Of nested parts the engine forgets some when it extends; what it keeps is refused.
                        boolean mayForget = !shape.equals("plain");
                        asked(inbox, query.get()).forEach((how, call) -> refused(where + how, call, mayForget));
                        return null;
                    }));
        }
    }

    /** The same stored filters over HTTP, for somebody who may read them. */
    @Test
    void aStoredFilterIsNotExecutedOverHttp() {
        Http program = new Http(port).as(CLERK);
        Http browser = new Http(port);
        browser.signIn(CLERK, "tasklist");
        for (Method method : methods()) {
            // One shape each, all of them in turn: who asks for a filter by its id does not choose it.
            List<Map.Entry<String, Supplier<TaskQuery>>> shapes =
                    List.copyOf(shapes(method).entrySet());
            Stream.of(shapes.get(methods().indexOf(method) % shapes.size())).forEach(chosen -> {
                String shape = chosen.getKey();
                String id = stored(chosen.getValue().get());
                grant(id);
                for (Http caller : List.of(program, browser)) {
                    String path = (caller.isSignedIn() ? "/camunda/api/engine/engine/default" : "/engine-rest")
                            + "/filter/" + id;
                    for (String asked : List.of("/list?maxResults=5", "/count", "/singleResult")) {
                        String where = method.getName() + " " + shape + asked;
                        assertThat(caller.get(path + asked).status()).as(where).isEqualTo(400);
                        assertThat(caller.post(path + asked, "{}").status())
                                .as(where)
                                .isEqualTo(400);
                    }
                }
                filters.deleteFilter(id);
            });
        }
        assertThat(ForeignExpression.wasExecuted()).isFalse();
    }

    /** Name, description and the variables that a list shows: texts, for the engine and in the page's own format. */
    @Test
    void thePropertiesOfAFilterAreTexts() {
        Filter filter = filters.newTaskFilter("Probe");
        filter.setQuery(tasks.createTaskQuery().taskNameLike("%" + ForeignExpression.TEXT + "%"));
        filter.setProperties(Map.of(
                "description",
                ForeignExpression.TEXT,
                "color",
                ForeignExpression.TEXT,
                "variables",
                List.of(Map.of("name", ForeignExpression.TEXT, "label", ForeignExpression.TEXT))));
        String id = filters.saveFilter(filter).getId();
        grant(id);

        for (String type : List.of("application/json", "application/hal+json")) {
            Http clerk = new Http(port).as(CLERK).with("Accept", type);
            for (String path : List.of("", "?itemCount=true", "/list?maxResults=5", "/count")) {
                Answer answer = clerk.get("/engine-rest/filter/" + id + path);
                assertThat(answer.status()).as(type + path + answer.body()).isIn(200, 406);
            }
        }
        assertThat(ForeignExpression.wasExecuted()).isFalse();
    }

    private static List<Method> methods() {
        return ForeignExpression.methods().get(TaskQueryImpl.class);
    }

    private Map<String, Supplier<TaskQuery>> shapes(Method method) {
        Map<String, Supplier<TaskQuery>> shapes = new LinkedHashMap<>();
        shapes.put("plain", () -> with(method, tasks.createTaskQuery()));
        shapes.put("nested", () -> with(method, tasks.createTaskQuery().or()).endOr());
        shapes.put(
                "nested second",
                () -> with(
                                method,
                                tasks.createTaskQuery()
                                        .or()
                                        .taskNameLike("%")
                                        .endOr()
                                        .or())
                        .endOr());
        return shapes;
    }

    private static TaskQuery with(Method method, TaskQuery query) {
        return (TaskQuery) ReflectionUtils.invokeMethod(method, query, ForeignExpression.TEXT);
    }

    private String stored(TaskQuery query) {
        Filter filter = filters.newTaskFilter("Probe");
        filter.setQuery(query);
        return filters.saveFilter(filter).getId();
    }

    private void executed(String where, String filter, TaskQuery extending) {
        asked(filter, extending).forEach((how, call) -> refused(where + how, call));
    }

    private Map<String, ThrowingCallable> asked(String filter, TaskQuery extending) {
        return Map.of(
                " list", () -> filters.list(filter, extending),
                " count", () -> filters.count(filter, extending),
                " page", () -> filters.listPage(filter, extending, 0, 5),
                " one", () -> filters.singleResult(filter, extending));
    }

    private static void refused(String where, ThrowingCallable asked) {
        refused(where, asked, false);
    }

    private static void refused(String where, ThrowingCallable asked, boolean mayForget) {
        Throwable thrown = catchThrowable(asked);
        assertThat(ForeignExpression.wasExecuted()).as(where).isFalse();
        if (mayForget) {
            return;
        }
        assertThat(thrown).as(where).isNotNull();
        assertThat(thrown)
                .as(where)
                .satisfiesAnyOf(
                        error -> assertThat(error).isInstanceOf(BadUserRequestException.class),
                        error -> assertThat(error).hasRootCauseInstanceOf(BadUserRequestException.class));
    }

    private void grant(String filter) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(CLERK);
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filter);
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
        granted.add(filter);
    }
}
