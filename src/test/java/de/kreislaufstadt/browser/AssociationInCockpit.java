package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.released.TimeFacts;
import de.kreislaufstadt.support.Alliance;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A city says how far it is, releases it, and sees itself beside the others. */
abstract class AssociationInCockpit extends CockpitView {

    private static final List<String> OTHERS = List.of("bundeins", "bundzwei", "bunddrei", "bundvier");
    private static final List<String> COMPONENTS =
            List.of("VISION_GOALS", "STRATEGY", "PROCESSES", "STRUCTURES", "INSTRUMENTS", "PRODUCTS");
    private static final String TASKLIST_PAGE = ".ks-measures";

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Releasing releasing;

    @Autowired
    TransactionTemplate transaction;

    private Alliance alliance;

    @BeforeEach
    void anAssociation() {
        room.numbers();
        alliance = new Alliance(jdbc, accounts, events).found();
        for (int city = 0; city < OTHERS.size(); city++) {
            alliance.city(OTHERS.get(city), city % 2 == 0 ? "LARGE" : "MEDIUM", city == 0);
            for (int component = 0; component < COMPONENTS.size() - city; component++) {
                alliance.released(OTHERS.get(city), COMPONENTS.get(component), (city + component) % 5);
            }
            releases(OTHERS.get(city), 30 * (city + 1));
        }
        alliance.member(Office.MUNICIPALITY, "Stadt Münster", "LARGE", true);
        alliance.member("bundfern", "Partnerkommune 19", "MEDIUM", false);
        releases(Office.MUNICIPALITY, 100);
        alliance.published("STRATEGY", 1);
        jdbc.sql("""
                        insert into shared_item (id, municipality_id, kind, item_id, title, content, shared_by)
                        values (gen_random_uuid(), 'bundeins', 'STARTER_PROJECT', gen_random_uuid(), 'Baustofflager', cast(:content as jsonb),
                                'x')
                        """).param("content", """
                        {"fields": ["BUILDING"], "components": [],
                         "project": {"title": "Baustofflager", "field": "BUILDING", "mainRStrategy": "R3",
                                     "problem": "Bauteile aus Abbrüchen landen im Container.",
                                     "solution": "Eine Halle, in der geprüfte Bauteile liegen.",
                                     "goal": "Ein Drittel wird wieder verbaut.", "materialStream": "Holz, Ziegel",
                                     "agencyRoles": ["NETWORKER"], "months": 12, "indicators": ["Tonnen je Jahr"]}}""").update();
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from released_times where municipality_id = any(:cities) and quarter >= :since")
                .param("cities", everybody())
                .param("since", quarter())
                .update();
        jdbc.sql("delete from starter_idea_offer where municipality_id = 'muenster'")
                .update();
        alliance.dissolve();
    }

