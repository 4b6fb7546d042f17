package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files that one department attaches and the next one reads. */
abstract class DocumentsOfAMeasure {

    private static final String NAME = "Auswertung der Gespräche.pdf";

    @Test
    void goWithTheWorkToTheNextDepartment(Workplace workplace) throws IOException {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheStakeholderAnalysis(workplace);
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        Locator panel = panel(clerk.opens(measure.number(), "Stakeholder analysieren"));
        assertThat(panel).containsText("Zu diesem Schritt gibt es noch keine Unterlagen.");
        byte[] content = pdf(700_000);

        panel.getByLabel("Art der Unterlage").selectOption("Nachweis");
        attaches(panel, NAME, content);
        assertThat(panel.getByRole(AriaRole.STATUS)).containsText("„" + NAME + "“ ist angehängt.");
        Locator entry = panel.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(NAME));
        assertThat(entry).containsText("Nachweis · 684 kB");
        Screenshots.take(clerk.page(), "unterlagen-1-angehaengt");

        attaches(panel, "Rechnung.pdf", "MZ\u0000\u0000 kein PDF".getBytes(StandardCharsets.UTF_8));
        assertThat(panel.getByRole(AriaRole.ALERT)).containsText("Rechnung.pdf: ");
        assertThat(German.leftovers(panel)).isEmpty();
        assertThat(Accessibility.violations(clerk.page(), ".ks-documents")).isEmpty();
        Screenshots.take(clerk.page(), "unterlagen-2-zurueckgewiesen");
        panel.getByText("Schließen").click();

        measure.does("wfm", "analyse-stakeholders");
        Tasklist climateUnit = workplace.tasklist("klima").fresh();
        Locator next = panel(climateUnit.opens(measure.number(), "Stakeholder-Analyse prüfen"));
        Locator link = next.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(NAME));
        Download download = climateUnit.page().waitForDownload(link::click);

        assertThat(download.suggestedFilename()).isEqualTo(NAME);
        assertThat(Files.readAllBytes(download.path())).isEqualTo(content);
        assertThat(next).not().containsText("Rechnung.pdf");
        assertThat(next.getByText("Löschen")).isHidden();
        Screenshots.take(climateUnit.page(), "unterlagen-3-naechste-abteilung");

        climateUnit.tab("Maßnahme").click();
        Locator tab = climateUnit.openTab().locator(".ks-measure-tab");
        Locator row = MeasuresPage.section(tab, "Unterlagen")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(NAME));
        assertThat(row).containsText("Nachweis");
        assertThat(row).containsText("Sachbearbeitung Wirtschaftsförderung");
        assertThat(row).containsText("Stakeholder analysieren");
        Download again = climateUnit
                .page()
                .waitForDownload(() -> row.getByRole(AriaRole.LINK).click());
        assertThat(Files.readAllBytes(again.path())).isEqualTo(content);
        assertThat(German.leftovers(tab)).isEmpty();
        assertThat(Accessibility.violations(climateUnit.page(), ".ks-measure-tab"))
                .isEmpty();
        Screenshots.takeWhole(climateUnit.page(), tab, "unterlagen-5-massnahme-der-aufgabe");
    }

    @Test
    void areRenewedDeletedAndTakenBackWithTheKeyboard(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheStakeholderAnalysis(workplace);
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        Locator panel = panel(clerk.opens(measure.number(), "Stakeholder analysieren"));
        attaches(panel, NAME, pdf(1000));
        chooses(panel.getByLabel("Neue Fassung von „" + NAME + "“"), "Endfassung.pdf", pdf(2000));
        assertThat(panel.getByRole(AriaRole.STATUS)).containsText("„Endfassung.pdf“ ist als neue Fassung angehängt.");
        panel.getByText("Frühere Fassungen (1)").click();
        assertThat(panel.getByRole(AriaRole.LINK)).containsText(new String[] {"Endfassung.pdf", NAME});

        panel.getByLabel("„Endfassung.pdf“ löschen").press("Enter");
        Locator undo = panel.getByText("Rückgängig");
        assertThat(undo).isFocused();
        assertThat(panel.getByText("Gelöschte Unterlagen (1)")).isVisible();
        undo.press("Enter");

        assertThat(panel.getByRole(AriaRole.STATUS)).containsText("„Endfassung.pdf“ ist wieder da.");
        assertThat(panel.getByRole(AriaRole.LINK).first()).isFocused();
    }

    @Test
    void areTakenWhereTheyAreDroppedAndNeverOpenedInsteadOfThePage(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheStakeholderAnalysis(workplace);
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opens(measure.number(), "Stakeholder analysieren");
        Locator panel = panel(form);

        assertThat(drops(form.context(), "Daneben.txt")).isTrue();
        assertThat(drops(panel.locator(".ks-drop"), "Gezogen.txt")).isTrue();

        assertThat(panel.getByRole(AriaRole.LINK)).containsText(new String[] {"Gezogen.txt"});
    }

    @Test
    void areListedOnTheMeasuresPage(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheStakeholderAnalysis(workplace);
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        attaches(panel(clerk.opens(measure.number(), "Stakeholder analysieren")), NAME, pdf(1000));
        MeasuresPage page = clerk.measures().opens(measure.number());
        Locator documents = page.section("Unterlagen");
        assertThat(documents).containsText("aus „Stakeholder analysieren“");

        attaches(documents, "Lageplan.pdf", pdf(1000));
        assertThat(documents.getByRole(AriaRole.LINK)).containsText(new String[] {"Lageplan.pdf", NAME});
        Screenshots.takeWhole(page.page(), documents, "unterlagen-4-massnahme");
    }

    private static Locator panel(OpenForm form) {
        Locator panel = form.place().locator(".ks-documents");
        assertThat(panel.getByText("Datei auswählen …")).isVisible();
        return panel;
    }

    private static void attaches(Locator panel, String name, byte[] content) {
        chooses(panel.getByText("Datei auswählen …"), name, content);
    }

    /** Picks a file from the computer's own list of files. */
    private static void chooses(Locator button, String name, byte[] content) {
        button.page().waitForFileChooser(button::click).setFiles(new FilePayload(name, "", content));
    }

    /** @return whether the page has kept the browser from opening the file */
    private static boolean drops(Locator place, String name) {
        return (boolean) place.evaluate("""
                (place, name) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File(['Hallo'], name));
                  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
                  place.dispatchEvent(event);
                  return event.defaultPrevented;
                }""", name);
    }

    private static byte[] pdf(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        byte[] start = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, bytes, 0, start.length);
        return bytes;
    }
}
