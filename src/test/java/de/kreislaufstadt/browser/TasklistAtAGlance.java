package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Tasklist shows of a task, and what it does not show because nobody may do it. */
abstract class TasklistAtAGlance {

    private static final String REVIEW = "Vorschlag prüfen";

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
}
