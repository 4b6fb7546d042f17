package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody who uses no mouse: the longest form from its first field to the next department's inbox. */
abstract class KeyboardOnly {

    private static final String TASK = "Vorschlag überarbeiten";

    /** Far more than the form has fields. */
    private static final int MOST_STEPS = 700;

    /** Numbers what can be reached by keyboard, one for each group of radio buttons. */
    private static final String NUMBER_FIELDS = """
            () => {
              const shown = e => e.getClientRects().length > 0 && !e.disabled && e.tabIndex >= 0;
              const fields = [...document.querySelectorAll('.ks-form input, .ks-form textarea, .ks-form select, .ks-form button')]
                .filter(shown);
              fields.forEach((e, i) => { e.dataset.stop = e.type === 'radio' ? 'radio ' + e.name : String(i); });
              return [...new Set(fields.map(e => e.dataset.stop))];
            }""";

    /** What has the focus: its number, its label, and whether it is inside our form. */
    private static final String FOCUS = """
            () => {
              const e = document.activeElement;
              const label = (e.labels && e.labels[0]?.textContent) || e.getAttribute('aria-label') || e.textContent || '';
              // A list of choices has its focus in an input without size; people see the box around it.
              const box = (e.closest('.fjs-input-group') || e).getBoundingClientRect();
              const field = e.closest('.fjs-form-field')?.querySelector('.fjs-form-field-label')?.textContent || '';
              return {
                field: field.replace('*', '').trim(),
                stop: e.dataset.stop || '',
                label: label.replace('*', '').trim(),
                value: e.value || '',
                inside: Boolean(e.closest('.ks-form')),
                visible: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
              };
            }""";

    @Test
    void completesTheLongestForm(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.sentBack(workplace);
        String id = measure.claims("wfm", "rework-proposal");
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opensTask(id);
        assertThat(form.field("Titel")).isEditable();
        Page page = clerk.page();
        Keyboard keyboard = page.keyboard();
        Set<String> wanted = numbered(page);
        Set<String> reached = new HashSet<>();
        List<String> hidden = new ArrayList<>();
        Map<String, String> answers = Map.of(
                "Was haben Sie geändert?", "Der Zeitplan ist ergänzt.",
                "Titel", "Wiederverwendung ohne Maus",
                "Quelle", "Überarbeiteter Vorschlag",
                "Dokument", "Überarbeiteter Vorschlag",
                "Stand", "10.02.2025");

        // Camunda's own shortcut leads into the form.
        keyboard.press("Control+Alt+f");
        Map<String, Object> focus = focus(page);
        boolean entered = false;
        for (int step = 0; step < MOST_STEPS && !(entered && "Abschließen".equals(focus.get("label"))); step++) {
            if (Boolean.TRUE.equals(focus.get("inside"))) {
                entered = true;
                reached.add(focus.get("stop").toString());
                if (!Boolean.TRUE.equals(focus.get("visible"))) {
                    hidden.add(focus.get("label").toString());
                }
                String label = focus.get("label").toString();
                boolean empty = focus.get("value").toString().isEmpty();
                if (answers.containsKey(label) && (empty || "Titel".equals(label))) {
                    keyboard.press("Control+a");
                    keyboard.type(answers.get(label));
                }
            }
            keyboard.press("Tab");
            focus = focus(page);
        }

        assertThat(wanted).as("fields that the Tab key leads to").isSubsetOf(reached);
        assertThat(hidden)
                .as("fields that have the focus where nobody sees them")
                .isEmpty();
        assertThat(focus.get("label")).isEqualTo("Abschließen");
        keyboard.press("Enter");
        assertThat(clerk.card(measure.number(), TASK)).isHidden();
        assertThat(workplace.tasklist("klima").fresh().card(measure.number(), "Vorschlag prüfen"))
                .containsText("Wiederverwendung ohne Maus");
    }

    @Test
    void jumpsFromTheListOfProblemsToTheFields(Workplace workplace) {
        String number = MeasureOnItsWay.atTheStakeholderAnalysis(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opens(number, "Stakeholder analysieren");
        clerk.claims();
        form.row(1).writes("Organisation", "Handwerkskammer");
        form.addsRow("Organisationen").writes("Organisation", "Fachhochschule").writes("Einfluss", "3");

        clerk.completes();

        assertThat(form.place().locator(".ks-problems")).isFocused();
        int count = form.problems().count();
        assertThat(count).isGreaterThan(4);
        Keyboard keyboard = clerk.page().keyboard();
        for (int i = 0; i < count; i++) {
            String words = form.problems().nth(i).innerText();
            form.problems().nth(i).locator("a").focus();
            keyboard.press("Enter");
            String label = focus(clerk.page()).get("field").toString();
            assertThat(label).as("label of the field that has the focus").isNotEmpty();
            assertThat(words).as("the field that the link leads to").contains(label);
            assertThat(clerk.page().locator(":focus")).hasAttribute("aria-invalid", "true");
        }
        assertThat(Accessibility.violations(clerk.page(), ".ks-shell")).isEmpty();
    }

    private static Set<String> numbered(Page page) {
        Set<String> stops = new HashSet<>();
        ((List<?>) page.evaluate(NUMBER_FIELDS)).forEach(stop -> stops.add(stop.toString()));
        return stops;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> focus(Page page) {
        return (Map<String, Object>) page.evaluate(FOCUS);
    }
}
