package de.kreislaufstadt.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import de.kreislaufstadt.support.Injections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A headless Chromium as it stands in a German office: German, Berlin time, a common screen. */
final class Browser implements AutoCloseable {

    static final int WIDTH = 1440;
    static final int HEIGHT = 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** As root there is no sandbox; the rest keeps the browser from talking to the world. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Tells of a script that a text brought into a page, and of one that the page's policy kept from running. */
    private static final String WATCH = """
            Object.defineProperty(window, '%1$s', { set: () => console.error('%1$s by ' + location.href) });
            addEventListener('securitypolicyviolation', (event) => {
              if (event.effectiveDirective.startsWith('script-src') && event.blockedURI === 'inline') {
                console.error('%1$s refused ' + event.sample + ' by ' + location.href);
              }
            });""".formatted(Injections.SCRIPT_MARK);

    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** @throws IllegalStateException with one line that says what to install, where no Chromium can be had */
    static Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Path executable = Chromium.provide(playwright);
            return new Browser(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new LaunchOptions()
                                    .setExecutablePath(executable)
                                    .setArgs(ARGUMENTS)));
        } catch (PlaywrightException e) {
            playwright.close();
            throw new IllegalStateException(Chromium.MISSING, e);
        } catch (IllegalStateException e) {
            playwright.close();
            throw e;
        }
    }

    /** @return an empty window of somebody who is not signed in anywhere */
    Page open() {
        return open("de-DE");
    }

    /** @param locale of a colleague whose browser has another language */
    Page open(String locale) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.addInitScript(WATCH);
        context.onConsoleMessage(message -> {
            if (message.text().startsWith(Injections.SCRIPT_MARK)) {
                ran.add(message.text());
            }
        });
        context.onRequest(request -> {
            if (request.url().endsWith("/x")) {
                ran.add("picture " + request.url());
            }
        });
        return context.newPage();
    }

    /** @return an empty window in which no page runs a script */
    Page openWithoutScripts() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("de-DE")
                .setJavaScriptEnabled(false)
                .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE.toMillis());
        return context.newPage();
    }

    /** @return what texts have made any window do since the last time this was asked */
    List<String> ran() {
        List<String> now = List.copyOf(ran);
        ran.removeAll(now);
        return now;
    }

    List<Page> windows() {
        return chromium.contexts().stream()
                .flatMap(context -> context.pages().stream())
                .toList();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
