package de.kreislaufstadt.browser;

import com.microsoft.playwright.Page;
import de.kreislaufstadt.support.ManyMeasures;
import de.kreislaufstadt.support.PastYear;
import de.kreislaufstadt.support.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** A city with {@link ManyMeasures#USUAL} measures in all phases, and a browser in which managers look at them. */
@TestComponent
class CockpitRoom {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";

    private final ManyMeasures measures;
    private final PastYear pastYear;
    private final Environment environment;
    private final Map<String, Page> windows = new HashMap<>();
    private final Map<String, Tasklist> tasklists = new HashMap<>();
    private List<String> numbers;
    private Browser browser;

    CockpitRoom(ManyMeasures measures, PastYear pastYear, Environment environment) {
        this.measures = measures;
        this.pastYear = pastYear;
        this.environment = environment;
    }

    /** @return numbers of the city's measures; they arrive when the first test asks for them */
    List<String> numbers() {
        if (numbers == null) {
            numbers = measures.arrive(ManyMeasures.USUAL);
            pastYear.goesBy();
        }
        return numbers;
    }

    /** @return Cockpit's first page in a window of somebody who has just signed in */
    Page cockpitOf(String user) {
        return cockpitOf(user, "de-DE", "Benutzername", "Passwort");
    }

    /** @return the same in the browser of somebody who reads English */
    Page englishCockpitOf(String user) {
        return cockpitOf(user, "en-GB", "User name", "Password");
    }

    private Page cockpitOf(String user, String locale, String name, String password) {
        numbers();
        return signedIn(COCKPIT + "dashboard", user, locale, name, password);
    }

    /** @return a page of Cockpit in the window in which this person signed in before, e.g. {@code massnahmen} */
    CockpitPage opens(String user, String path) {
        return shown(windows.computeIfAbsent(user, this::cockpitOf), path);
    }

    /** @return the same in the browser of somebody who reads English */
    CockpitPage opensInEnglish(String user, String path) {
        return shown(windows.computeIfAbsent("english " + user, key -> englishCockpitOf(user)), path);
    }

    /** @return the Tasklist of somebody who has signed in there before */
    Tasklist tasklist(String user) {
        return tasklists
                .computeIfAbsent(
                        user,
                        key -> new Tasklist(
                                this::root,
                                signedIn("/camunda/app/tasklist/default/", user, "de-DE", "Benutzername", "Passwort")))
                .fresh();
    }

    private Page signedIn(String path, String user, String locale, String name, String password) {
        Page page = browser().open(locale);
        page.navigate(root(path));
        page.getByLabel(name).fill(user);
        page.getByLabel(password).fill(TestDatabase.PASSWORD);
        page.getByLabel(password).press("Enter");
        // The first to come waits for everything that Cockpit brings with it.
        page.locator("li.account").waitFor();
        return page;
    }

    /** A change of the address behind its # would keep what the page has loaded. */
    private CockpitPage shown(Page page, String path) {
        page.navigate("about:blank");
        page.navigate(address(path));
        return new CockpitPage(page);
    }

    /** @return the address of a page of Cockpit, e.g. of {@code massnahmen} */
    String address(String path) {
        return root(COCKPIT + path);
    }

    /** @return a window of somebody who is not signed in anywhere */
    Page visits(String locale) {
        return browser().open(locale);
    }

    /** @return a window of somebody who lets no page run a script */
    Page visitsWithoutScripts() {
        return browser().openWithoutScripts();
    }

    /** @return the address of a page of the application */
    String root(String path) {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port") + path;
    }

    private Browser browser() {
        if (browser == null) {
            browser = Browser.launch();
        }
        return browser;
    }

    /** The browser ends with the tests; when the process ends, its driver would not answer any more. */
    void close() {
        if (browser != null) {
            browser.close();
        }
    }
}
