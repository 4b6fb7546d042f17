package de.kreislaufstadt.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import de.kreislaufstadt.journey.City;
import de.kreislaufstadt.journey.Desk;
import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.ProviderBrowser;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A city on the packaged application, and its people in front of their screens. */
final class Workplace implements ExtensionContext.Store.CloseableResource {

    private static final Path CITY = Path.of("src/test/resources/browser/muenster.yaml");
    private static final Path ASSOCIATION = Path.of("src/test/resources/browser/verbund");
    private static final Path SECOND_CITY = Path.of("src/test/resources/browser/musterhausen.yaml");

    /** An element that only a text could have brought, an expression that was computed. */
    private static final String READ = """
            () => [
              ...document.querySelectorAll('img[src=x], svg[onload], a[href^=javascript]')].map(e => e.outerHTML).concat(
              document.body.innerText.match(/(?<![\\w-])%s(?![\\w-])/) ?? [])""".formatted(Injections.COMPUTED);

    private static final double PATIENCE_MILLIS = 20_000;

    private final City city;
    private final Browser browser;
    private final Optional<TwoProviders> providers;
    private final int port;
    private final Map<String, Tasklist> tasklists = new HashMap<>();

    private Workplace(City city, Browser browser, Optional<TwoProviders> providers, int port) {
        this.city = city;
        this.browser = browser;
        this.providers = providers;
        this.port = port;
    }

    /** A city of its own in which people have local accounts. */
    static Workplace open() {
        int port = City.freePort();
        return open(port, Optional.empty(), Map.of("SERVER_PORT", String.valueOf(port)));
    }

    /** The same with two cities, each of which has an identity provider. */
    static Workplace openWithProviders() {
        int port = City.freePort();
        // Their server is ready by the time somebody signs in with them.
        TwoProviders providers = TwoProviders.starting(port);
        return open(port, Optional.of(providers), providers.settings(port, CITY, SECOND_CITY));
    }

    /** The association with three of its cities; people have local accounts. */
    static Workplace openWithAssociation() {
        int port = City.freePort();
        String files = Stream.of("verbund", "bottrop", "karlsruhe", "oldenburg")
                .map(name ->
                        ASSOCIATION.resolve(name + ".yaml").toAbsolutePath().toString())
                .collect(Collectors.joining(","));
        return open(
                port,
                Optional.empty(),
                Map.of("SERVER_PORT", String.valueOf(port), "KREISLAUFSTADT_MUNICIPALITIES", files));
    }

    private static Workplace open(int port, Optional<TwoProviders> providers, Map<String, String> settings) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Browser browser = Browser.launch();
        try {
            return new Workplace(City.open(CITY, settings), browser, providers, port);
        } catch (RuntimeException | AssertionError e) {
            providers.ifPresent(started -> started.keycloak().close());
            browser.close();
            throw e;
        }
    }

    /** @return the Tasklist of somebody who has signed in before: of a clerk ("wfm") or a head ("wfm-head") */
    Tasklist tasklist(String place) {
        return tasklists.computeIfAbsent(place, key -> {
            SignIn signIn = signIn("tasklist");
            signIn.as(desk(key).user());
            return new Tasklist(city::address, signIn.page());
        });
    }

    /** @return the Tasklist of somebody with an English browser, in a window of its own */
    Tasklist englishTasklist(String place) {
        Page page = browser.open("en-GB");
        page.navigate(city.address("/camunda/app/tasklist/default/"));
        page.getByLabel("User name").fill(desk(place).user());
        page.getByLabel("Password").fill(city.passwordOf(desk(place).user()));
        page.getByLabel("Password").press("Enter");
        Tasklist tasklist = new Tasklist(city::address, page);
        PlaywrightAssertions.assertThat(tasklist.lists().first()).isVisible();
        return tasklist.fresh();
    }

    /** @return the sign-in page in a fresh window of somebody who wants to open a web application */
    SignIn signIn(String application) {
        Page page = browser.open();
        page.navigate(city.address("/camunda/app/" + application + "/default/"));
        return new SignIn(city, page);
    }

    /** @return a page of the application in a fresh window of somebody who has never been there, whatever host its address names */
    Page visits(String address) {
        Page page = browser.open();
        page.navigate(city.address(URI.create(address).getRawPath()));
        return page;
    }

    /** @return the desk at which the same person works over REST, for steps a test is not about */
    Desk desk(String place) {
        return city.desk(place);
    }

    /** @return what somebody's text has made a browser do since the last time this was asked, or has left in an open window */
    List<String> whatRan() {
        Stream<String> left = browser.windows().stream()
                .filter(page -> page.url().startsWith("http"))
                .flatMap(page -> ((List<?>) page.evaluate(READ)).stream().map(found -> found + " in " + page.url()));
        return Stream.concat(browser.ran().stream(), left).toList();
    }

    /** @return the same, without a look into the windows */
    List<String> whatHasRun() {
        return browser.ran();
    }

    /** Takes a picture of every open window. */
    void photograph(String name) {
        int window = 1;
        for (Page page : browser.windows()) {
            Screenshots.take(page, name + "-" + window++);
        }
    }

    City city() {
        return city;
    }

    /** @return the identity providers, once their server answers */
    TwoProviders providers() {
        TwoProviders started = providers.orElseThrow();
        started.keycloak().awaitReady();
        return started;
    }

    /** @return a browser without a screen, signed in nowhere */
    ProviderBrowser providerBrowser() {
        return new ProviderBrowser("http://localhost:" + port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        providers.ifPresent(started -> started.keycloak().close());
        browser.close();
    }
}
