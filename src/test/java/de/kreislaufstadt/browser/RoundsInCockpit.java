package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.support.CityDay;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The climate staff unit reports on all measures of the city at one cut-off date, and its head releases what others wrote. */
abstract class RoundsInCockpit {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String UNIT = "klima-sachbearbeitung";
    private static final String HEAD = "klima-leitung";

    @Autowired
    CockpitRoom room;

    @Autowired
    DepartmentsAtWork departments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theWholeCityReportsThePaperIsWrittenAndTheHeadReleasesWhatNeverChangesAgain() throws IOException {
        room.numbers();
        String key = opened();
        departments.runs(key, "open-reports");
        long open = reports(key, "OPEN");
        long resting = reports(key, "RESTING");
        assertThat(open).isGreaterThan(50);
        assertThat(resting).isPositive();
        CockpitPage page = round(HEAD, key);
        assertThat(page.place()).containsText("Wer fehlt noch (" + open + ")");
        assertThat(page.place()).containsText("0 von " + open + " Maßnahmen haben berichtet");
        assertThat(sumOf(page, 1)).isEqualTo(open);
        assertThat(sumOf(page, 3)).isEqualTo(open);
        assertThat(sumOf(page, 4)).isEqualTo(resting);
        page.isFitForUse("90-berichtsrunde-offen").forTheHandbook("berichtsrunde");

        List<String> reported = asked(key);
        departments.reports(
                reported.get(0), data -> data.put("assessment", "DELAYED").put("reason", "Das Lager fehlt."));
        departments.reports(reported.get(1), data -> {});
        Locator unit = unitAt(key);
        assertThat(unit).containsText("2 von " + open + " Maßnahmen haben berichtet");
        assertThat(unit).containsText("Wer fehlt noch (" + (open - 2) + ")");
        press(unit, "Alle erinnern, die noch fehlen");
        assertThat(unit).containsText("Erinnert: " + (open - 2));

        press(unit, "Runde schließen");
        assertThat(problemAt(unit, "ks-rounds-reason")).isVisible();
        assertThat(state(key)).isEqualTo("COLLECTING");
        unit.locator("#ks-rounds-reason").fill("Die übrigen berichten im nächsten Halbjahr.");
        press(unit, "Runde schließen");
        assertThat(unit).containsText("Die Runde ist geschlossen.");
        departments.runs(key, "withdraw-missing-reports");
        assertThat(reports(key, "MISSING")).isEqualTo(open - 2);

        unit = unitAt(key);
        press(unit, "Entwurf aus den Berichten erzeugen");
        assertThat(unit.locator("#ks-rounds-paper-text")).not().hasValue("");
        assertThat(unit.locator("#ks-rounds-paper-text").inputValue())
                .contains("2 von " + open + " Maßnahmen haben berichtet", "Grund: Das Lager fehlt.");
        unit.locator("#ks-rounds-paper-number").fill("573/26");
        unit.locator("#ks-rounds-paper-date").fill(DAY.format(CityDay.today()));
        press(unit, "Vorlage speichern");
        assertThat(problemAt(unit, "ks-rounds-paper-number"))
                .hasText("Die Vorlagennummer hat nicht den Aufbau, den Ihre Kommune verwendet.");
        unit.locator("#ks-rounds-paper-number").fill("V/0573/2026");
        press(unit, "Vorlage speichern");
        assertThat(unit).containsText("Die Vorlage ist gespeichert.");
        assertThat(unit).containsText("Freigegeben wird die Runde von der Leitung der Stabsstelle Klima.");
        assertThat(CockpitPage.button(unit, "Runde freigeben")).hasCount(0);
        Screenshots.take(unit.page(), "91-berichtsrunde-vorlage");
        assertThat(Accessibility.violations(unit.page(), "main.ks-measures")).isEmpty();

        page = round(HEAD, key);
        page.page().onceDialog(Dialog::accept);
        page.button("Runde freigeben").click();
        assertThat(page.place()).containsText("Die Runde ist freigegeben.");
        departments.runs(key, "freeze-reports");
        page = round(HEAD, key);
        page.isFitForUse("92-berichtsrunde-festgeschrieben").forTheHandbook("berichtsrunde-festgeschrieben");
        assertThat(page.section("Berichte").locator("tbody tr"))
                .hasCount(Math.toIntExact(reports(key, "REPORTED") + reports(key, "MISSING") + resting));
        assertThat(page.row(reported.get(0))).containsText("Verzögert");
        assertThat(page.button("Vorlage speichern")).hasCount(0);
        assertThat(state(key)).isEqualTo("FROZEN");
        assertThat(numbersIn(download(page))).contains(reported.get(0), reported.get(1));

        asksForCorrection(page, key, reported.get(0));
    }

    @Test
    void whoHasWorkedOnARoundDoesNotReleaseIt() {
        room.numbers();
        String number = departments.implemented();
        String key = departments.roundOf(number);
        departments.reports(number, data -> {});
        departments.runs(key, "withdraw-missing-reports");
        CockpitPage page = round(HEAD, key);
        assertThat(page.button("Runde freigeben")).isVisible();
        page.part("#ks-rounds-paper-number").fill("V/0574/2026");
        page.part("#ks-rounds-paper-date").fill(DAY.format(CityDay.today()));
        page.part("#ks-rounds-paper-text").fill("Der Rat nimmt den Bericht zur Kenntnis.");
        page.button("Vorlage speichern").click();

        assertThat(page.place()).containsText("Sie haben an dieser Runde gearbeitet");
        assertThat(page.button("Runde freigeben")).hasCount(0);
        page.isFitForUse("93-berichtsrunde-vier-augen");
        assertThat(LookingOnInCockpit.send(page.page(), "rounds/" + key + "/release", "{}"))
                .isEqualTo(400);
        assertThat(state(key)).isEqualTo("CLOSED");
    }

