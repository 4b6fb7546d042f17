package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One component of the model approach from its first draft to the page that everybody reads, on the packaged application, done by
 * the people of the association and of three cities in their own inboxes.
 */
@ExtendWith(WithAssociation.class)
class ModelApproachIT {

    private static final String KEY = "MA-STRATEGY-1";
    private static final String DIFU = "verbund-difu";
    private static final String ADOPTION = "verbund-staedtetag-head";
    private static final String BOTTROP = "bottrop-wirtschaft";
    private static final String KARLSRUHE = "karlsruhe-wirtschaft";
    private static final String OLDENBURG = "oldenburg-wirtschaft";
    private static final String DRAFT = "Baustein entwerfen";
    private static final String COMMENT = "Baustein kommentieren";
    private static final String CONSOLIDATE = "Rückmeldungen zusammenführen";
    private static final String ADOPT = "Baustein annehmen";

    @Test
    void difuDraftsThreeCitiesCommentEachCommentIsAnsweredTheVersionIsAdoptedAndEverybodyReadsIt(Workplace workplace) {
        begins(workplace);
        drafts(workplace);
        comments(workplace, BOTTROP, "Wo bleiben Ziele in Zahlen?", "Bis 2030 ein Fünftel weniger Restabfall je Kopf.");
        comments(workplace, KARLSRUHE, "Wo bleiben Ziele in Zahlen?", null);
        hasNothingToSay(workplace, OLDENBURG);
        answers(workplace);
        adopts(workplace);
        everybodyReadsIt(workplace);
        theCityReadsTheAnswer(workplace);
    }

    private static void begins(Workplace workplace) {
        Tasklist difu = workplace.tasklist(DIFU).fresh();
        Locator page = difu.goesTo("Modellansatz");
        assertThat(row(page, "Strategie")).containsText("Noch keine Fassung veröffentlicht");
        button(row(page, "Strategie"), "Runde beginnen").click();
        ActionDialog dialog = new ActionDialog(difu.page());
        Screenshots.take(difu.page(), "m01-runde-beginnen");
        button(dialog.place(), "Runde beginnen").click();
        assertThat(row(page, "Strategie")).containsText("Runde 1");
        Screenshots.take(difu.page(), "m02-modellansatz");
        assertThat(Accessibility.violations(difu.page(), "main.ks-measures")).isEmpty();
    }

    private static void drafts(Workplace workplace) {
        Tasklist difu = workplace.tasklist(DIFU).fresh();
        OpenForm form = opens(difu, "draft-component", DRAFT);
        form.addsRow("Abschnitte")
                .writes("Überschrift", "Wozu eine Strategie")
                .writes("Text", "Sie sagt, was zuerst geschieht.");
        form.addsRow("Abschnitte")
                .writes("Überschrift", "Ziele")
                .writes("Text", "Die Stadt setzt sich Ziele und prüft sie jährlich.");
        form.ticks("Erst nach dem Tag, oder wenn alle sich geäußert haben");
        // The calendar stays open over what is beside it until somebody goes on to another field.
        form.writes("Rückmeldungen bis", "15.01.2099");
        form.writes("Was ändert sich?", "Erste Fassung.");
        Screenshots.takeWhole(difu.page(), form.place(), "m03-entwurf");
        difu.completes();
        assertThat(difu.card(KEY, DRAFT)).isHidden();
    }

    private static void comments(Workplace workplace, String city, String words, String proposal) {
        Tasklist coordinator = arrived(workplace, city, COMMENT);
        OpenForm form = opens(coordinator, "comment-component", COMMENT);
        assertThat(form.place()).containsText("Die Stadt setzt sich Ziele und prüft sie jährlich.");
        coordinator.completes();
        assertThat(form.problems().first()).isVisible();
        OpenForm row = form.addsRow("Anmerkungen");
        // The first field of a new row has the focus, and with it its list of choices is open.
        row.chooses("Was ist es?", "Änderungswunsch").chooses("Zu welcher Stelle?", "Ziele");
        row.writes("Anmerkung", words);
        if (proposal != null) {
            row.writes("Vorschlag", proposal);
        }
        Screenshots.takeWhole(coordinator.page(), form.place(), "m04-rueckmeldung-" + city);
        coordinator.completes();
        assertThat(coordinator.card(KEY, COMMENT)).isHidden();
    }

    private static void hasNothingToSay(Workplace workplace, String city) {
        Tasklist coordinator = arrived(workplace, city, COMMENT);
        OpenForm form = coordinator.opens(KEY, COMMENT);
        coordinator.claims();
        form.ticks("Unsere Kommune hat keine Anmerkungen");
        coordinator.completes();
        assertThat(coordinator.card(KEY, COMMENT)).isHidden();
    }

