package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Somebody goes elsewhere with a form half filled: asked where something would be lost, and left in peace where not. */
abstract class LeavingAForm {

    private static final String TASK = "Stakeholder analysieren";

    @Test
    void asksBeforeThePageIsLeftWithWordsThatAreNotSavedYet(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opens(number, TASK);
        clerk.claims();
        List<String> asked = new ArrayList<>();
        clerk.page().onceDialog(question -> {
            asked.add(question.type());
            question.accept();
        });

        form.field("Vorgehen").pressSequentially("Noch nicht gespeichert");
        clerk.fresh();
        assertThat(asked).containsExactly("beforeunload");

        // What was being left was saved on the way out.
        OpenForm again = clerk.opens(number, TASK);
        assertThat(again.field("Vorgehen")).hasValue("Noch nicht gespeichert");
    }

    @Test
    void asksNobodyWhoseDraftIsSaved(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opens(number, TASK);
        clerk.claims();
        List<String> asked = new ArrayList<>();
        Page page = clerk.page();
        Consumer<Dialog> listener = question -> {
            asked.add(question.type());
            question.accept();
        };
        page.onDialog(listener);

        form.field("Vorgehen").pressSequentially("Gespeichert");
        assertThat(form.place().locator(".ks-draft")).containsText("Entwurf gespeichert");
        clerk.measures();
        OpenForm again = clerk.fresh().opens(number, TASK);
        assertThat(again.field("Vorgehen")).hasValue("Gespeichert");
        clerk.fresh();

        page.offDialog(listener);
        assertThat(asked).isEmpty();
    }

    @Test
    void asksBeforeAnotherPageOfTasklistTakesThePlaceOfWordsThatCannotBeSaved(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        Page page = clerk.page();
        OpenForm form = clerk.opens(number, TASK);
        clerk.claims();
        page.route("**/draft", Route::abort);
        form.field("Vorgehen").pressSequentially("Ohne Verbindung");
        assertThat(form.place().locator(".ks-draft")).containsText("Entwurf nicht gespeichert.");
        Screenshots.take(page, "46-entwurf-nicht-gespeichert");

        page.onceDialog(question -> {
            assertThat(question.message()).contains("noch nicht gespeichert");
            question.dismiss();
        });
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Maßnahmen"))
                .click();
        assertThat(form.field("Vorgehen")).hasValue("Ohne Verbindung");

        page.onceDialog(Dialog::accept);
        clerk.measures();
        page.unroute("**/draft");
    }
}
