package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What Tasklist shows of a task, and what it does not show because nobody may do it. */
abstract class TasklistAtAGlance {

    private static final String REVIEW = "Vorschlag prüfen";
    private static final String PREPARE = "Workshop vorbereiten";

    @Test
    void offersNothingThatTheServerRefuses(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace).number();
        Tasklist tasklist = workplace.tasklist("klima").fresh();
        tasklist.opens(number, REVIEW);

        assertThat(tasklist.facts()).containsText(new String[] {"Frist:", "Zuständig: Stabsstelle Klima"});
        assertThat(tasklist.facts().locator("a, [cam-widget-inline-field], input"))
                .hasCount(0);
        assertThat(tasklist.tabs()).not().containsText(new String[] {"Historie"});
        assertThat(tasklist.page().locator(".task-filter .actions").first()).isHidden();
        assertThat(tasklist.page().locator(".task-card .instance-link")).isHidden();
        assertThat(tasklist.page().locator("body").innerText()).doesNotContain("muenster");

        tasklist.claims();
        assertThat(tasklist.facts().last()).containsText("Von Ihnen übernommen");
        tasklist.putsBack();
        assertThat(tasklist.facts().last()).containsText("Diese Aufgabe übernehmen");
    }

    @Test
    void leadsManagersToTheInstanceInCockpit(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace)
                .does("klima", "review-proposal")
                .number();
        Tasklist tasklist = workplace.tasklist("wfm-head").fresh();

        tasklist.opens(number, "Beschluss eintragen");

        assertThat(tasklist.page().locator(".task-card .instance-link")).isVisible();
    }

    @Test
    void showsOnACardWhatTellsTasksApart(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheWorkshops(workplace);
        Tasklist tasklist = workplace.tasklist("wfm").fresh();

        assertThat(tasklist.card(measure.number(), PREPARE)).hasCount(2);
        assertThat(tasklist.card(measure.number(), "Workshop 1")).containsText("Phase: Workshops");
        Locator second = tasklist.card(measure.number(), "Workshop 2");
        assertThat(second).containsText("Frist: ");
        assertThat(second).not().containsText("In Arbeit");
        assertThat(second.locator(".cells-wrapper")).isHidden();

        measure.claims("wfm", "prepare-workshop");
        workplace.city().becomesOverdue(measure.number(), "prepare-workshop");
        Tasklist head = workplace.tasklist("wfm").fresh();
        assertThat(head.card(measure.number(), "Von Ihnen übernommen")).hasCount(1);
        assertThat(head.card(measure.number(), "überfällig")).hasCount(2);
        assertThat(German.leftovers(head.visibleText())).isEmpty();
        Screenshots.take(head.page(), "02-aufgaben-auf-einen-blick");
    }

    @Test
    void showsWhatIsMostUrgentFirstUntilThePersonChoosesAnotherOrder(Workplace workplace) {
        MeasureOnItsWay.proposed(workplace);
        String urgent = MeasureOnItsWay.proposed(workplace).number();
        workplace.city().becomesOverdue(urgent, "review-proposal");
        SignIn signIn = workplace.signIn("tasklist");
        signIn.as("klima-sachbearbeitung");
        Tasklist tasklist = new Tasklist(workplace.city()::address, signIn.page());
        Locator orders = signIn.page().locator("li.sorting-choice");

        assertThat(tasklist.cards().first()).containsText(urgent);
        assertThat(orders).containsText(new String[] {"Frist"});
        assertThat(orders.first().locator(".sort-direction.glyphicon-menu-up")).isVisible();
        Screenshots.take(signIn.page(), "02-dringendes-zuerst");

        orders.first().locator(".sort-direction").click();
        assertThat(tasklist.cards().first()).not().containsText(urgent);
        tasklist.goesTo("Maßnahmen");
        signIn.page().navigate(workplace.city().address("/camunda/app/tasklist/default/"));
        assertThat(tasklist.lists().first()).isVisible();
        assertThat(tasklist.cards().first()).not().containsText(urgent);
        assertThat(orders.first().locator(".sort-direction.glyphicon-menu-down"))
                .isVisible();
        signIn.page().context().close();
    }

    @Test
    void findsTasksByTitleOfTheMeasureAndDepartment(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace).number();
        Tasklist tasklist = workplace.tasklist("klima").fresh();

        tasklist.searches(number + " bauteile wirtschaftsförderung");
        assertThat(tasklist.found()).hasCount(1);
        assertThat(tasklist.found().first()).containsText("In Prüfung");
        tasklist.opensFound(REVIEW);
        assertThat(tasklist.title()).hasText(REVIEW);

        tasklist.searches(number + " Gesundheitsamt");
        assertThat(tasklist.page().getByText("Keine Ihrer offenen Aufgaben passt dazu."))
                .isVisible();
        tasklist.searches("");
        assertThat(tasklist.card(number, REVIEW)).isVisible();
    }

    @Test
    void showsTheMeasureOfATaskInATabOfItsOwn(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheWorkshops(workplace).does("wfm", "prepare-workshop");
        Tasklist tasklist = workplace.tasklist("difu").fresh();
        tasklist.opens(measure.number(), "Tagesordnung abstimmen");

        tasklist.tab("Maßnahme").click();

        Locator tab = tasklist.openTab().locator(".ks-measure-tab");
        assertThat(tab.locator("h2").first()).containsText(measure.number());
        assertThat(tab).containsText("Es folgen: Auswertung, Abschluss.");
        Locator elsewhere = MeasuresPage.section(tab, "Offene Schritte anderswo");
        assertThat(elsewhere.locator("tbody tr")).hasCount(1);
        assertThat(elsewhere).containsText("Workshop vorbereiten");
        assertThat(elsewhere).containsText("Workshop 2");
        assertThat(elsewhere).containsText("Wirtschaftsförderung Münster GmbH");
        assertThat(MeasuresPage.section(tab, "Verlauf")).containsText("Zur Entscheidung weiterleiten");
        assertThat(MeasuresPage.section(tab, "Entscheidungen")).containsText("Zugestimmt");
        assertThat(MeasuresPage.section(tab, "Unterlagen"))
                .containsText("Zu dieser Maßnahme gibt es noch keine Unterlagen.");
        assertThat(German.leftovers(tasklist.visibleText())).isEmpty();
        assertThat(Accessibility.violations(tasklist.page(), ".ks-measure-tab")).isEmpty();
        Screenshots.takeWhole(tasklist.page(), tab, "08-massnahme-der-aufgabe");

        tab.getByText("Alles zur Maßnahme").click();
        assertThat(tasklist.page().locator(".ks-measures h1")).containsText(measure.number());
    }

    @Test
    void tellsWhoProposesWhichNumberTheMeasureGotAndWhatHappensNext(Workplace workplace) {
        Tasklist tasklist = workplace.tasklist("wfm").fresh();

        Locator note = tasklist.proposes(Examples.of("propose-measure"));

        assertThat(note).containsText("Ihr Vorschlag ist eingegangen");
        assertThat(note).containsText("„Vorschlag prüfen“ bei Stabsstelle Klima, bis ");
        String number = note.locator("strong").innerText();
        Screenshots.take(tasklist.page(), "15-vorschlag-eingegangen");
        note.getByText("Maßnahme " + number + " ansehen").click();
        assertThat(note).isHidden();
        assertThat(tasklist.page().locator(".ks-measures h1")).containsText(number);
    }
}
