package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Managers see all measures of the city, find the ones that need them, and take the list away. */
abstract class PortfolioInCockpit extends CockpitView {

    private static final String ALL = "select count(*) from measure m where m.municipality_id = 'muenster'";
    private static final String RUNS = " m.municipality_id = 'muenster' and m.state not in"
            + " ('PAUSED', 'DEFERRED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'MERGED')";
    private static final String TASKS = """
            select count(distinct m.id) from measure m
            join camunda.act_ru_execution e on e.business_key_ = m.number and e.tenant_id_ = m.municipality_id
            join camunda.act_ru_task t on t.proc_inst_id_ = e.id_ where""" + RUNS;

    @Test
    void theFiguresAreThoseOfTheTablesTheyAreMadeOf() {
        Page page = room.cockpitOf("klima-leitung");

        // The first page shows them, too, and each leads to the measures that it counts.
        assertThat(page.locator(".ks-dashboard [data-tile]")).hasCount(5);
        assertThat(Accessibility.violations(page, ".ks-dashboard")).isEmpty();
        Screenshots.take(page, "30-cockpit-uebersicht");
        page.locator(".ks-dashboard [data-tile=OVERDUE]").click();
        assertThat(rows(page).first()).isVisible();

        assertThat(figure(page, "RUNNING")).isEqualTo(count("select count(*) from measure m where" + RUNS));
        assertThat(figure(page, "OVERDUE"))
                .isEqualTo(count(TASKS + " and t.due_date_ at time zone 'UTC' < date_trunc('day', now() at time zone"
                        + " 'Europe/Berlin') at time zone 'Europe/Berlin'"))
                .isPositive();
        assertThat(figure(page, "DECISION")).isEqualTo(count(TASKS + " and t.task_def_key_ like 'decide-%'"));
        assertThat(figure(page, "PAUSED"))
                .isEqualTo(
                        count("select count(*) from measure where municipality_id = 'muenster' and state = 'PAUSED'"));
        assertThat(figure(page, "STUCK"))
                .isEqualTo(count("select count(distinct e.business_key_) from camunda.act_ru_incident i join"
                        + " camunda.act_ru_execution e on e.id_ = i.proc_inst_id_ where i.tenant_id_ = 'muenster'"))
                .isPositive();
        assertThat(page.locator("[data-tile=OVERDUE]")).hasAttribute("aria-pressed", "true");
        assertThat(found(page)).isEqualTo(figure(page, "OVERDUE"));
        assertThat(page.locator(".ks-light-red")).hasCount(rows(page).count());
        page.context().close();
    }

    @Test
    void findsSortsAndOpensWhatIsLookedFor() {
        Page page = portfolio("klima-leitung");
        assertThat(found(page)).isEqualTo(count(ALL));
        Screenshots.take(page, "31-cockpit-massnahmen");
        HandbookPictures.takeView(page, page.locator(PAGE), "portfolio");
        assertThat(Accessibility.violations(page, PAGE)).isEmpty();
        assertThat(German.leftovers(page.locator(PAGE).innerText())).isEmpty();

        page.getByLabel("Handlungsfeld").selectOption("BUILDING");
        assertThat(page.locator(".ks-count"))
                .containsText("Gefunden: "
                        + count(ALL + " and (select v.field_of_action from measure_version v where v.measure_id = m.id"
                                + " order by v.version desc limit 1) = 'BUILDING'"));
        page.getByLabel("Handlungsfeld").selectOption("");
        page.getByLabel("Fachbereich").selectOption("umwelt");
        assertThat(page.locator(".ks-count"))
                .containsText("Gefunden: "
                        + count(ALL + " and (m.lead = 'umwelt' or exists (select 1 from"
                                + " camunda.act_ru_execution e join camunda.act_ru_task t on t.proc_inst_id_ = e.id_ join"
                                + " camunda.act_ru_identitylink l on l.task_id_ = t.id_ where e.business_key_ = m.number and"
                                + " l.group_id_ in ('muenster-umwelt', 'muenster-umwelt-head')))"));
        page.getByLabel("Fachbereich").selectOption("");

        page.getByLabel("Phase").selectOption("WORKSHOPS");
        assertThat(page.locator(".ks-count")).containsText(Pattern.compile("Gefunden: 1[0-9]\\b"));
        assertThat(rows(page).first()).containsText("Workshops");
        page.getByLabel("Suche").fill("reparieren");
        assertThat(rows(page).first()).containsText("Reparieren statt wegwerfen");
        page.getByLabel("Suche").fill("gibt es nicht");
        assertThat(page.getByText("Keine Maßnahme passt zu dieser Auswahl.")).isVisible();
        page.getByText("Filter zurücksetzen").click();
        assertThat(page.locator(".ks-count")).containsText("Gefunden: " + count(ALL));

        Locator sort = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nummer"));
        sort.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("Nummer");
        assertThat(rows(page).first()).containsText("BE-302");
        assertThat(sort).isFocused();

        page.getByLabel("Suche").fill("WW-300");
        assertThat(rows(page)).hasCount(1);
        rows(page)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Ablauf von WW-300 öffnen"))
                .click();
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        page.goBack();
        assertThat(rows(page)).hasCount(1);
        rows(page).getByText("WW-300").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("WW-300");
        assertThat(page.locator("#ks-measure-panel")).containsText("Vorschlag prüfen");
        Screenshots.take(page, "32-cockpit-massnahme");
        assertThat(Accessibility.violations(page, PAGE)).isEmpty();
        page.context().close();
    }

    @Test
    void takesTheListAway() throws IOException {
        Page page = portfolio("klima-leitung");
        page.getByLabel("Stand").selectOption("PAUSED");
        assertThat(page.locator(".ks-count"))
                .containsText(
                        "Gefunden: "
                                + count(
                                        "select count(*) from measure where municipality_id = 'muenster' and state = 'PAUSED'"));

        Download csv = page.waitForDownload(() -> page.getByText("CSV", new Page.GetByTextOptions().setExact(true))
                .click());
        Download xlsx =
                page.waitForDownload(() -> page.getByText("Excel (XLSX)").click());

        List<String> lines = Files.readAllLines(csv.path());
        assertThat(csv.suggestedFilename()).isEqualTo("massnahmen.csv");
        assertThat(lines).hasSize((int) found(page) + 1);
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains("\"Ruht\""));
        assertThat(xlsx.suggestedFilename()).isEqualTo("massnahmen.xlsx");
        assertThat(Files.size(xlsx.path())).isGreaterThan(2_000);
        page.context().close();
    }

    private Page portfolio(String user) {
        Page page = room.cockpitOf(user);
        page.locator("[cam-widget-header]").getByText("Maßnahmen").first().click();
        assertThat(rows(page).first()).isVisible();
        return page;
    }

    private static Locator rows(Page page) {
        return page.locator(".ks-portfolio tbody tr");
    }

    private static long figure(Page page, String tile) {
        return Long.parseLong(
                page.locator(PAGE + " [data-tile=" + tile + "] .ks-tile-figure").innerText());
    }

    private static long found(Page page) {
        return Long.parseLong(page.locator(".ks-count").innerText().replaceAll("\\D", ""));
    }
}
