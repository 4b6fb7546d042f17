package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A colleague with an English browser: everything our forms, cards and pages say is English, and so is what Tasklist lists. */
abstract class EnglishClerk {

    /** Words that every German sentence has some of. What people have entered and names of departments are looked at nowhere. */
    private static final Pattern GERMAN = Pattern.compile(
            "\\b(der|die|das|und|oder|nicht|bitte|Sie|wird|werden|mit|für|von|zum|zur|eine?|ist|im|bei|je|Zum Beispiel)\\b|[äöüßÄÖÜ]");

    /** What the form itself says: labels, help, choices, texts and buttons, but neither values nor texts with entries. */
    private static final String OWN_WORDS = """
            form => [...form.querySelectorAll(
                'label, legend, .fjs-form-field-description, .fjs-form-field-error, .fjs-input-adornment, button, [role=group] > label')]
              .concat([form.querySelector('.fjs-form-field-text')].filter(Boolean))
              .map(e => e.textContent.trim()).filter(Boolean)""";

    @Test
    void readsTheLongestForm(Workplace workplace) {
        Tasklist clerk = workplace.englishTasklist("umwelt");
        Page page = clerk.page();
        assertThat(clerk.lists().first()).containsText("Tasks of my department");
        page.getByText("Start process").click();
        Locator start = page.locator(".modal-dialog").getByText("Propose a measure");
        OpenForm form = clerk.waitForForm(".*/form/start/[^/]+$", start::click);

        assertThat(form.field("Title")).isEditable();
        assertThat(page.locator(".flatpickr-weekdays").first()).hasText(Pattern.compile("^\\s*Mon.*Sun\\s*$"));
        assertThat(form.context()).containsText("What is to be done?");
        assertThat(form.context()).containsText("Describe the new measure");
        form.place()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Indicators: Add entry"))
                .click();
        assertThat(form.place()).containsText("Goal in words");
        Screenshots.takeWhole(page, form.place(), "40-english-longest-form");
        assertThat(leftovers(form)).isEmpty();
        assertThat(Accessibility.violations(page, ".ks-shell")).isEmpty();
        form.writes("Implementation planned until", "soon");
        form.field("Title").click();
        assertThat(form.problemAt("Implementation planned until"))
                .hasText("Please give a day (31.12.2027) or a month (7/2027).");
    }

    @Test
    void completesAFormWithAList(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.approved(workplace, "KNOWLEDGE");
        String task = measure.claims("wfm", "define-knowledge-goals");
        Tasklist clerk = workplace.englishTasklist("wfm");
        Page page = clerk.page();
        Locator card = clerk.card(measure.number(), "Define knowledge goals");
        assertThat(card).containsText("Knowledge building");
        OpenForm form = clerk.opensTask(task);

        assertThat(clerk.title()).hasText("Define knowledge goals");
        OpenForm row = form.row(1);
        row.writes("Question", "What do other cities do?");
        row.chooses("Responsible department", "Stabsstelle Klima");
        row.writes("Date", "15/03/2027");
        row.field("Question").click();
        Screenshots.takeWhole(page, form.place(), "41-english-form-with-list");
        assertThat(leftovers(form)).isEmpty();
        assertThat(Accessibility.violations(page, ".ks-shell")).isEmpty();
        page.locator("section.task-card")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Complete"))
                .click();

        measure.claims("klima", "collect-knowledge");
        page.navigate(
                workplace.city().address("/camunda/app/tasklist/default/#/massnahmen?nummer=" + measure.number()));
        Locator history = page.locator(".ks-measures");
        assertThat(history).containsText("Define knowledge goals");
        assertThat(history).containsText("Collect knowledge");
        assertThat(history).not().containsText("Wissensziele festlegen");
        Screenshots.take(page, "42-english-measure");
    }

    private static List<String> leftovers(OpenForm form) {
        @SuppressWarnings("unchecked")
        List<String> words = (List<String>) form.place().locator(".ks-form").evaluate(OWN_WORDS);
        assertThat(words).hasSizeGreaterThan(3);
        return words.stream()
                .filter(text -> GERMAN.matcher(text).find())
                .filter(text -> !text.contains("„") && !text.contains("Stadtverwaltung Münster"))
                .toList();
    }
}
