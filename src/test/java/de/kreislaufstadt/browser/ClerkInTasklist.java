package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What a clerk does in Tasklist, from signing in to the next department's inbox. */
abstract class ClerkInTasklist {

    private static final String STAKEHOLDERS = "Stakeholder analysieren";
    private static final String LIST = "Organisationen";

    @Test
    void signsInInGermanAndFindsFourLists(Workplace workplace) {
        SignIn signIn = workplace.signIn("tasklist");
        assertThat(signIn.button()).isVisible();
        Screenshots.take(signIn.page(), "01-anmeldung");
        assertThat(German.leftovers(signIn.page().locator("body").innerText())).isEmpty();

        MeasureOnItsWay measure = MeasureOnItsWay.proposed(workplace);
        signIn.as("klima-sachbearbeitung");
        Tasklist tasklist = new Tasklist(workplace.city()::address, signIn.page());

        assertThat(tasklist.lists()).containsText(new String[] {
            "Aufgaben meiner Abteilung", "Meine Aufgaben", "Überfällig", "Wiedervorlage", "In Vertretung"
        });
        assertThat(tasklist.card(measure.number(), "Vorschlag prüfen")).isVisible();
        assertThat(signIn.page().locator(".ce-eol-banner")).isHidden();
        assertThat(tasklist.visibleText()).doesNotContain("Camunda 8");
        assertThat(German.leftovers(tasklist.visibleText())).isEmpty();
        assertThat(signIn.page().locator("html")).hasAttribute("lang", "de");
        Screenshots.take(signIn.page(), "02-aufgabenliste");

        tasklist.chooses("Meine Aufgaben");
        assertThat(tasklist.card(measure.number(), "Vorschlag prüfen")).isHidden();
        signIn.page().context().close();
    }

    @Test
    void findsATaskByTheMeasuresNumberReadsAndClaimsIt(Workplace workplace) {
        String other = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist tasklist = workplace.tasklist("wfm").fresh();
        assertThat(tasklist.card(other, STAKEHOLDERS)).isVisible();

        tasklist.searches(number);
        assertThat(tasklist.found()).hasCount(1);
        assertThat(tasklist.card(other, STAKEHOLDERS)).isHidden();
        Screenshots.take(tasklist.page(), "03-suche-nach-massnahmennummer");

        OpenForm form = tasklist.opensFound(STAKEHOLDERS);
        assertThat(tasklist.title()).hasText(STAKEHOLDERS);
        assertThat(form.context()).containsText("Maßnahme " + number);
        assertThat(form.context()).containsText("Was ist zu tun?");
        assertThat(form.context()).containsText("Die Stabsstelle Klima prüft Ihre Analyse");
        assertThat(form.field("Vorgehen")).not().isEditable();
        assertThat(German.leftovers(tasklist.visibleText())).isEmpty();
        Screenshots.take(tasklist.page(), "04-aufgabe-lesen");

        tasklist.claims();
        assertThat(form.field("Vorgehen")).isEditable();
        Screenshots.take(tasklist.page(), "05-aufgabe-uebernommen");
        tasklist.chooses("Meine Aufgaben");
        assertThat(tasklist.card(number, STAKEHOLDERS)).isVisible();
    }

    @Test
    void looksAtDiagramAndDescriptionOfATask(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist tasklist = workplace.tasklist("wfm").fresh();
        tasklist.opens(number, STAKEHOLDERS);

        tasklist.tab("Diagramm").click();
        assertThat(tasklist.openTab()
                        .locator("svg [data-element-id='analyse-stakeholders']")
                        .first())
                .isVisible();
        Screenshots.take(tasklist.page(), "06-diagramm-der-aufgabe");
        tasklist.tab("Beschreibung").click();
        assertThat(tasklist.openTab()).containsText("Bewertet werden Organisationen");
        Screenshots.take(tasklist.page(), "07-beschreibung-der-aufgabe");
        assertThat(German.leftovers(tasklist.visibleText())).isEmpty();
    }

