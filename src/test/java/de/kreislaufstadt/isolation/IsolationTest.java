package de.kreislaufstadt.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.guest.Outsiders;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.rights.Rights;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.context.WebApplicationContext;

/**
 * Cities do not see each other: every role of one city calls every endpoint that the running application has, with the ids of
 * another city's marked data wherever an id goes. Nothing is seen, counted, guessed or changed.
 */
@ApplicationTest
class IsolationTest {

    /** Each of them is let through at many more than these. */
    private static final int ANSWERED_AT_LEAST = 20;

    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private static final Set<String> FOR_EVERYBODY = Set.of("public-site", "open-data");
    private static final String OFFICES_OWN = "components-steer";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Outsiders outsiders;

    @Autowired
    private Office office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Rights rights;

    @Autowired
    private InvitationLinks links;

    @Autowired
    private TestClock.Movable clock;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationEventPublisher events;

    private MarkedCity marked;
    private MarkedAssociation association;
    private Neighbours neighbours;
    private SortedSet<Endpoint> endpoints;
    private final Map<String, Set<Role>> roles = new HashMap<>();

    @BeforeEach
    void twoCities() {
        neighbours = new Neighbours(office.jdbc(), accounts, engine, outsiders);
        endpoints = Endpoints.of(application).stream()
                .filter(endpoint -> !isForEverybody(endpoint))
                .collect(Collectors.toCollection(TreeSet::new));
        association = new MarkedAssociation(office.jdbc(), events);
        association.found(accounts);
        neighbours.people().put(MarkedAssociation.DIFU, Role.CLERK);
        marked = new MarkedCity(office, accounts, engine);
        neighbours.people().keySet().forEach(user -> {
            Login login = accounts.loginOf(user).orElseThrow();
            roles.put(user, Role.of(login.groups(), login.tenants()));
        });
    }

    /** What is public of a city is so for its neighbours, too; that it holds nothing internal is shown by {@code MarkedValuesTest}. */
    private boolean isForEverybody(Endpoint endpoint) {
        return rights.operation(endpoint.method(), Addresses.filled(endpoint.path(), Map.of()))
                .filter(operation -> FOR_EVERYBODY.contains(operation.id()))
                .isPresent();
    }

    @AfterEach
    void clear() {
        clock.putBack();
        neighbours.leave();
        marked.clear();
        association.clear();
    }

    @Test
    void nothingOfAnotherCityIsSeenCountedGuessedOrChanged() {
        assertTheyAreWhoTheyShouldBe();
        List<String> people = List.copyOf(neighbours.people().keySet());
        Map<String, Map<String, String>> before = new LinkedHashMap<>();
        people.forEach(user -> before.put(user, walker(user).counts(endpoints)));
        marked.fill(this::browser);
        marked.ids.put("shared", new LinkedHashSet<>(association.fill(marked.mark)));
        Map<String, String> rows = marked.digest();

        List<Walker> all = people.stream().map(this::walker).toList();
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
        assertThat(all)
                .allSatisfy(
                        walker -> assertThat(walker.answered).as(walker.user).isGreaterThan(ANSWERED_AT_LEAST));
        Set<Endpoint> walked = new HashSet<>();
        all.forEach(walker -> walked.addAll(walker.walked));
        assertThat(walked).containsAll(endpoints);
    }

    /** The walk can fail: somebody of the city itself meets the mark in lists, by id and on both ways in. */
    @Test
    void whoBelongsToTheCityMeetsTheMark() {
        marked.fill(this::browser);
        List<Endpoint> reading = endpoints.stream()
                .filter(endpoint -> endpoint.reads() && endpoint.path().matches(".*/(task|measures)(/.*)?"))
                .toList();

        List<String> found = new Walker(port, "wfm-leitung", marked, endpoint -> true).walk(reading);

        assertThat(found)
                .anyMatch(line -> line.contains("/engine-rest/task/{id} "))
                .anyMatch(line -> line.contains("/camunda/api/engine/engine/{name}/task "))
                .anyMatch(line -> line.contains("/camunda/api/kreislaufstadt/measures "))
                .anyMatch(line -> line.contains("/camunda/api/kreislaufstadt/measures/{number}/documents "))
                .anyMatch(line -> line.contains("and for an unknown id"));
    }

