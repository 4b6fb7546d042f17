package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.released.Releasing.Live;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The public pages as somebody without an account sees them: at a desk, on a phone, with the keyboard, on paper. */
abstract class PublicSite {

    private static final String CITY = "muenster";
    private static final String MEASURE = "/muenster/massnahmen/kreislaufstadt";
    private static final int PHONE = 360;

    /** What is left of a desk at 400 %. */
    private static final int ENLARGED = 320;

    private static final int HEAVIEST = 300_000;

    private static final String SHIFTS = """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => list.getEntries().forEach(shift => { sum += shift.value; }))
                .observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 0)));
            })""";

    private static final String WIDER_THAN_THE_SCREEN =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static final String HEADINGS =
            "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => Number(h.tagName[1]))";

    /** Targets people have to hit with a finger; links within a text may be as small as its lines. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('button, select, input:not([type=hidden]), footer a, .facets a, .language a')]
              .filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)""";

    /** Pictures come when somebody scrolls to them; here all of them come, and none is broken. */
    private static final String ALL_PICTURES = """
            () => Promise.all([...document.images].map(image => {
              image.loading = 'eager';
              return image.decode();
            }))""";

    @Autowired
    CockpitRoom room;

    @Autowired
    Releasing releasing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private List<UUID> measures;

    @BeforeEach
    void twoMeasuresArePublic() {
        room.numbers();
        measures = jdbc.sql("select id from measure where municipality_id = 'muenster' order by number limit 2")
                .query(UUID.class)
                .list();
        transaction.executeWithoutResult(status -> {
            releasing.release(CITY, measures.get(1), ReleasedExamples.bare(), Set.of("DECISION"));
            releasing.release(CITY, measures.get(0), ReleasedExamples.rich(), Set.of("DECISION"));
            releasing.release(CITY, measures.get(0), ReleasedExamples.rich(), Set.of("STATUS_REPORT"));
            releasing.live(
                    CITY, List.of(new Live(measures.get(0), ReleasedExamples.inWorkshops(LocalDate.of(2099, 3, 31)))));
            releasing.unpublished(CITY, 12);
        });
    }

    @AfterEach
    void nothingIsPublic() {
        for (String table : List.of("live", "version", "slug", "measure")) {
            jdbc.sql("delete from released_" + table + " where municipality_id = 'muenster'")
                    .update();
        }
    }

    @Test
    void everyPageIsReadAtADeskAndOnAPhone() {
        Page page = room.visits("de-DE");
        List<String> asked = new ArrayList<>();
        List<String> said = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> said.add(message.text()));
        for (Look look : List.of(
                new Look("overview", "/muenster"),
                new Look("search", "/muenster?feld=ENERGY&q=solar"),
                new Look("measure", MEASURE),
                new Look("measure-english", MEASURE + "?sprache=en"),
                new Look("measure-bare", "/muenster/massnahmen/solar-auf-daechern"),
                new Look("versions", MEASURE + "/fassungen"),
                new Look("version", MEASURE + "/fassungen/2"),
                new Look("accessibility", "/muenster/barrierefreiheit"),
                new Look("imprint", "/muenster/impressum"))) {
            page.setViewportSize(1280, 900);
            said.clear();
            page.navigate(room.root(look.address()));
            assertThat(said).as(look.name()).isEmpty();
            isFine(page, look);
            page.evaluate(ALL_PICTURES);
            assertThat(weight(page))
                    .as("bytes of %s with its pictures", look.name())
                    .isLessThanOrEqualTo(HEAVIEST);
            Screenshots.takeAll(page, "public-" + look.name());
            page.setViewportSize(ENLARGED, 800);
            assertThat(page.evaluate(WIDER_THAN_THE_SCREEN)).as(look.name()).isEqualTo(0);
            page.setViewportSize(PHONE, 800);
            assertThat((List<?>) page.evaluate(TOO_SMALL)).as(look.name()).isEmpty();
            Screenshots.takeAll(page, "public-" + look.name() + "-phone");
        }
        assertThat(asked).allMatch(address -> address.startsWith(room.root("/")));
        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("() => document.cookie + localStorage.length + sessionStorage.length"))
                .isEqualTo("00");
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
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("footer").isVisible()).isFalse();
        assertThat(page.getByText("Der Workshop wird vorbereitet").isVisible()).isTrue();
        Screenshots.takeAll(page, "public-measure-print");
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
    void aPublishedChangeIsVisibleAtOnce() {
        Page page = room.visits("de-DE");
        page.navigate(room.root(MEASURE));
        assertThat(page.getByText("31. März 2099").isVisible()).isTrue();
        transaction.executeWithoutResult(status -> releasing.live(
                CITY, List.of(new Live(measures.get(0), ReleasedExamples.inWorkshops(LocalDate.of(2099, 4, 1))))));
        page.reload();
        assertThat(page.getByText("1. April 2099").isVisible()).isTrue();
    }

    private record Look(String name, String address) {}

    private static void isFine(Page page, Look look) {
        assertThat(Accessibility.violations(page, "html")).as(look.name()).isEmpty();
        List<Integer> headings = levels(page);
        assertThat(headings).as(look.name()).startsWith(1);
        assertThat(headings.stream().filter(level -> level == 1))
                .as(look.name())
                .hasSize(1);
        for (int i = 1; i < headings.size(); i++) {
            assertThat(headings.get(i) - headings.get(i - 1))
                    .as("%s: step down to heading %d", look.name(), i)
                    .isLessThanOrEqualTo(1);
        }
        assertThat(page.evaluate("() => document.documentElement.lang"))
                .isEqualTo(look.address().contains("sprache=en") ? "en" : "de");
        assertThat(page.evaluate("() => document.scripts.length")).as("scripts").isEqualTo(0);
        assertThat(((Number) page.evaluate(SHIFTS)).doubleValue())
                .as("what jumps")
                .isZero();
        assertThat(weight(page)).as("bytes of %s", look.name()).isLessThanOrEqualTo(HEAVIEST);
    }

    private static List<Integer> levels(Page page) {
        return ((List<?>) page.evaluate(HEADINGS))
                .stream().map(level -> ((Number) level).intValue()).toList();
    }

    /** @return bytes of the page and of all it brings along, as they came over the wire or would have */
    private static int weight(Page page) {
        return ((Number) page.evaluate("""
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)""")).intValue();
    }
}
