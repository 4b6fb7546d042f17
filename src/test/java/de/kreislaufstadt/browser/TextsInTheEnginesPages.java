package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.kreislaufstadt.journey.WrittenOver;
import de.kreislaufstadt.support.Injections;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Cockpit, Tasklist's own lists and Admin show dangerous texts as they are, wherever in the engine they stand. */
abstract class TextsInTheEnginesPages {

    private static final String ALL = String.join(" ", Injections.TEXTS);

    /** As many of them as a name may be long. */
    private static final String NAME = ALL.substring(0, 250);

    /** The beginning, where a page shows no more. */
    private static final String START = ALL.substring(0, 40);

    @Test
    void areTextsAndNothingElse(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.proposed(workplace, true);
        String process = WrittenOver.by(workplace.city(), measure.number(), "klima-sachbearbeitung", ALL);
        SignIn signIn = workplace.signIn("cockpit");
        signIn.as("wfm-leitung");
        Page page = signIn.page();

        for (String tab : new String[] {"variables-tab", "incidents-tab"}) {
            opens(workplace, page, "cockpit", "process-instance/" + process + "/runtime?tab=" + tab);
            assertThat(page.locator(".djs-container svg").first()).isVisible();
            isHarmless(
                    workplace, page, page.locator(".ctn-content-bottom tbody").first(), tab);
        }
        Cockpit cockpit = new Cockpit(workplace.city(), page);
        cockpit.opensProcesses();
        cockpit.opensProcess("Lebenslauf einer Maßnahme");
        String definition = page.url().replaceAll(".*process-definition/([^/]+)/.*", "$1");
        opens(
                workplace,
                page,
                "cockpit",
                "process-definition/" + definition + "/runtime?tab=process-instances-table&searchQuery="
                        + encoded("[{\"type\":\"PIbusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                                .formatted(NAME.replace("\"", "\\\""))));
        assertThat(cockpit.instances().locator("tr")).hasCount(1);
        isHarmless(workplace, page, cockpit.instances(), "suche");
        page.context().close();
        inTasklist(workplace);
    }

    /** A list with such a name, and the task in it. */
    private static void inTasklist(Workplace workplace) {
        Tasklist tasklist = workplace.tasklist("klima").fresh();
        tasklist.chooses(START);
        isHarmless(workplace, tasklist.page(), tasklist.page().locator(".task-filters"), "liste");
        Locator task = tasklist.cards().filter(new Locator.FilterOptions().setHasText(START));
        task.first().click();
        isHarmless(workplace, tasklist.page(), tasklist.title(), "aufgabe");
        tasklist.fresh();
    }

    private static void opens(Workplace workplace, Page page, String application, String route) {
        page.navigate(workplace.city().address("/camunda/app/" + application + "/default/#/" + route));
    }

    private static void isHarmless(Workplace workplace, Page page, Locator place, String picture) {
        assertThat(place).containsText(START);
        Screenshots.take(page, "24-gefaehrliche-texte-" + picture);
        assertThat(workplace.whatRan()).as(picture).isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
