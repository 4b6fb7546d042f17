package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The page "Verwaltung": municipalities with the editor of their file, and the matrix of rights. */
abstract class AdministratorOnTheirPage {

    @Test
    void readsTheRightsAndIsToldWhatIsWrongInAFileBeforeAnythingChanges(Workplace workplace) {
        SignIn signIn = workplace.signIn("tasklist");
        signIn.as("admin");
        Page page = signIn.page();
        page.navigate(workplace.city().address("/camunda/app/tasklist/default/#/verwaltung?bereich=rights"));
        Locator admin = page.locator(".ks-admin");
        assertThat(admin.getByRole(AriaRole.TABLE).first()).isVisible();
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        HandbookPictures.takePage(page, admin, "rechte");
        Screenshots.take(page, "verwaltung-rechte");

        admin.getByRole(AriaRole.TAB, named("Kommunen")).click();
        assertThat(admin.getByRole(AriaRole.COLUMNHEADER, named("Bundesland"))).isVisible();
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        assertThat(German.leftovers(admin)).isEmpty();
        HandbookPictures.takePage(page, admin, "kommunen");
        Screenshots.take(page, "verwaltung-kommunen");

        admin.getByRole(AriaRole.BUTTON, named("Neue Kommune")).click();
        Locator file = admin.getByLabel("Datei der Kommune (YAML)");
        String template = file.inputValue();
        refused(admin, template.replace("  name: Neue Stadt", "  name: \"Neue Stadt"), "Zeile ");
        refused(admin, template.replace("  name: Neue Stadt", "  name: Neue Stadt\n  farbe: rot"), "Zeile 6", "farbe");
        refused(admin, template.replace("federalState: NW", "federalState: XX"), "Zeile 9", "„XX“ ist nicht erlaubt");
        refused(
                admin,
                template.replace(
                                "roles: [ECONOMIC_DEVELOPMENT]",
                                "roles: [ECONOMIC_DEVELOPMENT], validUntil: 2099-12-31, successor: klima")
                        .replace(
                                "roles: [CLIMATE_UNIT, MODERATION]",
                                "roles: [CLIMATE_UNIT, MODERATION], validUntil: 2099-12-31, successor: wirtschaft"),
                "die Nachfolge führt im Kreis");
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        Screenshots.takeWhole(page, admin, "verwaltung-datei-zurueckgewiesen");

        file.fill(template);
        admin.getByRole(AriaRole.BUTTON, named("Prüfen")).click();
        assertThat(admin.getByText("Neu angelegt würde: Neue Stadt")).isVisible();
        assertThat(admin.getByRole(AriaRole.BUTTON, named("Anwenden"))).isVisible();
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        HandbookPictures.takePage(page, admin, "kommune-pruefen");
        admin.getByRole(AriaRole.BUTTON, named("Zurück zur Liste")).click();
        assertThat(admin.getByRole(AriaRole.BUTTON, named("Neue Stadt"))).hasCount(0);
        page.context().close();
    }

    private static void refused(Locator admin, String file, String... words) {
        admin.getByLabel("Datei der Kommune (YAML)").fill(file);
        admin.getByRole(AriaRole.BUTTON, named("Prüfen")).click();
        for (String word : words) {
            assertThat(admin.getByRole(AriaRole.ALERT)).containsText(word);
        }
        assertThat(admin.getByLabel("Datei der Kommune (YAML)")).isFocused();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
