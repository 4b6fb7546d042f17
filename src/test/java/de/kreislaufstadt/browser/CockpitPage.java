package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** One of our pages in Cockpit, open in somebody's window. */
final class CockpitPage {

    private static final String PLACE = ".ks-page";

    /** A page fills the window; a picture for the handbook ends where the page does. */
    private static final String AS_LONG_AS_WHAT_IS_ON_IT = "bottom: auto; max-width: 1040px; padding-bottom: 16px";

    private final Page page;
    private final Locator place;

    CockpitPage(Page page) {
        this.page = page;
        this.place = page.locator(PLACE);
        assertThat(place.locator("h1")).isVisible();
    }

    Page page() {
        return page;
    }

    Locator place() {
        return place;
    }

    /** @return what is selected on the page by a selector of style sheets */
    Locator part(String selector) {
        return place.locator(selector);
    }

    /** @return the row of a table that has this text in it */
    Locator row(String text) {
        return place.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /** @return the part of the page with this heading */
    Locator section(String heading) {
        return place.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))));
    }

    Locator button(String name) {
        return button(place, name);
    }

    static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Presses a button that opens a dialog. */
    ActionDialog asks(String button) {
        button(button).click();
        return new ActionDialog(page);
    }

    /** @return a field by what people read above it */
    Locator field(String label) {
        return place.getByLabel(labelled(label)).first();
    }

    /** @return what stands below a field because its value was refused */
    Locator problemAt(String label) {
        return place.locator(".ks-field")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel(labelled(label))))
                .first()
                .locator(".ks-field-error");
    }

    /** Required fields have an asterisk. */
    private static Pattern labelled(String label) {
        return Pattern.compile("^" + label.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0") + "( \\*)?$");
    }

    /** @return what says what has been done */
    Locator done() {
        return page.locator(".ks-done");
    }

    /** Looks at all of it: German, without barriers; and takes a picture. */
    CockpitPage isFitForUse(String picture) {
        Screenshots.take(page, picture);
        assertThat(German.leftovers(place)).isEmpty();
        assertThat(Accessibility.violations(page, PLACE)).isEmpty();
        return this;
    }

    /** The same in English, where these words are to be read; names of people and departments stay as they are. */
    CockpitPage isFitForEnglishReaders(String picture, String... words) {
        for (String each : words) {
            assertThat(place).containsText(each);
        }
        Screenshots.take(page, picture);
        assertThat(Accessibility.violations(page, PLACE)).isEmpty();
        return this;
    }

    /** Takes a picture for the handbook. */
    CockpitPage forTheHandbook(String picture) {
        place.evaluate("place => place.style.cssText = '" + AS_LONG_AS_WHAT_IS_ON_IT + "'");
        HandbookPictures.take(page, place, picture);
        place.evaluate("place => place.style.cssText = ''");
        return this;
    }
}
