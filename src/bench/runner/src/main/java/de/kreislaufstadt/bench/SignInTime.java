package de.kreislaufstadt.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * From the address of a list to its first task on the screen, signing in on the way: a browser that has never been there, the
 * product and stock in turns, with as many tasks in both.
 */
final class SignInTime {

    private static final int ROUNDS = 10;
    private static final int WARM_UP = 2;
    private static final double AS_STOCK = 2;
    private static final String FIRST_TASK = "ol.tasks-list li.task";

    /** The sign-in of the product is a page, that of stock a form inside Tasklist. */
    private static final String NAME = "input[name=name], input[name=username], input[placeholder=Username]";

    private static final String PASSWORD = "input[type=password]";

    private final Figures figures;

    SignInTime(Figures figures) {
        this.figures = figures;
    }

    void measure(City product, City stock, String secret) {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(options(playwright))) {
            rounds(browser, List.of(product, stock), secret, WARM_UP, new Figures());
            rounds(browser, List.of(product, stock), secret, ROUNDS, figures);
        }
    }

    private static void rounds(Browser browser, List<City> cities, String secret, int rounds, Figures figures) {
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < cities.size(); turn++) {
                Candidate clerk = cities.get((round + turn) % cities.size()).clerk();
                try (BrowserContext fresh = browser.newContext()) {
                    Page page = fresh.newPage();
                    figures.time(name(clerk.name()), () -> signIn(page, clerk, secret));
                }
            }
        }
    }

    private static void signIn(Page page, Candidate clerk, String secret) {
        page.navigate(clerk.tasklist().address("/camunda/app/tasklist/default/#/?filter=" + clerk.filter()));
        page.locator(NAME).first().fill(clerk.user());
        page.locator(PASSWORD).first().fill(secret);
        page.locator(PASSWORD).first().press("Enter");
        page.locator(FIRST_TASK).first().waitFor();
    }

    private static LaunchOptions options(Playwright playwright) {
        Path browser = Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        playwright.chromium().executablePath())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: install it or name it in CHROMIUM"));
        return new LaunchOptions()
                .setExecutablePath(browser)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }

    void judge(City product, City stock, Bars bars) {
        bars.atMost(
                "sign-in to the first task in the browser: as long as stock, times",
                figures.median(name(product.clerk().name()))
                        / figures.median(name(stock.clerk().name())),
                AS_STOCK,
                "x");
    }

    private static String name(String candidate) {
        return "sign-in to the first task in the browser, " + candidate;
    }
}