    @Test
    void fillsTheStakeholderListCorrectsItAndHandsItOver(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        Tasklist climateUnit = workplace.tasklist("klima").fresh();
        assertThat(climateUnit.card(number, "Stakeholder-Analyse prüfen")).isHidden();
        OpenForm form = clerk.opens(number, STAKEHOLDERS);
        clerk.claims();

        form.writes("Vorgehen", "Auswertung der Erhebung und Gespräche mit den Ämtern");
        rates(form.row(1).writes("Organisation", "Handwerkskammer"), "Kammer", 4, 4);
        form.addsRow(LIST).writes("Organisation", "Versehentlich angelegt");
        rates(form.addsRow(LIST).writes("Organisation", "Fachhochschule"), "Hochschule", 2, 4);
        form.removesRow(2);
        assertThat(form.row(2).field("Organisation")).hasValue("Fachhochschule");
        rates(form.addsRow(LIST).writes("Organisation", "Handwerkskammer"), "Verband", 9, 2);

        clerk.completes();
        assertThat(form.problems())
                .hasText(new String[] {LIST + " Eintrag 3, Einfluss: Der Wert darf höchstens 4 sein."});
        assertThat(form.row(3).problemAt("Einfluss")).hasText("Der Wert darf höchstens 4 sein.");
        Screenshots.take(clerk.page(), "09-im-browser-zurueckgewiesen");

        form.row(3).writes("Einfluss", "3");
        clerk.completes();
        assertThat(form.problems()).hasCount(2);
        assertThat(form.row(1).problemAt("Betreuende Stelle")).containsText("Benennen Sie die Stelle");
        assertThat(form.row(3).problemAt("Organisation"))
                .hasText("Diese Organisation steht schon weiter oben in der Liste.");
        Screenshots.takeWhole(clerk.page(), form.place(), "10-vom-server-zurueckgewiesen");
        form.problems()
                .last()
                .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
                .click();
        assertThat(form.row(3).field("Organisation")).isFocused();

        form.row(1).chooses("Betreuende Stelle", "Wirtschaftsförderung Münster GmbH");
        form.row(3).writes("Organisation", "Verband des Einzelhandels");
        Screenshots.takeWhole(clerk.page(), form.place(), "11-stakeholder-liste");
        clerk.completes();
        // Not Tasklist's message, which is gone again after a moment.
        assertThat(clerk.card(number, STAKEHOLDERS)).isHidden();
        Screenshots.take(clerk.page(), "12-abgeschlossen");

        OpenForm review = climateUnit.fresh().opens(number, "Stakeholder-Analyse prüfen");
        assertThat(review.place()).containsText("Handwerkskammer");
        assertThat(review.place()).containsText("Verband des Einzelhandels");
        assertThat(review.place()).not().containsText("Versehentlich angelegt");
        Screenshots.take(climateUnit.page(), "13-naechste-abteilung");
    }

    @Test
    void canStartNothingButAProposal(Workplace workplace) {
        Tasklist tasklist = workplace.tasklist("umwelt").fresh();

        Locator dialog = tasklist.startsAProcess();
        assertThat(dialog.locator("ul.processes li")).hasText(new String[] {"Maßnahme vorschlagen"});
        assertThat(German.leftovers(dialog.innerText())).isEmpty();
        Screenshots.take(tasklist.page(), "14-prozess-starten");

        OpenForm form = tasklist.waitForForm(
                ".*/form/start/[^/]+$",
                () -> dialog.getByText("Maßnahme vorschlagen").click());
        Screenshots.takeWhole(tasklist.page(), form.place(), "formular-propose-measure");
        assertThat(FormLook.faults(form)).isEmpty();
        assertThat(Accessibility.violations(tasklist.page(), ".ks-shell")).isEmpty();
        form.starts();
        assertThat(form.problems().first()).containsText("Titel: Bitte ausfüllen.");
        Screenshots.take(tasklist.page(), "15-vorschlag-zurueckgewiesen");
    }

    private static void rates(OpenForm row, String group, int influence, int interest) {
        row.chooses("Bereich", "Wirtschaft")
                .chooses("Teilnehmendengruppe", group)
                .ticks("Bau und Gebäude")
                .writes("Einfluss", String.valueOf(influence))
                .writes("Interesse", String.valueOf(interest))
                .writes("Haltung", "1");
    }
}
