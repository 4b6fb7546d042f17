package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;

/**
 * What every public page has to be, whoever reads it with whatever they have: light, still, plain, in order, and wide enough for
 * nobody's screen to scroll sideways.
 *
 * @param name of its pictures
 */
record PublicLook(String name, String address) {

    static final int DESK = 1280;

    /** A sheet of A4 at 96 dots to the inch. */
    private static final int PAPER = 794;

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
              .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)""";

    /** Pictures come when somebody scrolls to them; here all of them come, and none is broken. */
    private static final String ALL_PICTURES = """
            () => Promise.all([...document.images].map(image => {
              image.loading = 'eager';
              return image.decode();
            }))""";

    private static final String TABLES_WITHOUT_A_CAPTION =
            "() => [...document.querySelectorAll('table')].filter(t => !t.caption).map(t => t.outerHTML.slice(0, 200))";

    /** Opens all of them twice, with scripts and without. */
    static void areTheSame(List<PublicLook> looks, Page with, Page without, CockpitRoom room) {
        for (PublicLook look : looks) {
            with.navigate(room.root(look.address()));
            without.navigate(room.root(look.address()));
            assertThat(without.locator("body").innerText())
                    .as(look.name())
                    .isNotBlank()
                    .isEqualTo(with.locator("body").innerText());
        }
    }

    /** Looks at the page that is open in a window as wide as a desk, and leaves it so. */
    void isFine(Page page) {
        assertThat(Accessibility.violations(page, "html")).as(name).isEmpty();
        isInOrder(page);
        assertThat(page.evaluate("() => document.documentElement.lang"))
                .as(name)
                .isEqualTo(address.contains("sprache=en") ? "en" : "de");
        assertThat(page.evaluate("() => document.scripts.length"))
                .as("scripts of %s", name)
                .isEqualTo(0);
        assertThat(((Number) page.evaluate(SHIFTS)).doubleValue())
                .as("what jumps in %s", name)
                .isZero();
        page.evaluate(ALL_PICTURES);
        assertThat(weight(page)).as("bytes of %s with its pictures", name).isLessThanOrEqualTo(HEAVIEST);
        Screenshots.takeAll(page, "public-" + name);
        page.setViewportSize(ENLARGED, 800);
        assertThat(page.evaluate(WIDER_THAN_THE_SCREEN))
                .as("%s at 400 %%", name)
                .isEqualTo(0);
        page.setViewportSize(PHONE, 800);
        assertThat((List<?>) page.evaluate(TOO_SMALL)).as(name).isEmpty();
        assertThat(page.evaluate(WIDER_THAN_THE_SCREEN))
                .as("%s on a phone", name)
                .isEqualTo(0);
        Screenshots.takeAll(page, "public-" + name + "-phone");
        page.setViewportSize(DESK, 900);
    }

    /** Nothing of a page is lost beside the paper it is printed on. */
    static void fitsOnPaper(Page page) {
        page.setViewportSize(PAPER, 1100);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate(ALL_PICTURES);
        assertThat(page.evaluate(WIDER_THAN_THE_SCREEN)).as("beside the paper").isEqualTo(0);
    }

    private void isInOrder(Page page) {
        List<Integer> headings = ((List<?>) page.evaluate(HEADINGS))
                .stream().map(level -> ((Number) level).intValue()).toList();
        assertThat(headings).as(name).startsWith(1);
        assertThat(headings.stream().filter(level -> level == 1)).as(name).hasSize(1);
        for (int i = 1; i < headings.size(); i++) {
            assertThat(headings.get(i) - headings.get(i - 1))
                    .as("%s: step down to heading %d", name, i)
                    .isLessThanOrEqualTo(1);
        }
        assertThat((List<?>) page.evaluate(TABLES_WITHOUT_A_CAPTION)).as(name).isEmpty();
    }

    /** @return bytes of the page and of all it brings along, as they came over the wire or would have */
    private static int weight(Page page) {
        return ((Number) page.evaluate("""
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)""")).intValue();
    }
}
