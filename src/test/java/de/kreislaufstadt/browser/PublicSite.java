package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.Releasing.Live;
import de.kreislaufstadt.support.TableOwner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The public pages as somebody without an account sees them: at a desk, on a phone, with the keyboard, on paper. */
abstract class PublicSite extends PublicCity {

    private static final String STOPS = """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, [tabindex="0"]')]
              .filter(e => e.checkVisibility()).length""";

    /** What has the focus without a ring around it, or outside of the window. */
    private static final String UNSEEN_FOCUS = """
            () => {
              const e = document.activeElement, ring = getComputedStyle(e), box = e.getBoundingClientRect();
              const seen = e !== document.body && ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2
                && box.bottom > 0 && box.top < innerHeight;
              return seen ? null : e.outerHTML.slice(0, 200);
            }""";

    static List<PublicLook> looks() {
        return List.of(
                new PublicLook("overview", "/muenster"),
                new PublicLook("overview-english", "/muenster?sprache=en"),
                new PublicLook("search", "/muenster?feld=ENERGY&q=solar"),
                new PublicLook("measure", MEASURE),
                new PublicLook("measure-english", MEASURE + "?sprache=en"),
                new PublicLook("measure-bare", "/muenster/massnahmen/solar-auf-daechern"),
                new PublicLook("versions", MEASURE + "/fassungen"),
                new PublicLook("version", MEASURE + "/fassungen/2"),
                new PublicLook("question", MEASURE + "/frage"),
                new PublicLook("question-english", MEASURE + "/frage?sprache=en"),
                new PublicLook("question-sent", MEASURE + "/frage?gesendet"),
                new PublicLook("data", "/muenster/daten"),
                new PublicLook("explorer", "/api"),
                new PublicLook("explorer-english", "/api?sprache=en"),
                new PublicLook("accessibility", "/muenster/barrierefreiheit"),
                new PublicLook("easy-language", "/muenster/leichte-sprache"),
                new PublicLook("privacy", "/muenster/datenschutz"),
                new PublicLook("imprint", "/muenster/impressum"));
    }

    @Test
    void everyPageIsReadAtADeskAndOnAPhone() {
        Page page = room.visits("de-DE");
        List<String> asked = new ArrayList<>();
        List<String> said = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> said.add(message.text()));
        page.setViewportSize(PublicLook.DESK, 900);
        for (PublicLook look : looks()) {
            page.navigate(room.root(look.address()));
            assertThat(said).as(look.name()).isEmpty();
            look.isFine(page);
            said.clear();
        }
        assertThat(asked).allMatch(address -> address.startsWith(room.root("/")));
        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("() => document.cookie + localStorage.length + sessionStorage.length"))
                .isEqualTo("00");
    }

    @Test
    void nothingIsMissingWithoutScripts() {
        Page with = room.visits("de-DE");
        Page without = room.visitsWithoutScripts();
        PublicLook.areTheSame(looks(), with, without, room);
        without.navigate(room.root("/muenster"));
        without.locator("#feld").selectOption("ENERGY");
        without.getByText("Anzeigen").click();
        assertThat(without.url()).contains("feld=ENERGY");
        assertThat(without.locator("h3").allInnerTexts()).anyMatch(title -> title.contains("Solar"));
    }

    @Test
    void whatCannotBeShownIsSaidInWords() {
        Page page = room.visits("de-DE");
        page.setViewportSize(PublicLook.DESK, 900);
        page.navigate(room.root("/muenster/massnahmen/nichts"));
        assertThat(page.locator("h1").innerText()).isEqualTo("Diese Seite gibt es nicht");
        new PublicLook("not-found", "/muenster/massnahmen/nichts").isFine(page);
        TableOwner owner = new TableOwner(environment);
        owner.hidesStamps();
        try {
            page.navigate(room.root(MEASURE));
        } finally {
            owner.showsStamps();
        }
        assertThat(page.locator("h1").innerText()).isEqualTo("Gerade nicht erreichbar");
        new PublicLook("unavailable", MEASURE).isFine(page);
        page.navigate(room.root("/muenster"));
        page.evaluate("() => { const f = document.querySelector('form'); f.method = 'post'; f.submit(); }");
        page.waitForCondition(() -> page.locator("h1").innerText().equals("So lässt sich diese Seite nicht aufrufen"));
        new PublicLook("only-read", "/muenster").isFine(page);
    }

    @Test
    void aDarkScreenAPageThatIsNotThereAndPaper() {
        Page page = room.visits("de-DE");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(room.root(MEASURE));
        assertThat(Accessibility.violations(page, "html")).isEmpty();
        Screenshots.take(page, "public-measure-dark");
        page.navigate(room.root("/muenster/massnahmen/nichts"));
        assertThat(Accessibility.violations(page, "html")).isEmpty();
        page.getByLabel("Suchwort").fill("solar");
        page.getByLabel("Suchwort").press("Enter");
        assertThat(page.locator("h3").allInnerTexts()).anyMatch(title -> title.contains("Solar"));
        page.navigate(room.root(MEASURE));
        PublicLook.fitsOnPaper(page);
        assertThat(page.locator("footer").isVisible()).isFalse();
        assertThat(page.getByText("Der Workshop wird vorbereitet").isVisible()).isTrue();
        Screenshots.takeAll(page, "public-measure-print");
        Screenshots.print(page, "public-measure");
    }

    @Test
    void theKeyboardIsEnough() {
        Page page = room.visits("de-DE");
        page.navigate(room.root(MEASURE));
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").innerText()).isEqualTo("English");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").innerText()).isEqualTo("Zum Inhalt");
        page.keyboard().press("Enter");
        assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("inhalt");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").innerText()).isEqualTo("Wirtschaft und Wissenschaft");
    }

    @Test
    void whereTheKeyboardIsCanAlwaysBeSeen() {
        Page page = room.visits("de-DE");
        for (String address : List.of("/muenster", MEASURE, MEASURE + "/fassungen/2", "/api", "/muenster/daten")) {
            page.navigate(room.root(address));
            int stops = ((Number) page.evaluate(STOPS)).intValue();
            assertThat(stops).as(address).isGreaterThan(5);
            for (int stop = 0; stop < stops; stop++) {
                page.keyboard().press("Tab");
                assertThat((String) page.evaluate(UNSEEN_FOCUS))
                        .as("%s, stop %d", address, stop)
                        .isNull();
            }
        }
    }

    @Test
    void aPublishedChangeIsVisibleAtOnce() {
        Page page = room.visits("de-DE");
        page.navigate(room.root(MEASURE));
        assertThat(page.getByText("31. März 2099").isVisible()).isTrue();
        transaction.executeWithoutResult(status -> releasing.live(
                CITY, List.of(new Live(measures.get(0), ReleasedExamples.inWorkshops(LocalDate.of(2099, 4, 1))))));
        page.reload();
        assertThat(page.getByText("1. April 2099").isVisible()).isTrue();
    }
}
