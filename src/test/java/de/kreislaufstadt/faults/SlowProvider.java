package de.kreislaufstadt.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.journey.City;
import de.kreislaufstadt.support.Keycloak;
import de.kreislaufstadt.support.KeycloakRealm;
import de.kreislaufstadt.support.KeycloakRealm.Person;
import de.kreislaufstadt.support.ProviderBrowser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real identity provider at the end of a way that can be slow, and the people who sign in with it at the first node. */
final class SlowProvider implements AutoCloseable {

    static final String CLAIM = "amt-wfm";

    /** More than the places that a node has for staff and everybody, with those who wait for them. */
    static final int ARRIVALS = 150;

    /** What is waited for at most, which is less than what the provider takes. */
    static final Duration TOLD = Duration.ofSeconds(20);

    private static final String OWN_PAGE = "/camunda/api/kreislaufstadt/mail";
    private static final String SAID = "Die Anmeldung Ihrer Stadt antwortet nicht";
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private final int port = City.freePort();
    private final Wire wire = new Wire(port);
    private final KeycloakRealm realm;
    private final String application;
    private Keycloak keycloak;

    /** @param applicationPort of the first node */
    SlowProvider(int applicationPort) {
        application = "http://localhost:" + applicationPort;
        realm = KeycloakRealm.of(
                "stadt", application, Map.of("wfm-keycloak", new Person(Cluster.MUNICIPALITY, List.of(CLAIM))));
    }

    /** @return what an operator sets on every node; nobody asks the provider before it is needed */
    Map<String, String> settings() {
        String key = "KREISLAUFSTADT_SIGNIN_PROVIDERS_STADT_";
        return Map.of(
                "KREISLAUFSTADT_SIGNIN_RECHECK",
                "PT2S",
                key + "ISSUER",
                "http://localhost:" + wire.port() + "/realms/" + realm.name(),
                key + "CLIENTID",
                KeycloakRealm.CLIENT,
                key + "CLIENTSECRET",
                realm.secret(),
                key + "LABEL",
                "Amtskonto",
                key + "MUNICIPALITY",
                Cluster.MUNICIPALITY);
    }

    /** Starts it and does not wait for it. */
    void start() {
        if (keycloak == null) {
            keycloak = Keycloak.starting(port, wire.port(), List.of(realm));
        }
    }

    Wire wire() {
        return wire;
    }

    /** @return somebody who has signed in with it */
    ProviderBrowser signedIn() {
        start();
        keycloak.awaitReady();
        ProviderBrowser browser = new ProviderBrowser(application);
        browser.signIn(realm, "wfm-keycloak");
        assertThat(browser.get(OWN_PAGE).statusCode()).as("signed in").isEqualTo(200);
        return browser;
    }

    /** Waits until people can sign in again. */
    void awaitSignIn() {
        await("signing in")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(() -> {
                    signedIn();
                    return true;
                });
    }

    /** @return the longest time that somebody with a session waits for a page of theirs, asked for one after the other */
    static Duration longestPage(ProviderBrowser browser, List<Future<Duration>> until) {
        Duration longest = Duration.ZERO;
        while (until.stream().anyMatch(arrival -> !arrival.isDone())) {
            Instant begin = Instant.now();
            assertThat(browser.get(OWN_PAGE).statusCode())
                    .as("page of a session")
                    .isEqualTo(200);
            Duration page = Duration.between(begin, Instant.now());
            longest = page.compareTo(longest) > 0 ? page : longest;
        }
        return longest;
    }

    /** Many people at the provider's page. @return what each does next: come back, and wait for an answer, for how long is told */
    List<Callable<Duration>> cameBack() {
        return Stream.generate(this::personAway).limit(ARRIVALS).toList();
    }

    static Duration longest(List<Future<Duration>> arrivals) throws InterruptedException, ExecutionException {
        Duration longest = Duration.ZERO;
        for (Future<Duration> arrival : arrivals) {
            longest = arrival.get().compareTo(longest) > 0 ? arrival.get() : longest;
        }
        return longest;
    }

    /** Brings a code with which the node has to ask the provider. */
    private Callable<Duration> personAway() {
        ProviderBrowser browser = new ProviderBrowser(application);
        String there = browser.get("/anmelden/bei/" + realm.name())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Matcher state = STATE.matcher(there);
        assertThat(state.find()).as(there).isTrue();
        return () -> {
            Instant begin = Instant.now();
            HttpResponse<String> answer =
                    browser.get("/anmelden/antwort/" + realm.name() + "?code=any&state=" + state.group(1));
            assertThat(answer.body()).contains(SAID);
            assertThat(answer.statusCode()).isEqualTo(503);
            return Duration.between(begin, Instant.now());
        };
    }

    static ExecutorService people() {
        return Executors.newFixedThreadPool(ARRIVALS);
    }

    @Override
    public void close() throws java.io.IOException {
        wire.close();
        if (keycloak != null) {
            keycloak.close();
        }
    }
}
