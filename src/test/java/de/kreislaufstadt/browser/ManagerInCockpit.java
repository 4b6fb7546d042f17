package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Managers see in Cockpit where every measure stands; clerks have no business there. */
abstract class ManagerInCockpit {

    @Test
    void seesTheRunningProcessesWithDiagramAndMeasureNumber(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        SignIn signIn = workplace.signIn("cockpit");
        signIn.as("wfm-leitung");
        Cockpit cockpit = new Cockpit(workplace.city(), signIn.page());

        assertThat(cockpit.dashboard()).containsText("Laufende Prozessinstanzen");
        assertThat(cockpit.page().locator(".ce-eol-banner")).isHidden();
        Screenshots.take(cockpit.page(), "18-cockpit");
        assertThat(German.leftovers(cockpit.visibleText())).isEmpty();

        cockpit.opensProcesses();
        assertThat(cockpit.processes()).containsText(new String[] {"Maßnahme", "Status-quo-Erhebung"});
        Screenshots.take(cockpit.page(), "19-cockpit-prozesse");

        cockpit.opensProcess("Status-quo-Erhebung");
        assertThat(cockpit.diagramElement("analyse-stakeholders")).isVisible();
        assertThat(cockpit.instances()).containsText(number);
        Screenshots.take(cockpit.page(), "20-cockpit-prozess");
        assertThat(German.leftovers(cockpit.visibleText())).isEmpty();

        cockpit.opensInstanceOf(number);
        assertThat(cockpit.diagramElement("analyse-stakeholders")).isVisible();
        assertThat(cockpit.page().locator("body")).containsText(number);
        Screenshots.take(cockpit.page(), "21-cockpit-prozessinstanz");
        signIn.page().context().close();
    }

    @Test
    void readsWhoHasHowManyTasksByName(Workplace workplace) {
        MeasureOnItsWay.proposed(workplace);
        SignIn signIn = workplace.signIn("cockpit");
        signIn.as("wfm-leitung");
        Cockpit cockpit = new Cockpit(workplace.city(), signIn.page());

        cockpit.opensTasks();

        assertThat(cockpit.page().locator("body")).containsText("Stabsstelle Klima");
        assertThat(cockpit.visibleText()).doesNotContain("muenster-");
        assertThat(German.leftovers(cockpit.visibleText())).isEmpty();
        Screenshots.take(cockpit.page(), "21-cockpit-aufgaben");
        cockpit.opensMore();
        assertThat(cockpit.page().locator("a[href='#/repository']").first()).isVisible();
        assertThat(cockpit.page().locator("a[href='#/batch']").first()).isHidden();
        signIn.page().context().close();
    }

    @Test
    void isLedAwayFromWhatOnlyAdministratorsDo(Workplace workplace) {
        SignIn signIn = workplace.signIn("cockpit");
        signIn.as("wfm-leitung");
        Page page = signIn.page();

        page.navigate("about:blank");
        page.navigate(workplace.city().address("/camunda/app/cockpit/default/#/batch"));

        assertThat(page.locator(".notifications .alert").first())
                .containsText("Stapelvorgänge stehen nur der Administration offen.");
        assertThat(page).hasURL(Pattern.compile(".*#/dashboard(\\?.*)?$"));
        assertThat(page.locator(".notifications .alert")).hasCount(1);
        Screenshots.take(page, "22-cockpit-nur-administration");
        assertThat(German.leftovers(page.locator("body").innerText())).isEmpty();
        page.context().close();
    }

    @Test
    void isNoPlaceForClerks(Workplace workplace) {
        SignIn signIn = workplace.signIn("cockpit");

        signIn.tries("umwelt-sachbearbeitung");

        assertThat(signIn.page().getByRole(AriaRole.HEADING)).containsText("Kein Zugriff");
        assertThat(signIn.page().locator("li.account")).isHidden();
        Screenshots.take(signIn.page(), "22-cockpit-abgewiesen");
        assertThat(German.leftovers(signIn.page().locator("body").innerText())).isEmpty();
        signIn.page().context().close();
    }

    @Test
    void turnsAwayAClerkWhoIsSignedInToTasklist(Workplace workplace) {
        Page page = workplace.tasklist("umwelt").fresh().page();

        assertThat(page.navigate(workplace.city().address("/camunda/app/cockpit/default/"))
                        .status())
                .isEqualTo(403);

        Screenshots.take(page, "23-cockpit-nicht-erlaubt");
        assertThat(German.leftovers(page.locator("body").innerText())).isEmpty();
    }
}
