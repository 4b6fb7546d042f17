package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.journey.City;

/** The sign-in page, to which a page of a web application has led. */
final class SignIn {

    private final City city;
    private final Page page;

    SignIn(City city, Page page) {
        this.city = city;
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** Signs in with the right password and waits for the person's name at the top. */
    void as(String user) {
        tries(user);
        assertThat(page.locator("li.account")).isVisible();
    }

    /** Sends name and right password and leaves open what comes of it. */
    void tries(String user) {
        page.getByLabel("Benutzername").fill(user);
        page.getByLabel("Passwort").fill(city.passwordOf(user));
        button().click();
    }

    Locator button() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Anmelden"));
    }

    /** @return what the page tells somebody it does not let in */
    Locator message() {
        return page.getByRole(AriaRole.ALERT);
    }
}
