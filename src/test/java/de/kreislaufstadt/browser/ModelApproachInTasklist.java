package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.association.desk.ModelOffice;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.OtherCity;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Difu's day on the page "Modellansatz": who is missing, comments beside their passage, an answer to each, what has changed. */
abstract class ModelApproachInTasklist {

    /** The first page of a window that has just been opened loads everything. */
    private static final double PATIENCE_MILLIS = 20_000;

    private static final String FIRST = """
            [{"anchor": "ziele", "heading": "Ziele", "text": "Städte sparen Rohstoffe, wo sie bauen."},
             {"anchor": "wege", "heading": "Wege", "text": "Sie tauschen sich einmal im Jahr aus."}]""";

    @Autowired
    CockpitRoom room;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private ModelOffice office;
    private UUID round;
    private UUID first;

    @BeforeEach
    void aRoundBeingConsolidated() {
        office = new ModelOffice(jdbc, accounts, events);
        office.found();
        UUID before = office.round("STRATEGY", 1, "PUBLISHED");
        office.version("STRATEGY", 1, before, FIRST);
        round = office.round("STRATEGY", 2, "CONSOLIDATING");
        office.section(round, 1, "ziele", "Städte sparen Rohstoffe und Flächen, wo sie bauen und beschaffen.");
        office.section(round, 2, "wege", "Sie tauschen sich zweimal im Jahr aus.");
        UUID own = office.request(round, OtherCity.ID, "ANSWERED");
        UUID partner = office.request(round, "partner07", "ANSWERED");
        office.request(round, "partner08", "UNREACHABLE");
        first = office.comment(round, own, 1, "ziele", "Flächen gehören in einen eigenen Absatz.");
        office.comment(round, partner, 1, "ziele", "flächen gehören in einen eigenen Absatz");
        office.comment(round, partner, 2, "wege", "Zweimal im Jahr ist für kleine Städte viel.");
        UUID products = office.round("PRODUCTS", 1, "COMMENTING");
        office.request(products, OtherCity.ID, "OPEN");
        office.request(products, "partner07", "NO_COMMENT");
        office.request(products, "partner08", "UNREACHABLE");
    }

    @AfterEach
    void theOfficeGoes() {
        office.leave();
    }

