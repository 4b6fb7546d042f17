package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who reads English reads English on all pages of managers. */
abstract class EnglishManager extends CockpitView {

    /** Words of the pages that are the same in both languages, or names, are none of these. */
    private static final Pattern GERMAN = Pattern.compile(
            "\\b(und|der|die|das|nicht|oder|wird|noch|Alle|Stand|Fachbereich|Zeitraum|Als Tabelle|Suchen|Wer|Frist|Schritt|Wie)\\b");

    /** Titles of measures, names of departments and people stay as the city has written them. */
    private static final String WITHOUT_NAMES = """
            page => {
              const copy = page.cloneNode(true);
              copy.querySelectorAll('table tbody, select, figure.ks-chart .ks-chart-drawing, h1, .djs-container').forEach(one => one.remove());
              return copy.textContent;
            }""";

    @Test
    void readsEveryPageInEnglish() {
        Page page = room.englishCockpitOf("klima-leitung");
        page.locator(".ks-dashboard [data-tile=DECISION]").click();
        assertThat(page.locator(".ks-portfolio tbody tr").first()).containsText("Enter the decision");
        assertThat(page.locator(".ks-light").first()).containsText(Pattern.compile("due|schedule|overdue|failure"));

        Map.of(
                        "massnahmen", "Measures",
                        "zeitachse", "Timeline",
                        "auslastung", "Workload",
                        "durchlauf", "Lead times",
                        "berichte", "Reports",
                        "eingriffe", "Batches of interventions",
                        "berichtsrunden", "Reporting rounds")
                .forEach((path, title) -> {
                    page.navigate(room.address(path));
                    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                            .hasText(title);
                    assertThat(page.locator(PAGE + " .ks-loading")).hasCount(0);
                    assertThat(GERMAN.matcher(page.locator(PAGE)
                                            .evaluate(WITHOUT_NAMES)
                                            .toString())
                                    .results()
                                    .map(MatchResult::group))
                            .as(path)
                            .isEmpty();
                    // Longer words, other line breaks, labels of their own.
                    assertThat(Accessibility.violations(page, PAGE)).as(path).isEmpty();
                });
        page.context().close();
    }
}
