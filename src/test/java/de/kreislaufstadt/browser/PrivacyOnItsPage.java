package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The tab "Datenschutz": a person is found, told about, restricted, released and deleted. */
abstract class PrivacyOnItsPage {

    private static final String NAME = "Probeperson Qzxwalk";

    @Test
    void aPersonIsFoundRestrictedReleasedAndDeleted(Workplace workplace) {
        assertThat(workplace
                        .desk("wfm")
                        .proposes(Examples.of("propose-measure", PrivacyOnItsPage::naming))
                        .status())
                .isEqualTo(200);
        SignIn signIn = workplace.signIn("tasklist");
        signIn.as("admin");
        Page page = signIn.page();
        page.navigate(workplace.city().address("/camunda/app/tasklist/default/#/verwaltung?bereich=privacy"));
        Locator tab = page.getByRole(AriaRole.TABPANEL);

        button(tab, "Suchen").click();
        assertThat(tab.getByRole(AriaRole.ALERT).first()).containsText("Geben Sie mindestens eine Angabe ein");
        tab.getByLabel("Namen").fill(NAME);
        button(tab, "Suchen").click();
        Locator found = tab.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("Daten einer Person"))
                .last();
        assertThat(found).containsText("Steckbrief der Maßnahme");
        assertThat(found).containsText("nur der Name stimmt überein");
        assertThat(found.getByRole(AriaRole.CHECKBOX).first()).not().isChecked();
        assertThat(found).not().containsText("measure_version");
        assertThat(German.leftovers(tab)).isEmpty();
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        Screenshots.takeWhole(page, tab, "80-datenschutz");

        Locator dialog = page.getByRole(AriaRole.DIALOG);
        button(tab, "Verarbeitung einschränken").click();
        button(dialog, "Verarbeitung einschränken").click();
        assertThat(dialog).containsText("Geben Sie einen Grund an");
        dialog.getByLabel("Grund").fill("Widerspruch");
        button(dialog, "Verarbeitung einschränken").click();
        assertThat(tab).containsText("Diese Daten sind gesperrt: Widerspruch");
        button(tab, "Aufheben").click();
        assertThat(tab).containsText("Nichts ist gesperrt.");

        button(tab, "Person löschen").click();
        assertThat(tab).containsText("Kreuzen Sie zuerst an");
        found.getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
        button(tab, "Person löschen").click();
        assertThat(dialog).containsText("Das verschwindet:");
        button(dialog, "Endgültig löschen").click();
        assertThat(dialog).containsText("Bestätigen Sie zuerst");
        Screenshots.take(page, "81-person-loeschen");
        assertThat(Accessibility.violations(page, ".ks-dialog")).isEmpty();
        dialog.getByRole(AriaRole.CHECKBOX).check();
        button(dialog, "Endgültig löschen").click();
        assertThat(tab).containsText("Das ist geschehen:");
        Screenshots.takeWhole(page, tab, "82-person-geloescht");
        button(tab, "Suchen").click();
        assertThat(tab).containsText("ist in Stadt Münster nichts gespeichert");
    }

    private static void naming(ObjectNode form) {
        form.withObject("/outline").put("description", "Angeregt von " + NAME);
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