    @Test
    void thePageSpeaksEnglishToWhoReadsEnglish() {
        room.opensInEnglish(HEAD, "berichtsrunden")
                .isFitForEnglishReaders("94-berichtsrunden-englisch", "Reporting rounds", "Open a reporting round");
    }

    /** Opens a round for all running measures, with a cut-off date in the future first. @return its key */
    private String opened() {
        Locator unit = rounds();
        press(unit, "Berichtsrunde eröffnen");
        unit.locator("#ks-rounds-name").fill("Halbjahresbericht 2/2026");
        days(
                unit,
                CityDay.today().minusMonths(6),
                CityDay.today().plusDays(1),
                CityDay.today().plusDays(1));
        assertThat(unit.locator(".ks-rounds-measures input").first()).isChecked();
        Screenshots.take(unit.page(), "89-berichtsrunde-eroeffnen");
        assertThat(Accessibility.violations(unit.page(), "main.ks-measures")).isEmpty();
        press(unit, "Runde eröffnen");
        assertThat(problemAt(unit, "ks-rounds-cutOff"))
                .hasText("Der Stichtag liegt in der Zukunft; berichten lässt sich nur, was war.");
        assertThat(count("select count(*) from reporting_round where name like '%2/2026'"))
                .isZero();

        days(unit, CityDay.today().minusMonths(6), CityDay.today(), CityDay.today());
        press(unit, "Runde eröffnen");
        assertThat(unit.locator("h1")).containsText("Halbjahresbericht 2/2026");
        return jdbc.sql("select round_key from reporting_round where name like '%2/2026'")
                .query(String.class)
                .single();
    }

    private void days(Locator unit, LocalDate from, LocalDate to, LocalDate cutOff) {
        unit.locator("#ks-rounds-periodFrom").fill(DAY.format(from));
        unit.locator("#ks-rounds-periodTo").fill(DAY.format(to));
        unit.locator("#ks-rounds-cutOff").fill(DAY.format(cutOff));
        unit.locator("#ks-rounds-due").fill(DAY.format(CityDay.today().plusDays(28)));
    }

    private void asksForCorrection(CockpitPage page, String key, String number) {
        page.place().getByText("Einen festgeschriebenen Bericht korrigieren").click();
        page.part("#ks-rounds-number").fill(number);
        page.button("Korrektur anfordern").click();
        assertThat(problemAt(page.place(), "ks-rounds-request")).isVisible();
        page.part("#ks-rounds-request").fill("Das Lager ist seit Mai eingerichtet.");
        page.button("Korrektur anfordern").click();
        assertThat(page.place()).containsText("Die Korrektur ist angefordert.");
        assertThat(count("select count(*) from measure_report c join measure_report r on r.id = c.corrects_id"
                        + " join reporting_round b on b.id = r.round_id where b.round_key = '" + key + "'"))
                .isEqualTo(1);
    }

    private CockpitPage round(String user, String key) {
        CockpitPage page = room.opens(user, "berichtsrunden");
        page.part("button.ks-rounds-link")
                .filter(new Locator.FilterOptions().setHasText(key + " "))
                .click();
        assertThat(page.part("h1")).containsText(key);
        return page;
    }

    private Locator unitAt(String key) {
        Locator unit = rounds();
        unit.locator("button.ks-rounds-link")
                .filter(new Locator.FilterOptions().setHasText(key + " "))
                .click();
        assertThat(unit.locator("h1")).containsText(key);
        return unit;
    }

    /** @return the page of rounds as the unit has it in Tasklist; the link there says how many wait for whoever reads it */
    private Locator rounds() {
        Page page = room.tasklist(UNIT).page();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Berichtsrunden( \\(\\d+\\))?$")))
                .click();
        Locator content = page.locator("main.ks-measures");
        assertThat(content.locator("h1")).hasText("Berichtsrunden");
        return content;
    }

    private static void press(Locator place, String button) {
        CockpitPage.button(place, button).click();
    }

    /** @return what stands at the field with this id because its value was refused */
    private static Locator problemAt(Locator place, String id) {
        return place.locator("#" + id + "-problem");
    }

    /** @return the sum of a column of the table of departments, counted from 0 */
    private static long sumOf(CockpitPage page, int column) {
        Locator rows = page.section("Wie weit die Runde ist").locator("tbody tr");
        return IntStream.range(0, rows.count())
                .mapToLong(row -> Long.parseLong(
                        rows.nth(row).locator("td, th").nth(column).innerText().strip()))
                .sum();
    }

    private static Download download(CockpitPage page) {
        Page window = page.page();
        return window.waitForDownload(() -> page.place()
                .getByText("Tabelle B-2.2 des Klimastadtvertrags (XLSX)")
                .click());
    }

    private static List<String> numbersIn(Download file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file.path()))) {
            Sheet sheet = workbook.getSheetAt(0);
            return IntStream.rangeClosed(3, sheet.getLastRowNum())
                    .mapToObj(row -> sheet.getRow(row).getCell(0).getStringCellValue())
                    .toList();
        }
    }

    private List<String> asked(String key) {
        return jdbc.sql("select m.number from measure_report r join measure m on m.id = r.measure_id"
                        + " join reporting_round b on b.id = r.round_id where b.round_key = :key and r.state = 'OPEN'"
                        + " order by m.number")
                .param("key", key)
                .query(String.class)
                .list();
    }

    private long reports(String key, String state) {
        return count(
                "select count(*) from measure_report r join reporting_round b on b.id = r.round_id where b.round_key = '"
                        + key + "' and r.kind = 'ROUND' and r.state = '" + state + "'");
    }

    private String state(String key) {
        return jdbc.sql("select state from reporting_round where round_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
