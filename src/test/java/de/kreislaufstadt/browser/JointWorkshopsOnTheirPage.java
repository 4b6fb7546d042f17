package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/**
 * The page "Gemeinsame Workshops" as it looks to a city that takes part. The city of these tests belongs to no association; what the
 * server would answer is laid in its place.
 */
abstract class JointWorkshopsOnTheirPage {

    private static final String LINE = """
            {"id": "7b0f3f0e-6a54-4f0e-9d0c-7c1f5e7a7301", "title": "Lager für gebrauchte Bauteile", "organiser": "Partnerkommune 07",
             "own": false, "date": "2026-09-10", "stage": "RELEASED", "stageLabel": "Protokoll freigegeben", "tasks": 1}
            """;

    private static final String WORKSHOP = """
            {"workshop": %s, "begin": "10:00:00", "end": "16:00:00", "place": "Großer Saal, Rathaus",
             "aim": "Wissen, welche Lager drei Städte gemeinsam betreiben können.",
             "cities": ["Partnerkommune 07", "Münster", "Partnerkommune 08"],
             "agenda": [
               {"title": "Begrüßung und Ziele", "minutes": 30, "goal": null, "entries": [
                 {"kind": "Feststellung", "text": "Ziele und Ablauf wurden vorgestellt.", "responsible": null, "city": null,
                  "ours": false, "due": null}]},
               {"title": "Flächen in drei Städten", "minutes": 90, "goal": "Eine Liste der Flächen", "entries": [
                 {"kind": "Aufgabe", "text": "Freie Hallen über 800 Quadratmeter melden", "responsible": "Amt für Immobilienmanagement",
                  "city": "Münster", "ours": true, "due": "2026-12-01"},
                 {"kind": "Beschluss", "text": "Ein Lager wird gemeinsam betrieben.", "responsible": null, "city": null,
                  "ours": false, "due": null}]}],
             "summary": "Zwei Lager genügen für drei Städte.", "releasedOn": "2026-10-01", "edition": 1,
             "counts": [{"group": "Wirtschaft", "invited": 10, "accepted": 9, "attended": 8},
                        {"group": "Verwaltung", "invited": 7, "accepted": 7, "attended": 6}]}
            """.formatted(LINE);

    @Test
    void readsTheMinutesOfAnotherCity(Workplace workplace) {
        Tasklist tasklist = workplace.tasklist("klima-head").fresh();
        Page page = tasklist.page();
        page.route("**/kreislaufstadt/pages", route -> answer(route, "[\"tasks\",\"measures\",\"joint-workshops\"]"));
        page.route("**/kreislaufstadt/joint-workshops", route -> answer(route, "{\"workshops\": [" + LINE + "]}"));
        page.route("**/kreislaufstadt/joint-workshops/*", route -> answer(route, WORKSHOP));
        page.reload();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gemeinsame Workshops"))
                .click();
        Locator place = page.locator(".ks-joint");
        assertThat(place.locator("tbody tr")).containsText("Partnerkommune 07");
        assertThat(Accessibility.violations(page, ".ks-joint")).isEmpty();
        Screenshots.take(page, "gemeinsame-workshops");

        place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lager für gebrauchte Bauteile"))
                .click();
        assertThat(place.locator(".ks-joint-tasks")).containsText("Freie Hallen");
        assertThat(place).containsText("Wirtschaft");
        assertThat(German.leftovers(place.innerText())).isEmpty();
        assertThat(Accessibility.violations(page, ".ks-joint")).isEmpty();
        Screenshots.takeWhole(page, place, "gemeinsamer-workshop");
        HandbookPictures.takePage(page, place, "gemeinsamer-workshop");
        for (String address : new String[] {"pages", "joint-workshops", "joint-workshops/*"}) {
            page.unroute("**/kreislaufstadt/" + address);
        }
    }

    @Test
    void isOfNoUseToACityThatSharesNothing(Workplace workplace) {
        Tasklist tasklist = workplace.tasklist("klima-head").fresh();
        assertThat(tasklist.page().locator("li.kreislaufstadt-joint-workshops-link"))
                .isHidden();
    }

    private static void answer(Route route, String body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }
}
