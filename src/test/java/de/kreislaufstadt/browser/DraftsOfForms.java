package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.journey.Desk;
import de.kreislaufstadt.support.Http.Answer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Forms that are begun today and finished tomorrow, on another machine, in two windows, or too late. */
abstract class DraftsOfForms {

    private static final String STAKEHOLDERS = "Stakeholder analysieren";
    private static final String LIST = "Organisationen";

    @Test
    void goesOnTomorrowOnAnotherMachine(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist today = machine(workplace);
        OpenForm form = today.opens(number, STAKEHOLDERS);
        today.claims();
        assertThat(bar(form)).isHidden();
        form.writes("Vorgehen", "Erste Gespräche");
        saved(today, "Handwerkskammer", () -> form.addsRow(LIST).writes("Organisation", "Handwerkskammer"));
        assertThat(bar(form)).containsText(Pattern.compile("Entwurf gespeichert um \\d\\d:\\d\\d"));
        Screenshots.take(today.page(), "20-entwurf-gespeichert");
        today.page().context().close();

        Tasklist tomorrow = machine(workplace);
        OpenForm again = tomorrow.opens(number, STAKEHOLDERS);
        assertThat(notice(again)).containsText("wurde geladen");
        assertThat(again.field("Vorgehen")).hasValue("Erste Gespräche");
        assertThat(again.rows()
                        .last()
                        .getByLabel(Pattern.compile("^Organisation"))
                        .first())
                .hasValue("Handwerkskammer");
        assertThat(German.leftovers(again.place().innerText())).isEmpty();
        Screenshots.take(tomorrow.page(), "21-entwurf-geladen");

        button(again, "Entwurf verwerfen").click();
        assertThat(again.field("Vorgehen")).hasValue("");
        saved(tomorrow, "Erste Gespräche", () -> button(again, "Rückgängig").click());
        assertThat(again.field("Vorgehen")).hasValue("Erste Gespräche");
        tomorrow.page().context().close();
    }

    @Test
    void asksWhichOfTwoWindowsCounts(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist one = machine(workplace);
        OpenForm first = one.opens(number, STAKEHOLDERS);
        one.claims();
        saved(one, "Anfang", () -> first.writes("Vorgehen", "Anfang"));
        Tasklist other = machine(workplace);
        OpenForm second = other.opens(number, STAKEHOLDERS);
        assertThat(second.field("Vorgehen")).hasValue("Anfang");
        saved(one, "Im ersten Fenster", () -> first.writes("Vorgehen", "Im ersten Fenster"));

        second.writes("Vorgehen", "Im zweiten Fenster");

        Locator decision = notice(second).getByRole(AriaRole.ALERT);
        assertThat(decision).containsText("in einem anderen Fenster geändert");
        assertThat(decision).containsText("Im ersten Fenster");
        assertThat(decision).containsText("Im zweiten Fenster");
        assertThat(German.leftovers(decision)).isEmpty();
        assertThat(Accessibility.violations(other.page(), ".ks-draft-notice")).isEmpty();
        Screenshots.take(other.page(), "22-zwei-fenster");
        saved(
                other,
                "Im zweiten Fenster",
                () -> decision.getByText("Stand dieses Fensters behalten").click());
        assertThat(decision).isHidden();
        assertThat(one.fresh().opens(number, STAKEHOLDERS).field("Vorgehen")).hasValue("Im zweiten Fenster");
        one.page().context().close();
        other.page().context().close();
    }

    @Test
    void keepsWhatSomebodyTypedWhileAColleagueCompletedTheTask(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheStakeholderAnalysis(workplace);
        Tasklist clerk = machine(workplace);
        OpenForm form = clerk.opens(measure.number(), STAKEHOLDERS);
        clerk.claims();
        saved(clerk, "Mein halber Text", () -> form.writes("Vorgehen", "Mein halber Text"));
        Desk desk = workplace.desk("wfm");
        Answer returned =
                desk.returns(desk.open(measure.number(), "analyse-stakeholders").get(0));
        assertThat(returned.status()).isEqualTo(204);
        measure.does("wfm-head", "analyse-stakeholders");

        form.writes("Vorgehen", "Mein ganzer Text");
        Locator ended = notice(form).locator(".ks-ended");
        assertThat(ended).containsText("Erledigt von Leitung Wirtschaftsförderung am");
        assertThat(ended).containsText("Mein ganzer Text");
        assertThat(form.field("Vorgehen")).not().isEditable();
        assertThat(German.leftovers(ended.innerText())).isEmpty();
        assertThat(Accessibility.violations(clerk.page(), ".ks-shell")).isEmpty();
        Screenshots.take(clerk.page(), "23-inzwischen-erledigt");

        clerk.fresh();
        clerk.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Entwürfe"))
                .click();
        Locator row = clerk.page().locator("main tr").filter(new Locator.FilterOptions().setHasText(measure.number()));
        assertThat(row).containsText("Erledigt von Leitung Wirtschaftsförderung");
        row.getByText("Ansehen").click();
        Locator kept = clerk.page().locator("main .ks-ended");
        assertThat(kept).containsText("Mein ganzer Text");
        assertThat(German.leftovers(clerk.page().locator("main").innerText())).isEmpty();
        assertThat(Accessibility.violations(clerk.page(), ".ks-measures")).isEmpty();
        Screenshots.take(clerk.page(), "24-entwuerfe");
        kept.getByText("Entwurf löschen").click();
        assertThat(kept).containsText("Der Entwurf ist gelöscht.");
        clerk.page().context().close();
    }

    @Test
    void tellsTheSecondOfTwoWhoCompleteATaskWhoWasFirst(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.atTheStakeholderAnalysis(workplace);
        Tasklist clerk = machine(workplace);
        OpenForm form = clerk.opensFilled(measure.number(), STAKEHOLDERS, Examples.of("analyse-stakeholders"));
        clerk.claims();
        Desk desk = workplace.desk("wfm");
        assertThat(desk.returns(desk.open(measure.number(), "analyse-stakeholders")
                                .get(0))
                        .status())
                .isEqualTo(204);
        measure.does("wfm-head", "analyse-stakeholders");

        clerk.completes();

        Locator ended = notice(form).locator(".ks-ended");
        assertThat(ended).containsText("Erledigt von Leitung Wirtschaftsförderung am");
        assertThat(ended).containsText("Ihre Eingaben sind nicht verloren");
        assertThat(clerk.message()).isHidden();
        Screenshots.take(clerk.page(), "24-zu-spaet-abgeschlossen");
        clerk.page().context().close();
    }

    private static Tasklist machine(Workplace workplace) {
        SignIn signIn = workplace.signIn("tasklist");
        signIn.as(workplace.desk("wfm").user());
        return new Tasklist(workplace.city()::address, signIn.page()).fresh();
    }

    /** Waits for the save that carries the words; an earlier one may still be on its way. */
    private static void saved(Tasklist tasklist, String words, Runnable typing) {
        tasklist.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/draft")
                                && answer.request().method().equals("PUT")
                                && answer.request().postData().contains(words)
                                && answer.status() == 200,
                        typing);
    }

    private static Locator bar(OpenForm form) {
        return form.place().locator(".ks-draft");
    }

    private static Locator notice(OpenForm form) {
        return form.place().locator(".ks-draft-notice");
    }

    private static Locator button(OpenForm form, String name) {
        return bar(form).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