    /** The member that does not work here keeps nobody waiting: the round goes on when the three have answered. */
    private static void answers(Workplace workplace) {
        Tasklist difu = arrived(workplace, DIFU, CONSOLIDATE);
        OpenForm form = opens(difu, "consolidate-component", CONSOLIDATE);
        assertThat(form.place()).containsText("Noch ohne Antwort");
        form.writes("Was hat sich geändert?", "Ziele in Zahlen ergänzt.");
        difu.completes();
        assertThat(form.problems().first()).isVisible();
        Screenshots.takeWhole(difu.page(), form.place(), "m05-ohne-antwort");

        // The form leads to the comments, and from there to the round.
        link(form.place(), "Modellansatz").click();
        Locator page = difu.page().locator("main.ks-measures");
        link(page, "Runde 1").first().click();
        assertThat(page).containsText("Partnerkommune 12");
        assertThat(page).containsText("nicht erreichbar");
        Screenshots.takeAll(difu.page(), "m06-runde");
        link(page, "Rückmeldungen lesen und beantworten").click();
        assertThat(page).containsText("0 von 2 Rückmeldungen sind beantwortet.");
        button(page, "Ziele").click();
        page.getByLabel("Rückmeldung von Stadt Bottrop auswählen").check();
        page.getByLabel("Rückmeldung von Stadt Karlsruhe auswählen").check();
        Locator many = page.locator(".ks-components-many");
        many.getByLabel("Antwort", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("ACCEPTED");
        many.getByLabel("Begründung").fill("Übernommen, mit dem Ziel aus Bottrop.");
        button(many, "Alle gleich beantworten").click();
        assertThat(page).containsText("2 von 2 Rückmeldungen sind beantwortet.");
        page.getByLabel("Text nach der Zusammenführung")
                .fill("Die Stadt setzt sich Ziele in Zahlen und prüft sie jährlich.");
        assertThat(page.locator("ins").last()).containsText("Zahlen");
        button(page, "Text speichern").click();
        assertThat(page).containsText("Der Text ist gespeichert.");
        Screenshots.takeAll(difu.page(), "m07-zusammenfuehrung");
        assertThat(Accessibility.violations(difu.page(), "main.ks-measures")).isEmpty();

        difu = workplace.tasklist(DIFU).fresh().chooses("Meine Aufgaben");
        form = difu.opens(KEY, CONSOLIDATE);
        form.writes("Was hat sich geändert?", "Ziele in Zahlen ergänzt.");
        difu.completes();
        assertThat(difu.card(KEY, CONSOLIDATE)).isHidden();
    }

    private static void adopts(Workplace workplace) {
        Tasklist adopting = arrived(workplace, ADOPTION, ADOPT);
        OpenForm form = opens(adopting, "adopt-component", ADOPT);
        assertThat(form.place()).containsText("Ziele in Zahlen");
        form.ticks("Annehmen");
        Screenshots.takeWhole(adopting.page(), form.place(), "m08-annehmen");
        adopting.completes();
        assertThat(adopting.card(KEY, ADOPT)).isHidden();
    }

    private static void everybodyReadsIt(Workplace workplace) {
        Page citizen = workplace.visits("http://localhost/modellansatz");
        citizen.waitForCondition(() -> {
            citizen.reload();
            return citizen.content().contains("Ziele in Zahlen ergänzt.");
        });
        Screenshots.takeAll(citizen, "m09-oeffentlich");
        citizen.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Strategie").setExact(true))
                .first()
                .click();
        Locator text = citizen.locator("main");
        assertThat(text).containsText("Die Stadt setzt sich Ziele in Zahlen und prüft sie jährlich.");
        assertThat(text).containsText("Deutscher Städtetag");
        Screenshots.takeAll(citizen, "m10-oeffentliche-fassung");
        assertThat(citizen.content())
                .as("what cities have said stays inside")
                .doesNotContain("Restabfall", "Übernommen, mit dem Ziel aus Bottrop", "Sachbearbeitung");
        assertThat(Accessibility.violations(citizen, "main")).isEmpty();
    }

    private static void theCityReadsTheAnswer(Workplace workplace) {
        Tasklist coordinator = workplace.tasklist(KARLSRUHE).fresh();
        Locator page = coordinator.goesTo("Modellansatz");
        link(page, "Strategie").click();
        page.getByText("Alle Runden").click();
        link(page, "Runde 1").first().click();
        assertThat(page).containsText("Übernommen, mit dem Ziel aus Bottrop.");
        assertThat(page).not().containsText("Restabfall");
        Screenshots.takeAll(coordinator.page(), "m11-antwort-fuer-die-kommune");
    }

    /** @return the form of a claimed task: readable, German, every field named; a run for the handbook takes its picture */
    private static OpenForm opens(Tasklist inbox, String task, String title) {
        OpenForm form = inbox.opens(KEY, title);
        inbox.claims();
        assertThat(form.context()).containsText("Was ist zu tun?");
        int rows = form.rows().count();
        assertThat(FormLook.faults(form)).as(task).isEmpty();
        // The look gives every list one more row, which nobody fills in here.
        while (form.rows().count() > rows) {
            form.removesRow(form.rows().count());
        }
        assertThat(Accessibility.violations(inbox.page(), ".ks-shell")).as(task).isEmpty();
        if (!HandbookPictures.wanted()) {
            return form;
        }
        String address = inbox.page().url();
        HandbookPictures.takeForm(
                inbox.page(),
                Examples.of(task),
                () -> inbox.fresh()
                        .waitForForm(".*/form/task/[^/]+$", () -> inbox.page().navigate(address)),
                task);
        return inbox.fresh().opens(KEY, title);
    }

    /** @return the inbox of somebody for whom a job has brought a task by now */
    private static Tasklist arrived(Workplace workplace, String place, String task) {
        Tasklist inbox = workplace.tasklist(place);
        inbox.page().waitForCondition(() -> {
            inbox.fresh();
            inbox.cards()
                    .first()
                    .or(inbox.page().locator(".tasks-list"))
                    .first()
                    .waitFor();
            return inbox.card(KEY, task).isVisible();
        });
        return inbox;
    }

    private static Locator row(Locator page, String component) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(component));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator link(Locator place, String name) {
        return place.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }
}
