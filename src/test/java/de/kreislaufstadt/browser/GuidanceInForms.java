package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The guide in the head of a form and on the page of a measure, as it looks where an association has published something. What the
 * server says about it is laid over its answers: the city of these tests belongs to none.
 */
abstract class GuidanceInForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String GUIDES = """
            [{"key": "VISION_GOALS", "title": "Leitbild und Ziele", "version": 2, "adoptedOn": "2026-03-02",
              "why": "Wofür die Stadt steht: daran misst sich, ob der Vorschlag dazugehört",
              "adoptedBy": "Deutscher Städtetag", "ownSince": "2026-05-04"},
             {"key": "STRATEGY", "title": "Strategie", "version": 1, "adoptedOn": "2026-03-02",
              "why": "Was die Stadt zuerst tut: daran misst sich, ob der Vorschlag jetzt an der Reihe ist",
              "adoptedBy": "Deutscher Städtetag", "ownSince": null}]
            """;

    private static final String TEXT = """
            {"title": "Leitbild und Ziele", "version": 2, "adoptedBy": "Deutscher Städtetag", "adoptedOn": "2026-03-02",
             "sections": [{"heading": "Wozu ein Leitbild", "blocks": [
                {"kind": "PARAGRAPH", "texts": ["Ein Leitbild sagt in einem Satz, wofür die Stadt steht."]},
                {"kind": "LIST", "texts": ["Es nennt ein Ziel.", "Es nennt einen Tag.", "Es nennt, wer es trägt."]}]}],
             "own": {"asOf": "2026-05-04", "builtOn": 1, "source": "Ratsbeschluss vom 4. Mai 2026", "blocks": [
                {"kind": "PARAGRAPH", "texts": ["Die Stadt halbiert bis 2035 ihren Verbrauch an neuen Rohstoffen."]}]}}
            """;

    @Test
    void unfoldsInTheHeadOfAForm(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace).number();
        Tasklist tasklist = workplace.tasklist("klima").fresh();
        Page page = tasklist.page();
        page.route(
                "**/form/task/*",
                route -> over(route, form -> form.withObject("/context").set("guidance", read(GUIDES))));
        page.route("**/guidance/VISION_GOALS", GuidanceInForms::text);

        OpenForm form = tasklist.opens(number, "Vorschlag prüfen");
        Locator guide = form.context().locator(".ks-guide");
        assertThat(guide.locator("li").first()).isHidden();
        guide.getByText("Leitfaden: Leitbild und Ziele, Strategie").click();
        assertThat(guide).containsText("Fassung 2, angenommen am");
        guide.getByText("„Leitbild und Ziele“ lesen").press("Enter");
        assertThat(guide.locator("ul ul li"))
                .hasText(new String[] {"Es nennt ein Ziel.", "Es nennt einen Tag.", "Es nennt, wer es trägt."});

        assertThat(guide).containsText("halbiert bis 2035");
        assertThat(German.leftovers(guide.innerText())).isEmpty();
        assertThat(Accessibility.violations(page, ".ks-shell")).isEmpty();
        assertThat(FormLook.faults(form)).isEmpty();
        Screenshots.takeWhole(page, form.place(), "leitfaden-im-formular");
        HandbookPictures.take(page, form.context(), "leitfaden");
        page.unroute("**/form/task/*");
        page.unroute("**/guidance/VISION_GOALS");
    }

    @Test
    void standsOnThePageOfAMeasurePhaseByPhase(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace).number();
        Tasklist tasklist = workplace.tasklist("klima").fresh();
        Page page = tasklist.page();
        page.route(
                "**/measures/" + number,
                route -> over(
                        route,
                        measure -> measure.putObject("guidance")
                                .<ObjectNode>set("UNDER_REVIEW", read(GUIDES))
                                .set("WORKSHOPS", read(GUIDES))));
        page.route("**/guidance/VISION_GOALS", GuidanceInForms::text);

        MeasuresPage measures = tasklist.measures().opens(number);
        Locator stand = measures.section("Stand im Ablauf");
        stand.getByText("Leitfaden je Phase").click();
        stand.getByText("„Leitbild und Ziele“ lesen").first().click();
        assertThat(stand).containsText("halbiert bis 2035");

        assertThat(stand.getByRole(AriaRole.TERM)).hasText(new String[] {"Prüfung", "Workshops"});
        assertThat(Accessibility.violations(page, ".ks-measures")).isEmpty();
        Screenshots.takeWhole(page, measures.place(), "leitfaden-der-massnahme");
        page.unroute("**/measures/" + number);
        page.unroute("**/guidance/VISION_GOALS");
    }

    private static void text(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(TEXT));
    }

    private static void over(Route route, Consumer<ObjectNode> change) {
        APIResponse answer = route.fetch();
        ObjectNode body = (ObjectNode) read(answer.text());
        change.accept(body);
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body.toString()));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
