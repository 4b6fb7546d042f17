package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What the parts of a form say once somebody uses them, on the page and to a screen reader. */
abstract class WordsInForms {

    @Test
    void calendarsAreGerman(Workplace workplace) {
        OpenForm form = workplace.tasklist("umwelt").fresh().proposesAMeasureFromNothing();
        Locator begin = form.field("Beginn");
        begin.fill("05.03.2027");
        begin.blur();
        begin.click();
        Locator calendar = form.place().locator(".flatpickr-calendar.open");

        assertThat(calendar.locator(".flatpickr-weekday").first()).hasText("Mo");
        assertThat(calendar.locator("select")).hasAttribute("aria-label", "Monat");
        assertThat(calendar.locator("select option:checked")).hasText("März");
        assertThat(calendar.locator(".numInput.cur-year")).hasAttribute("aria-label", "Jahr");
        assertThat(calendar.locator(".flatpickr-day.selected")).hasAttribute("aria-label", "5. März 2027");
        assertThat(German.leftovers(calendar)).isEmpty();
        Screenshots.take(begin.page(), "17-kalender");
    }

    @Test
    void listsOfChoicesAndRowsAreGerman(Workplace workplace) {
        OpenForm form = workplace.tasklist("umwelt").fresh().proposesAMeasureFromNothing();

        Locator strategies = form.field("R-Strategien");
        strategies.fill("gibt es nicht");
        assertThat(form.place().locator(".fjs-dropdownlist-empty")).hasText("Keine Treffer");
        strategies.fill("R2");
        form.place().locator(".fjs-dropdownlist-item").first().click();
        assertThat(form.place().locator(".fjs-taglist-tag-remove")).hasAttribute("title", "Auswahl entfernen");
        form.addsRow("Indikatoren");
        assertThat(form.place().locator(".fjs-repeat-row-remove").first())
                .hasAttribute("aria-label", "Eintrag 1 entfernen");
        form.starts();
        assertThat(form.problems().first()).isVisible();

        assertThat(German.leftovers(form.place())).isEmpty();
    }
}
