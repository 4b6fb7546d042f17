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
}
