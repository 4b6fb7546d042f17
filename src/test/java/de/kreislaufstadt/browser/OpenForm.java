package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A form on the page, or one row of a list in it. Fields are found by what people read above them. */
final class OpenForm {

    private final Page page;
    private final Locator place;
    private final JsonNode content;

    /** @param content what the server sent for this form: {@code schema}, {@code data} and {@code context} */
    OpenForm(Page page, Locator place, JsonNode content) {
        this.page = page;
        this.place = place;
        this.content = content;
    }

    Locator place() {
        return place;
    }

    JsonNode content() {
        return content;
    }

    /** @return the panel above the form: which measure, which phase, what to do */
    Locator context() {
        return place.locator(".ks-context");
    }

    OpenForm writes(String label, String value) {
        field(label).fill(value);
        return this;
    }

    OpenForm chooses(String label, String option) {
        // A list of choices hides its input; the box around it is what people click.
        field(label).locator("xpath=..").click();
        place.locator(".fjs-dropdownlist-item")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    OpenForm ticks(String label) {
        field(label).check();
        return this;
    }

    Locator field(String label) {
        return place.getByLabel(labelled(label));
    }

    /** @return the rows of all lists of this form */
    Locator rows() {
        return place.locator(".fjs-repeat-row-container");
    }

    /** @param number counted from 1, as the page does */
    OpenForm row(int number) {
        return new OpenForm(page, rows().nth(number - 1), content);
    }

    /** Adds a row and waits until the cursor stands in it. */
    OpenForm addsRow(String list) {
        int before = rows().count();
        place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(list + ": Eintrag hinzufügen"))
                .click();
        OpenForm added = row(before + 1);
        assertThat(added.place.locator("input, textarea").first()).isFocused();
        return added;
    }

    OpenForm removesRow(int number) {
        int before = rows().count();
        place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Eintrag " + number + " entfernen"))
                .click();
        assertThat(rows()).hasCount(before - 1);
        return this;
    }

    /** Sends the form of the dialog "Prozess starten" and leaves open what comes of it. */
    void starts() {
        page.locator(".modal-dialog")
                .getByText("Start", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** @return the list above the form of everything that is wrong */
    Locator problems() {
        return place.locator(".ks-problems li");
    }

    /** @return what stands below a field because its value was refused */
    Locator problemAt(String label) {
        return place.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel(labelled(label))))
                .last()
                .locator(".fjs-form-field-error");
    }

    /** Required fields have an asterisk. The browser's patterns know no quotation, so what they would interpret is escaped. */
    private static Pattern labelled(String label) {
        return Pattern.compile("^" + label.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0") + "\\*?$");
    }
}
