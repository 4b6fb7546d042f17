package de.kreislaufstadt.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a form before anybody has typed a word: cut texts, nameless fields, nothing to choose from. */
final class FormLook {

    /** Runs in the page and returns one line per fault. */
    private static final String FAULTS = """
            shell => {
              const faults = [];
              const name = e => e.tagName.toLowerCase() + ' "' + (e.textContent || e.id || '').trim().slice(0, 60) + '"';
              const shown = e => e.getClientRects().length > 0;
              const limit = shell.getBoundingClientRect().right + 1;
              for (const e of shell.querySelectorAll('*')) {
                if (shown(e) && !e.closest('.flatpickr-calendar') && e.getBoundingClientRect().right > limit) {
                  faults.push('runs out of the form: ' + name(e));
                }
              }
              for (const e of shell.querySelectorAll('label, p, li, th, td, h3, h4, h5, dt, dd, button, .fjs-select-display')) {
                const box = e.matches('.fjs-select-display') ? e.parentNode : e;
                const cut = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > box.clientHeight + 2;
                if (shown(e) && cut && e.textContent.trim() && getComputedStyle(e).display !== 'inline') {
                  faults.push('is cut: ' + name(e));
                }
              }
              for (const e of shell.querySelectorAll('input, textarea, select')) {
                const label = [...(e.labels || [])].map(l => l.textContent.trim()).join('')
                  || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby');
                if (shown(e) && !label) {
                  faults.push('has no name: ' + e.outerHTML.slice(0, 120));
                }
              }
              return [...new Set(faults)];
            }""";

    /**
     * The register of circular activities, which is empty until a department has reported something; and the cities of a workshop of
     * several, whose fields are hidden in all others: the city of these tests belongs to no association.
     */
    private static final Set<String> MAY_BE_EMPTY = Set.of("activityOptions", "memberCities", "cityOptions");

    /** Runs in the page and returns one line per element beyond the right edge of its place. */
    private static final String BEYOND = """
            place => {
              const limit = place.getBoundingClientRect().left + place.clientWidth + 1;
              return [...place.querySelectorAll('*')]
                .filter(e => e.getClientRects().length > 0 && !e.closest('.sr-only') && e.getBoundingClientRect().right > limit)
                .map(e => 'runs out: ' + e.tagName.toLowerCase() + ' "' + e.textContent.trim().slice(0, 60) + '"');
            }""";

    private FormLook() {}

    /** @return what runs out of a page that is no form */
    static List<String> beyond(Locator place) {
        return ((List<?>) place.evaluate(BEYOND)).stream().map(String::valueOf).toList();
    }

    static List<String> faults(OpenForm form) {
        List<String> faults = new ArrayList<>();
        ((List<?>) form.place().evaluate(FAULTS)).forEach(fault -> faults.add(fault.toString()));
        choices(form.content().path("schema"), form.content().path("data"), faults);
        // A list without rows says little: every list gets one more.
        form.place().evaluate("place => place.querySelectorAll('.fjs-repeat-render-add').forEach(add => add.click())");
        German.leftovers(form.place()).forEach(word -> faults.add("is English: " + word));
        return faults;
    }

    private static void choices(JsonNode component, JsonNode data, List<String> faults) {
        String key = component.path("valuesKey").asText();
        if (!key.isEmpty() && !MAY_BE_EMPTY.contains(key) && data.path(key).isEmpty()) {
            faults.add("offers nothing to choose: " + component.path("label").asText() + " (" + key + ")");
        }
        component.path("components").forEach(child -> choices(child, data, faults));
    }
}
