package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of managers in Cockpit: what all tests of them look at and by which means. */
abstract class CockpitView {

    static final String PAGE = ".ks-page";

    /** Above our pages stands Camunda's line, below them its footer. */
    private static final int AROUND = 130;

    private static final int TALLEST = 7_000;

    @Autowired
    CockpitRoom room;

    @Autowired
    JdbcClient jdbc;

    /** @return the page at an address like {@code zeitachse}, in the window of somebody who has signed in */
    Page opened(String user, String path) {
        return loaded(room.opens(user, path));
    }

    /** @return the same for somebody who reads English */
    Page openedInEnglish(String user, String path) {
        return loaded(room.opensInEnglish(user, path));
    }

    private static Page loaded(CockpitPage shown) {
        assertThat(shown.part(".ks-loading")).hasCount(0);
        return shown.page();
    }

    /** German throughout, nothing that axe-core finds, and a picture of the whole page for the eyes of people. */
    void isFineToRead(Page page, String picture) {
        pictured(page, picture);
        assertThat(German.leftovers(page.locator(PAGE).innerText())).isEmpty();
        assertThat(Accessibility.violations(page, PAGE)).isEmpty();
    }

    /** The page scrolls inside the window: the window grows for the picture. */
    void pictured(Page page, String name) {
        int height = (int) page.locator(PAGE).evaluate("page => page.scrollHeight");
        page.setViewportSize(Browser.WIDTH, Math.min(TALLEST, Math.max(Browser.HEIGHT, height + AROUND)));
        Screenshots.take(page, name);
        page.setViewportSize(Browser.WIDTH, Browser.HEIGHT);
    }

    /** Opens the table behind a chart the way somebody without a mouse does. @return its rows as texts of their cells */
    static List<List<String>> tableBehind(Page page, String chart) {
        Locator figure = page.locator(PAGE + " figure.ks-chart").filter(new Locator.FilterOptions().setHasText(chart));
        assertThat(figure.locator(".ks-chart-drawing svg").first()).isVisible();
        figure.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(figure.locator("tbody tr").first()).isVisible();
        return rows(figure);
    }

    /** @return rows of the only table in a place */
    @SuppressWarnings("unchecked")
    static List<List<String>> rows(Locator place) {
        return (List<List<String>>) place.locator("tbody tr")
                .evaluateAll("rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
