package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.journey.City;

/** Cockpit, as a manager sees it. */
final class Cockpit {

    private final City city;
    private final Page page;

    Cockpit(City city, Page page) {
        this.city = city;
        this.page = page;
    }

    Page page() {
        return page;
    }

    Locator dashboard() {
        return page.locator(".site-wrap, .dashboard").first();
    }

    void opensProcesses() {
        page.navigate(city.address("/camunda/app/cockpit/default/#/processes"));
        assertThat(processes().first()).isVisible();
    }

    void opensTasks() {
        page.navigate(city.address("/camunda/app/cockpit/default/#/tasks"));
        assertThat(page.getByText("Zuweisungen nach Gruppe")).isVisible();
    }

    /** Opens the menu of what does not fit into the line at the top. */
    void opensMore() {
        page.locator("[cam-widget-header]").getByText("Mehr").first().click();
    }

    /** @return the rows of the list of deployed processes */
    Locator processes() {
        return page.locator("table tbody tr");
    }

    void opensProcess(String name) {
        page.locator("table")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        assertThat(page.locator(".djs-container svg").first()).isVisible();
    }

    /** @return the list of running instances of the open process */
    Locator instances() {
        return page.locator("table tbody");
    }

    void opensInstanceOf(String number) {
        page.locator("table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(number))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
    }

    Locator diagramElement(String id) {
        return page.locator(".djs-container [data-element-id='" + id + "']").first();
    }

    String visibleText() {
        return page.locator("body").innerText();
    }
}
