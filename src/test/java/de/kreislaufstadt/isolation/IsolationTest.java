package de.kreislaufstadt.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.guest.Outsiders;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Kind;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/**
 * Cities do not see each other: every role of one city calls every endpoint that the running application has, with the ids of
 * another city's marked data wherever an id goes. Nothing is seen, counted, guessed or changed.
 */
@ApplicationTest
class IsolationTest {

    /** Somebody of no city, who has a right nowhere. */
    private static final String GUEST = "gast-ohne-stadt";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Outsiders outsiders;

    @Autowired
    private Office office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RepositoryService repository;

    @LocalServerPort
    private int port;

    private MarkedCity marked;
    private List<String> walkers;
    private SortedSet<Endpoint> endpoints;

    @BeforeEach
    void twoCities() {
        OtherCity.found(office.jdbc(), accounts);
        walkers = new ArrayList<>(List.of(OtherCity.CLERK, OtherCity.HEAD));
        outsiders.settle(GUEST, "Moderation", "Difu", TestDatabase.PASSWORD);
        walkers.add(GUEST);
        Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.DEPARTMENT
                        && kind != Kind.DEPARTMENT_HEAD
                        && kind != Kind.STAFF
                        && kind != Kind.MANAGERS)
                .forEach(kind -> {
                    String group = OtherCity.ID + "-" + kind.name().toLowerCase(Locale.ROOT);
                    accounts.ensureGroup(OtherCity.ID, group, group, kind);
                    walkers.add(person(kind.name().toLowerCase(Locale.ROOT), group));
                });
        endpoints = Endpoints.of(application);
        marked = new MarkedCity(office, accounts, repository);
    }

    @AfterEach
    void clear() {
        marked.clear();
    }

    @Test
    void nothingOfAnotherCityIsSeenCountedGuessedOrChanged() {
        Map<String, Map<String, String>> before = new LinkedHashMap<>();
        walkers.forEach(user -> before.put(user, new Walker(port, user, marked).counts(endpoints)));
        marked.fill(this::browser);
        Map<String, String> rows = marked.digest();

        List<Walker> all =
                walkers.stream().map(user -> new Walker(port, user, marked)).toList();
        List<String> found = all.parallelStream()
                .flatMap(walker -> {
                    assertThat(walker.counts(endpoints))
                            .as("what %s counts", walker.user)
                            .isEqualTo(before.get(walker.user));
                    return walker.walk(endpoints).stream();
                })
                .toList();

        assertThat(found).isEmpty();
        assertThat(marked.digest()).isEqualTo(rows);
        assertThat(all).allMatch(walker -> walker.asked > endpoints.size());
    }

    /** The walk can fail: somebody of the city itself meets the mark in lists, by id and on both ways in. */
    @Test
    void whoBelongsToTheCityMeetsTheMark() {
        marked.fill(this::browser);
        List<Endpoint> reading = endpoints.stream()
                .filter(endpoint -> endpoint.reads() && endpoint.path().matches(".*/(task|measures)(/.*)?"))
                .toList();

        List<String> found = new Walker(port, "wfm-leitung", marked).walk(reading);

        assertThat(found)
                .anyMatch(line -> line.contains("/engine-rest/task/{id} "))
                .anyMatch(line -> line.contains("/camunda/api/engine/engine/{name}/task "))
                .anyMatch(line -> line.contains("/camunda/api/kreislaufstadt/measures "))
                .anyMatch(line -> line.contains("/camunda/api/kreislaufstadt/measures/{number}/documents "))
                .anyMatch(line -> line.contains("and for an unknown id"));
    }

    private String person(String name, String... groups) {
        String id = OtherCity.ID + "-" + name;
        accounts.ensurePerson(OtherCity.ID, id, name, List.of(groups), TestDatabase.PASSWORD);
        return id;
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
