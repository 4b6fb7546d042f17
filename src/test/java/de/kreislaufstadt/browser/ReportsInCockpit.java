package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Half-yearly and annual reports: put together by one person, released by another, taken away, corrected. */
abstract class ReportsInCockpit extends CockpitView {

    private static final String MEASURES = "select count(*) from measure where municipality_id = 'muenster'";

    @Autowired
    Office office;

    @AfterEach
    void noReports() {
        jdbc.sql("delete from periodic_report where municipality_id = 'muenster'")
                .update();
    }

    @Test
    void onePersonPutsAReportTogetherAndAnotherReleasesIt() throws IOException {
        Page author = opened("klima-leitung", "berichte");
        assertThat(author.getByText("Es gibt noch keinen Bericht.")).isVisible();
        choosesTheRunningHalf(author);
        author.getByLabel("Vorwort (freiwillig)").fill("Ein Halbjahr, in dem vieles begonnen hat.");
        button(author, "Bericht zusammenstellen").click();

        Locator draft = reports(author).first();
        assertThat(draft).containsText("Entwurf");
        assertThat(draft).containsText("Maßnahmen: " + count(MEASURES) + ",");
        assertThat(draft).containsText("Freigeben muss ihn eine andere Führungskraft.");
        assertThat(draft.getByText("Freigeben", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);
        isFineToRead(author, "48-cockpit-berichte-entwurf");
        HandbookPictures.takeView(author, author.locator(PAGE), "berichte");

        Page second = opened("wfm-leitung", "berichte");
        second.onceDialog(Dialog::accept);
        reports(second)
                .first()
                .getByText("Freigeben", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(second.getByText("Der Bericht ist freigegeben.")).isVisible();
        assertThat(reports(second).first()).containsText("Freigegeben am ");
        assertThat(reports(second).first().getByText("Verwerfen")).hasCount(0);
        pictured(second, "49-cockpit-berichte-freigegeben");

        Download pdf = second.waitForDownload(
                () -> second.getByText("PDF herunterladen").click());
        assertThat(pdf.suggestedFilename()).matches("bericht-\\d{4}-H[12]-1\\.pdf");
        assertThat(new String(Files.readAllBytes(pdf.path()), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        Download book = second.waitForDownload(
                () -> second.getByText("Tabelle (XLSX) herunterladen").click());
        assertThat(cells(book)).contains(room.numbers().get(0), "Ein Halbjahr, in dem vieles begonnen hat.");
    }

    @Test
    void aRefusalStandsAtItsFieldAndWhatWasTypedStays() {
        Page page = opened("klima-leitung", "berichte");
        choosesTheRunningHalf(page);
        button(page, "Bericht zusammenstellen").click();
        assertThat(reports(page)).hasCount(1);

        choosesTheRunningHalf(page);
        page.getByLabel("Vorwort (freiwillig)").first().fill("Noch einmal.");
        button(page, "Bericht zusammenstellen").focus();
        page.keyboard().press("Enter");

        Locator period = page.getByLabel("Zeitraum");
        assertThat(period).hasAttribute("aria-invalid", "true");
        assertThat(period).isFocused();
        assertThat(page.locator(".ks-report-form .ks-field").first())
                .containsText("Für diesen Zeitraum gibt es schon einen Entwurf.");
        assertThat(page.getByLabel("Vorwort (freiwillig)").first()).hasValue("Noch einmal.");
        assertThat(Accessibility.violations(page, PAGE)).isEmpty();
        pictured(page, "50-cockpit-berichte-ablehnung");
    }

    @Test
    void aCorrectionGivesItsReasonAndALaterReportSaysWhatChanged() {
        Page author = opened("klima-leitung", "berichte");
        choosesTheRunningHalf(author);
        button(author, "Bericht zusammenstellen").click();
        assertThat(reports(author)).hasCount(1);
        Page second = opened("wfm-leitung", "berichte");
        second.onceDialog(Dialog::accept);
        reports(second)
                .first()
                .getByText("Freigeben", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(second.getByText("Der Bericht ist freigegeben.")).isVisible();
        office.as("wfm-sachbearbeitung").proposes();

        author.reload();
        choosesTheRunningHalf(author);
        button(author, "Bericht zusammenstellen").click();
        assertThat(author.getByLabel("Grund der Berichtigung")).hasAttribute("aria-invalid", "true");
        author.getByLabel("Grund der Berichtigung").fill("Eine Maßnahme kam zu spät.");
        button(author, "Bericht zusammenstellen").click();

        assertThat(reports(author)).hasCount(2);
        Locator correction = reports(author).first();
        assertThat(correction).containsText("Fassung 2");
        assertThat(correction).containsText("Berichtigt den früheren Bericht: Eine Maßnahme kam zu spät.");
        assertThat(correction).containsText(Pattern.compile("Änderungen seit „.*“: 1"));
        isFineToRead(author, "51-cockpit-berichte-berichtigung");
    }

    private static Locator reports(Page page) {
        return page.locator("section.ks-report");
    }

    /** The period that runs is offered after those that have ended. */
    private static void choosesTheRunningHalf(Page page) {
        LocalDate today = CityDay.today();
        page.getByLabel("Zeitraum").selectOption(today.getYear() + (today.getMonthValue() <= 6 ? "-H1" : "-H2"));
    }

    private static List<String> cells(Download book) throws IOException {
        DataFormatter format = new DataFormatter();
        List<String> cells = new ArrayList<>();
        try (InputStream in = Files.newInputStream(book.path());
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            workbook.forEach(
                    sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(format.formatCellValue(cell)))));
        }
        return cells;
    }
}