    @Test
    void commentsAreAnsweredBesideTheirPassageAndTheTextIsWrittenAgainstTheDraft() {
        Page page = opened(ModelOffice.MODERATION, "");
        Locator content = content(page);
        assertThat(content).containsText("Fassung 1 vom 20.11.2026");
        assertThat(content.locator("tbody tr").nth(1)).containsText("(wartet auf Sie)");
        isFitForUse(page, "95-modellansatz");

        content.getByText("Runde 2").click();
        assertThat(content).containsText("2 von 3 Mitgliedern haben geantwortet.");
        assertThat(content).containsText("nicht erreichbar: arbeitet nicht in dieser Anwendung");
        isFitForUse(page, "96-modellansatz-runde");

        content.getByText("Rückmeldungen lesen und beantworten").click();
        assertThat(content).containsText("0 von 3 Rückmeldungen sind beantwortet.");
        assertThat(content.locator(".ks-components-comment")).hasCount(2);
        isFitForUse(page, "97-modellansatz-zusammenfuehrung");

        button(content, "Antwort speichern").first().click();
        assertThat(content.locator("#ks-rounds-" + first + "-answer-problem")).isVisible();
        button(content, "Alle 2 gleichlautenden auswählen").first().click();
        Locator many = content.locator(".ks-components-many");
        many.locator("select").selectOption("ACCEPTED");
        many.locator("textarea").fill("Der Absatz ist geteilt.");
        button(many, "Alle gleich beantworten").click();
        assertThat(content).containsText("2 von 3 Rückmeldungen sind beantwortet.");

        Locator text = content.locator("#ks-rounds-passage-text");
        text.fill("Städte sparen Rohstoffe, wo sie bauen und beschaffen.\n\nSie sparen Flächen.");
        assertThat(content.locator(".ks-components-diff del").first()).containsText("und Flächen");
        assertThat(content.locator(".ks-components-diff ins").last()).containsText("Sie sparen Flächen");
        isFitForUse(page, "98-modellansatz-text");
        button(content, "Text speichern").click();
        assertThat(content).containsText("Der Text ist gespeichert.");

        // By keyboard alone: to the next passage that has something to answer, and the answer itself.
        button(content, "Nächste unbeantwortete").focus();
        page.keyboard().press("Enter");
        assertThat(content.locator("h2")).hasText("Wege");
        assertThat(content.locator(".ks-components-comment select").first()).isFocused();
        page.keyboard().type("Teil");
        page.keyboard().press("Tab");
        page.keyboard().type("Einmal reicht, zweimal wird empfohlen.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(content).containsText("3 von 3 Rückmeldungen sind beantwortet.");
        assertThat(jdbc.sql("select answer from component_comment where anchor = 'wege'")
                        .query(String.class)
                        .list())
                .containsExactly("PARTLY");
    }

    @Test
    void whoComesSecondIsToldWhatTheFirstHasAnswered() {
        Page page =
                opened(ModelOffice.MODERATION, "?baustein=STRATEGY&runde=2&ansicht=zusammenfuehrung&abschnitt=ziele");
        Locator comment = content(page).locator(".ks-components-comment").first();
        comment.locator("select").selectOption("DECLINED");
        comment.locator("textarea").fill("Das steht schon da.");
        office.answered(first, "ACCEPTED");

        button(comment, "Antwort speichern").click();

        assertThat(content(page).getByRole(AriaRole.ALERT))
                .containsText("hat inzwischen jemand anderes geantwortet: Angenommen");
        assertThat(comment.locator("textarea")).hasValue("Das steht schon da.");
    }

    @Test
    void theDraftStandsBesideTheLastVersion() {
        Page page = opened(ModelOffice.ADOPTION, "?baustein=STRATEGY");
        content(page).getByText("Fassungen vergleichen").click();

        assertThat(content(page)).containsText("2 von 2 Abschnitten sind anders.");
        assertThat(content(page).locator("ins").first()).containsText("und Flächen");
        isFitForUse(page, "99-modellansatz-vergleich");
    }

    @Test
    void aRoundIsEndedAfterADialogueSaidWhatHappens() {
        Page page = opened(ModelOffice.MODERATION, "?baustein=PRODUCTS&runde=1");
        button(content(page), "Runde abbrechen").click();
        Locator dialog = page.locator("dialog.ks-dialog");
        assertThat(dialog).containsText("Runde 1 endet ohne Fassung");
        button(dialog, "Runde abbrechen").click();
        assertThat(dialog.locator(".ks-field-error")).isVisible();
        Screenshots.take(page, "99a-modellansatz-abbrechen");
        assertThat(Accessibility.violations(page, "dialog.ks-dialog")).isEmpty();
        button(dialog, "Abbrechen").last().click();
        assertThat(jdbc.sql("select state from component_round where component = 'PRODUCTS'")
                        .query(String.class)
                        .single())
                .isEqualTo("COMMENTING");
    }

    @Test
    void aMemberReadsWhatIsItsOwnAndNothingOfOthers() {
        Page page = opened(OtherCity.CLERK, "?baustein=STRATEGY&runde=2");

        assertThat(content(page)).containsText("Flächen gehören in einen eigenen Absatz.");
        assertThat(content(page)).containsText("Die Antworten stehen hier, sobald die Fassung veröffentlicht ist.");
        assertThat(content(page)).not().containsText("Partnerkommune");
        assertThat(content(page).locator("button")).hasCount(0);
        isFitForUse(page, "99b-modellansatz-mitglied");
    }

    private Page opened(String user, String query) {
        Page page = room.tasklist(user).page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Modellansatz( \\(\\d+\\))?$")))
                .click();
        assertThat(content(page).locator("h1"))
                .hasText("Modellansatz", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        if (!query.isEmpty()) {
            page.navigate("about:blank");
            page.navigate(room.root("/camunda/app/tasklist/default/#/modellansatz" + query));
            assertThat(content(page).locator("h1")).not().hasText("Modellansatz");
        }
        return page;
    }

    private static Locator content(Page page) {
        return page.locator("main.ks-components");
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static void isFitForUse(Page page, String picture) {
        Screenshots.takeWhole(page, content(page), picture);
        assertThat(Accessibility.violations(page, "main.ks-components")).isEmpty();
        assertThat(German.leftovers(content(page).innerText())).isEmpty();
    }
}
