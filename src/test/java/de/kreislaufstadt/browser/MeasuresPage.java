package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page "Maßnahmen" in Tasklist: the list, and one measure of it. */
final class MeasuresPage {

    private final Tasklist tasklist;
    private final Locator place;

    MeasuresPage(Tasklist tasklist) {
        this.tasklist = tasklist;
        this.place = tasklist.page().locator(".ks-measures");
        assertThat(place.getByRole(AriaRole.TABLE).first()).isVisible();
    }

    Page page() {
        return tasklist.page();
    }

    Locator place() {
        return place;
    }

    MeasuresPage searches(String words) {
        place.getByLabel("Maßnahme suchen").fill(words);
        return this;
    }

    Locator rows() {
        return place.locator("tbody tr");
    }

    MeasuresPage opens(String number) {
        place.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(number).setExact(true))
                .click();
        assertThat(heading()).containsText(number);
        assertThat(section("Verlauf")).isVisible();
        return this;
    }

    Locator heading() {
        return place.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1));
    }

    Locator section(String name) {
        return section(place, name);
    }

    /** @return the part of a measure's page, or of a task's tab about it, with this heading */
    static Locator section(Locator place, String name) {
        return place.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(place.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(name)
                                                .setLevel(2))));
    }

    Locator changeButton() {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Angaben ändern"));
    }

    /** Begins a change of the measure's record. @return the form of the task that this opens */
    OpenForm changesDetails() {
        return tasklist.waitForForm(".*/form/task/[^/]+$", () -> changeButton().click());
    }
}