    /** Links for people without account: signed for one city, they name nothing of another, whatever they say. */
    @Test
    void aLinkOfOneCityOpensNothingOfAnother() {
        marked.fill(this::browser);
        // The ceiling of a minute may be full from other tests.
        clock.advance(Duration.ofMinutes(2));
        String own = links.answer(MarkedCity.ID, marked.workshop, marked.invitation, LAST_DAY)
                .getPath();
        assertThat(new Http(port).get(own).status()).as("the walk can fail").isEqualTo(200);
        Map<String, String> rows = marked.digest();

        List<String> foreign = new ArrayList<>();
        for (UUID workshop : List.of(marked.workshop, neighbours.workshop)) {
            for (UUID seat : List.of(marked.invitation, UUID.randomUUID())) {
                foreign.add(links.answer(OtherCity.ID, workshop, seat, LAST_DAY).getPath());
                foreign.add(
                        links.objection(OtherCity.ID, workshop, seat, LAST_DAY).getPath());
            }
        }
        String theirs = links.evaluation(OtherCity.ID, neighbours.workshop).getPath();
        List.copyOf(foreign).forEach(link -> foreign.add(changed(link, OtherCity.ID, MarkedCity.ID)));
        foreign.add(changed(theirs, neighbours.workshop.toString(), marked.workshop.toString()));
        foreign.add(changed(own, MarkedCity.ID, OtherCity.ID));
        for (String link : foreign) {
            for (Http.Answer answer : List.of(
                    new Http(port).get(link),
                    new Http(port).sendForm(link, "answer=ACCEPTED&antwort=zusage&text=x&confirm=true"))) {
                assertThat(answer.status()).as(link).isEqualTo(404);
                assertThat(answer.body()).doesNotContain(marked.words());
            }
        }
        assertThat(marked.digest()).isEqualTo(rows);
    }

    /** @return the link with another content under the same signature */
    private static String changed(String link, String word, String other) {
        String[] parts = link.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains(word);
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace(word, other).getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    /** Somebody who were nobody would see nothing, and prove nothing. */
    private void assertTheyAreWhoTheyShouldBe() {
        neighbours
                .people()
                .forEach((user, role) -> assertThat(roles.get(user)).as(user).contains(role));
    }

    private Walker walker(String user) {
        return new Walker(port, user, marked, endpoint -> calls(user, endpoint));
    }

    /**
     * Everybody calls what the matrix allows them: of the rest the gate knows nothing but method and path, and
     * {@code MatrixWalkTest} tries it for every role. What is allowed to nobody, and the same resources once more under the
     * engine's name, one of them calls.
     */
    private boolean calls(String user, Endpoint endpoint) {
        List<String> people = List.copyOf(neighbours.people().keySet());
        String method = endpoint.method().equals("*") ? "GET" : endpoint.method();
        String path = Addresses.filled(endpoint.path(), Map.of());
        List<String> permitted = people.stream()
                .filter(person -> rights.permits(roles.get(person), method, path))
                .toList();
        // Rounds that the office begins are its own, with tasks and grants of its own.
        boolean officesOwn = user.equals(MarkedAssociation.DIFU)
                && rights.operation(method, path)
                        .filter(operation -> OFFICES_OWN.equals(operation.id()))
                        .isPresent();
        if (officesOwn) {
            return false;
        }
        if (permitted.contains(user) && !endpoint.path().startsWith(Walker.SAME_AGAIN)) {
            return true;
        }
        List<String> inTurn = permitted.isEmpty() ? people : permitted;
        return inTurn.get(Math.floorMod(endpoint.toString().hashCode(), inTurn.size()))
                .equals(user);
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