    @Test
    void whatACityEntersAndReleasesStandsBesideTheOthers() throws IOException {
        Page clerk = ownPage("wfm-sachbearbeitung");
        Locator strategy = part(clerk, "Strategie");
        strategy.getByText("Strategie: neuen Stand eintragen").click();
        strategy.getByLabel("Reifegrad").selectOption("3");
        strategy.getByLabel("Beleg").fill("Der Rat hat die Kreislaufstrategie beschlossen.");
        strategy.getByLabel("Stand der Übernahme").selectOption("ADOPTED");
        strategy.getByLabel("Übernommene Inhalte").fill("Ziele und Handlungsfelder des Bausteins.");
        strategy.getByLabel("Beruht auf Fassung").selectOption("1");
        strategy.getByLabel("Stand vom").fill("15.01.2026");
        strategy.getByLabel("Stand vom").press("Tab");
        strategy.getByLabel("Quelle").fill("Ratsbeschluss vom 10.12.2025");
        strategy.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Eintragen"))
                .click();
        assertThat(clerk.getByText("der neue Stand ist eingetragen und noch nicht freigegeben"))
                .isVisible();
        isFineInTasklist(clerk, "95-modellansatz-der-kommune");

        Page head = ownPage("wfm-leitung");
        part(head, "Strategie")
                .getByText("An den Verbund freigeben", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(head.getByText("Strategie: der Stand ist freigegeben.")).isVisible();

        Page page = opened("wfm-leitung", "verbund");
        Locator own = page.locator(".ks-exchange-own");
        assertThat(own).containsText("Stadt Münster");
        assertThat(own).containsText("3 umgesetzt");
        assertThat(page.locator(PAGE + " tbody"))
                .containsText("nicht erreichbar: arbeitet nicht in dieser Installation");
        assertThat(page.locator(PAGE + " tbody tr")).hasCount(6);
        isFineToRead(page, "96-cockpit-verbund-reifegrade");
        page.getByLabel("Größe").selectOption("MEDIUM");
        assertThat(page.locator(PAGE + " tbody tr")).hasCount(3);
        page.getByLabel("Größe").selectOption("");
        button(page, "Stadt Münster").click();
        assertThat(page.getByText("Der Rat hat die Kreislaufstrategie beschlossen."))
                .isVisible();
        Download csv = page.waitForDownload(() -> page.getByText("CSV").click());
        assertThat(Files.readString(csv.path())).contains("\"Stadt Münster\"", "\"umgesetzt\"");
    }

    @Test
    void timesOfFiveStandBesideTheOwn() {
        Page page = opened("wfm-leitung", "verbund");
        button(page, "Durchlaufzeiten").click();

        assertThat(page.locator(".ks-exchange-spread svg")).hasCount(1);
        assertThat(rows(page.locator(PAGE + " .ks-table")))
                .containsExactly(List.of("Protokoll schreiben", "5", "60 Std.", "3,8 Tage", "4,2 Tage", "4,2 Tage"));
        isFineToRead(page, "97-cockpit-verbund-durchlaufzeiten");
    }

    @Test
    void whatIsSharedIsTakenOverIntoAMeasureThatBundlesIdeas() {
        Page page = opened("wfm-leitung", "verbund");
        button(page, "Geteilte Einträge").click();
        assertThat(page.locator(".ks-exchange-item")).hasCount(1);
        button(page, "Übernehmen: Baustofflager").click();
        Locator form = page.locator(".ks-exchange-form");
        form.getByLabel("In die Maßnahme").selectOption(new SelectOption().setIndex(1));
        isFineToRead(page, "98-cockpit-verbund-uebernehmen");
        button(page, "Jetzt übernehmen").click();

        assertThat(page.getByText("bei den Ideen für Starterprojekte.")).isVisible();
        assertThat(
                        count(
                                "select count(*) from starter_idea_offer where taken_from like 'übernommen von Stadt bundeins%'"))
                .isEqualTo(1);
        button(page, "Selbst teilen").click();
        assertThat(page.getByText("Sie haben nichts, das sich teilen ließe.")).isVisible();
        isFineToRead(page, "99-cockpit-verbund-teilen");
    }

    @Test
    void itIsReadInEnglish() {
        Page page = openedInEnglish("wfm-leitung", "verbund");
        assertThat(page.locator(PAGE + " h1")).hasText("Association");
        assertThat(page.locator(PAGE + " tbody")).containsText("carried out");
        assertThat(page.locator(PAGE + " tbody")).containsText("not reachable: does not work in this installation");
        pictured(page, "96-cockpit-verbund-englisch");
        assertThat(Accessibility.violations(page, PAGE)).isEmpty();
    }

    private void isFineInTasklist(Page page, String picture) {
        page.setViewportSize(Browser.WIDTH, 2_400);
        Screenshots.take(page, picture);
        page.setViewportSize(Browser.WIDTH, Browser.HEIGHT);
        assertThat(German.leftovers(page.locator(TASKLIST_PAGE).innerText())).isEmpty();
        assertThat(Accessibility.violations(page, TASKLIST_PAGE)).isEmpty();
    }

    private Page ownPage(String user) {
        Tasklist tasklist = room.tasklist(user);
        tasklist.goesTo("Modellansatz")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Modellansatz der Kommune"))
                .click();
        assertThat(tasklist.page().locator(TASKLIST_PAGE + " section").first()).isVisible();
        return tasklist.page();
    }

    private static Locator part(Page page, String label) {
        return page.locator(".ks-standing-part[aria-label='" + label + "']");
    }

    private void releases(String city, int hours) {
        LocalDate from = quarter();
        TimeFacts.Row row = new TimeFacts.Row(
                "STEP", "workshops", "write-minutes", "Protokoll schreiben", 3, 9, hours, hours, 0, 0);
        transaction.executeWithoutResult(status ->
                releasing.times(city, new TimeFacts(from, from.plusMonths(3).minusDays(1), null, List.of(row))));
    }

    private static String[] everybody() {
        return Stream.concat(OTHERS.stream(), Stream.of(Office.MUNICIPALITY)).toArray(String[]::new);
    }

    /** @return first day of the quarter before this one */
    private static LocalDate quarter() {
        LocalDate month = CityDay.today().withDayOfMonth(1);
        return month.minusMonths((month.getMonthValue() - 1) % 3 + 3L);
    }
}
