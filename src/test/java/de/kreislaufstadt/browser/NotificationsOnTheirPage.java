package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The page "Benachrichtigungen": how often and in which language people hear of their tasks. */
abstract class NotificationsOnTheirPage {

    private static final String OWN = "Für mich";
    private static final String MAILBOX = "Postfach Wirtschaftsförderung Münster GmbH";
    private static final String DAILY = "Tägliche Zusammenfassung: eine Mail je Arbeitstag";

    @Test
    void letPeopleChooseRhythmAndLanguage(Workplace workplace) {
        Tasklist clerk = workplace.tasklist("umwelt").fresh();
        Locator page = clerk.goesTo("Benachrichtigungen");
        assertThat(choice(page, OWN).getByLabel("Sofort: eine Mail für jeden Hinweis"))
                .isChecked();
        assertThat(page.getByRole(AriaRole.HEADING)).hasText(new String[] {"Benachrichtigungen", OWN});

        saves(choice(page, OWN), DAILY, "Englisch");
        page = clerk.fresh().goesTo("Benachrichtigungen");
        assertThat(choice(page, OWN).getByLabel(DAILY)).isChecked();
        assertThat(choice(page, OWN).getByLabel("Englisch")).isChecked();
        saves(choice(page, OWN), "Keine Mails", "Deutsch");
        assertThat(choice(clerk.fresh().goesTo("Benachrichtigungen"), OWN).getByLabel("Keine Mails"))
                .isChecked();
        assertThat(German.leftovers(page)).isEmpty();
        assertThat(Accessibility.violations(clerk.page(), ".ks-mail")).isEmpty();
    }

    @Test
    void letHeadsChooseForTheMailboxOfTheirDepartment(Workplace workplace) {
        Tasklist head = workplace.tasklist("wfm-head").fresh();
        Locator page = head.goesTo("Benachrichtigungen");
        assertThat(choice(page, MAILBOX)).containsText("Mails gehen an wfm@stadt-muenster.invalid.");

        saves(choice(page, MAILBOX), DAILY, "Deutsch");

        page = head.fresh().goesTo("Benachrichtigungen");
        assertThat(choice(page, MAILBOX).getByLabel(DAILY)).isChecked();
        assertThat(German.leftovers(page)).isEmpty();
        assertThat(Accessibility.violations(head.page(), ".ks-mail")).isEmpty();
        Screenshots.takeWhole(head.page(), page, "45-benachrichtigungen");
    }

    private static void saves(Locator choice, String rhythm, String language) {
        choice.getByLabel(rhythm).check();
        choice.getByLabel(language).check();
        choice.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Speichern"))
                .click();
        assertThat(choice.getByRole(AriaRole.STATUS)).hasText("Gespeichert.");
    }

    private static Locator choice(Locator page, String name) {
        return page.getByRole(AriaRole.FORM, new Locator.GetByRoleOptions().setName(name));
    }
}
