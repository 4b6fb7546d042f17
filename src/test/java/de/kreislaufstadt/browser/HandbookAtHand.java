package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The handbook is one click from the form that it explains. */
abstract class HandbookAtHand {

    @Test
    void opensAtThePageOfTheTaskBesideTheForm(Workplace workplace) {
        String number = MeasureOnItsWay.proposed(workplace).number();
        Tasklist tasklist = workplace.tasklist("klima").fresh();
        OpenForm form = tasklist.opens(number, "Vorschlag prüfen");

        Page book = tasklist.page()
                .waitForPopup(() ->
                        form.context().getByText("Handbuch: Vorschlag prüfen").click());

        assertThat(heading(book)).hasText("Vorschlag prüfen");
        assertThat(book.locator("main img").first()).isVisible();
        assertThat(Accessibility.violations(book, "html")).isEmpty();
        assertThat(German.leftovers(book.locator("main").innerText())).isEmpty();
        Screenshots.take(book, "handbuch-vorschlag-pruefen");
        assertThat(form.place()).isVisible();

        book.getByLabel("Inhaltsverzeichnis")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Vertretung"))
                .click();
        assertThat(heading(book)).hasText("Vertretung");
        book.close();
    }

    @Test
    void hasAnEntryBesideTheOtherPages(Workplace workplace) {
        Tasklist tasklist = workplace.tasklist("wfm").fresh();

        Page book = tasklist.page()
                .waitForPopup(() -> tasklist.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("Handbuch").setExact(true))
                        .click());

        assertThat(heading(book)).hasText("Handbuch");
        assertThat(Accessibility.violations(book, "html")).isEmpty();
        Screenshots.take(book, "handbuch-inhalt");
        book.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Projektskizze bewerten"))
                .click();
        assertThat(heading(book)).hasText("Projektskizze bewerten");
        book.close();
    }

    private static Locator heading(Page book) {
        return book.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
