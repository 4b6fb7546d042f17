package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A dialog of ours above the page. Fields are found by what people read above them. */
final class ActionDialog {

    private final Page page;
    private final Locator place;

    ActionDialog(Page page) {
        this.page = page;
        this.place = page.locator("dialog.ks-dialog");
        assertThat(place).isVisible();
    }

    Locator place() {
        return place;
    }

    /** Looks at all of it: German, without barriers; and takes a picture. */
    ActionDialog isFitForUse(String picture) {
        Screenshots.take(page, picture);
        assertThat(German.leftovers(place)).isEmpty();
        assertThat(Accessibility.violations(page, "dialog.ks-dialog")).isEmpty();
        return this;
    }

    Locator field(String label) {
        return place.getByLabel(labelled(label));
    }

    ActionDialog writes(String label, String value) {
        field(label).fill(value);
        return this;
    }

    ActionDialog chooses(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    /** Chooses one of several ways by the beginning of its words. */
    ActionDialog ticks(String way) {
        place.getByLabel(Pattern.compile("^\\s*" + way)).check();
        return this;
    }

    ActionDialog presses(String button) {
        place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
        return this;
    }

    /** Sends what was entered and leaves open what comes of it. */
    ActionDialog accepts() {
        place.locator("button[type=submit]").click();
        return this;
    }

    /** @return what stands below a field because its value was refused */
    Locator problemAt(String label) {
        return place.locator(".ks-field")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel(labelled(label))))
                .locator(".ks-field-error");
    }

    /** Required fields have an asterisk, others say that they are not. */
    private static Pattern labelled(String label) {
        return Pattern.compile("^" + label + "( \\(freiwillig\\))?( \\*)?$");
    }
}
