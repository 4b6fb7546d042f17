package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the handbook's general pages show beside forms: dialogs, panels, pages. */
abstract class PagesOfTheHandbook {

    @Test
    void dialogsOfATask(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace).number();
        Tasklist tasklist = workplace.tasklist("klima").fresh();
        tasklist.opens(number, "Vorschlag prüfen");
        tasklist.claims();

        dialog(tasklist, "Wiedervorlage", "in einer Woche", "wiedervorlage");
        dialog(tasklist, "Weitergeben", "An einen anderen Fachbereich", "weitergeben");
        dialog(tasklist, "Rückfrage", "Wen fragen Sie?", "rueckfrage");
    }

    @Test
    void filesOfAStep(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace).number();
        Tasklist tasklist = workplace.tasklist("klima").fresh();
        Locator panel = tasklist.opens(number, "Vorschlag prüfen").place().locator(".ks-documents");
        attach(panel, "Klimastadtvertrag Maßnahmenblatt.pdf", 412_000);
        attach(panel, "Kostenschätzung Bauteillager.pdf", 96_000);

        assertThat(panel.getByRole(AriaRole.LISTITEM)).hasCount(2);
        panel.getByRole(AriaRole.STATUS).evaluate("status => status.replaceChildren()");
        HandbookPictures.take(tasklist.page(), panel, "unterlagen");
    }

    @Test
    void cardsInTheList(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheWorkshops(workplace);
        measure.claims("wfm", "prepare-workshop");
        Tasklist tasklist = workplace.tasklist("wfm").fresh();

        tasklist.searches(measure.number());
        assertThat(tasklist.found()).hasCount(2);
        HandbookPictures.take(tasklist.page(), tasklist.page().locator(".ks-found"), "karten");
    }

    @Test
    void problemsOfAForm(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace).number();
        Tasklist tasklist = workplace.tasklist("klima").fresh();
        OpenForm form = tasklist.opens(number, "Vorschlag prüfen");
        tasklist.claims();
        form.place().getByLabel("Zur Überarbeitung zurückgeben").check();

        tasklist.completes();

        assertThat(form.problems()).hasCount(1);
        HandbookPictures.take(tasklist.page(), form.place().locator(".ks-problems"), "fehlerliste");
    }

    @Test
    void formsThatPeopleBeginThemselves(Workplace workplace) {
        Tasklist tasklist = workplace.tasklist("wfm").fresh();
        HandbookPictures.takeForm(
                tasklist.page(), Examples.of("propose-measure"), tasklist::proposesAMeasure, "propose-measure");
        assertThat(tasklist.fresh().proposesAMeasure().field("Titel")).isVisible();

        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        OpenForm change = tasklist.fresh().measures().opens(number).changesDetails();
        tasklist.claims();
        assertThat(change.field("Titel")).hasValue("Wiederverwendung von Bauteilen");
        HandbookPictures.takeForm(tasklist.page(), Examples.empty(), () -> change, "change-details");
    }

    @Test
    void pagesBesideTheList(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist tasklist = workplace.tasklist("wfm-head").fresh();
        MeasuresPage measures = tasklist.measures().opens(number);
        Locator way = measures.section("Stand im Ablauf");
        assertThat(way).containsText("Starterprojekte");
        HandbookPictures.takePage(tasklist.page(), way, "lebenslauf");
        HandbookPictures.takePage(tasklist.page(), tasklist.page().locator(".ks-measures"), "massnahme");

        page(tasklist, "Vertretung", "vertretung");
        page(tasklist, "Benachrichtigungen", "benachrichtigungen");
    }

    private static void page(Tasklist tasklist, String name, String picture) {
        tasklist.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        Locator page = tasklist.page().locator("main.ks-measures");
        assertThat(page.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1)))
                .hasText(name);
        assertThat(page.locator("button[type=submit]").first()).isVisible();
        HandbookPictures.takePage(tasklist.page(), page, picture);
    }

    private static void dialog(Tasklist tasklist, String action, String choice, String picture) {
        tasklist.page()
                .locator(".ks-actions")
                .getByText(action, new Locator.GetByTextOptions().setExact(true))
                .click();
        Locator dialog = tasklist.page().locator("dialog.ks-dialog");
        assertThat(dialog).containsText(choice);
        HandbookPictures.take(tasklist.page(), dialog, picture);
        tasklist.page().keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
    }

    private static void attach(Locator panel, String name, int size) {
        String content = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + " ".repeat(size);
        panel.locator(".ks-drop input[type=file]")
                .setInputFiles(new FilePayload(name, "", content.getBytes(StandardCharsets.US_ASCII)));
        assertThat(panel.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)))
                .isVisible();
    }
}
