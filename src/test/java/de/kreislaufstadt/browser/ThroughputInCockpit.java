package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How long steps and phases take, as the tasks themselves say, and where in the picture of a process it takes long. */
abstract class ThroughputInCockpit extends CockpitView {

    /** Durations are shown in full days from three days on; those of these steps are. */
    private static final String DAYS = """
            select count(*) || '|' || floor(extract(epoch from percentile_disc(%s) within group (order by ended_at - opened_at))
                                            / 86400)
            from monitored_task
            where municipality_id = 'muenster' and ended_how = 'COMPLETED' and %s
              and ended_at >= (date_trunc('month', now() at time zone 'Europe/Berlin') - interval '11 months')
                              at time zone 'Europe/Berlin'
            """;

    @Test
    void saysOfStepsAndDepartmentsWhatTheTasksSay() {
        Page page = opened("klima-leitung", "durchlauf");
        assertThat(page.locator(".ks-chart-drawing svg").first()).isVisible();

        List<String> survey =
                row(rows(table(page, "Alle Schritte")), "Bestandsaufnahme beantworten (Status-quo-Erhebung)");
        assertThat(said(survey, 2)).isEqualTo(sql("0.5", "task_key = 'answer-survey'"));
        assertThat(said(survey, 3)).isEqualTo(sql("0.9", "task_key = 'answer-survey'"));
        assertThat(survey.get(8)).as("deadlines kept").matches("\\d+ % \\(\\d+ von " + survey.get(1) + "\\)");
        List<String> large = row(rows(table(page, "Je Fachbereich")), "Wirtschaftsförderung Münster GmbH");
        assertThat(said(large, 2)).isEqualTo(sql("0.5", "department = 'wfm'"));
        isFineToRead(page, "43-cockpit-durchlauf");
        HandbookPictures.takeView(page, page.locator(PAGE), "durchlauf");
    }

    @Test
    void saysNothingFromWhichSomebodyCouldLearnAboutSinglePeople() {
        Page page = opened("klima-leitung", "durchlauf");

        assertThat(rows(table(page, "Je Fachbereich")))
                .extracting(row -> row.get(0))
                .as("only those with five people and more stand alone")
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("Amt für Grünflächen"),
                        name -> assertThat(name).startsWith("Wirtschaftsförderung"),
                        name -> assertThat(name).contains("Fachbereiche zusammen"));
        assertThat(row(rows(table(page, "Alle Schritte")), "Vorschlag prüfen (Lebenslauf einer Maßnahme)"))
                .as("two people work there")
                .containsSubsequence("–", "–", "keine Angabe");
    }

    @Test
    void coloursThePictureOfAProcessAndSaysTheSameInWords() {
        Page page = opened("klima-leitung", "durchlauf");
        page.getByLabel("Ablauf", new Page.GetByLabelOptions().setExact(true)).selectOption("workshops");

        Locator step =
                page.locator(".djs-container [data-element-id='write-minutes']").first();
        assertThat(step).hasClass(Pattern.compile(".*\\bks-heat-[1-5]\\b.*"));
        List<String> words = row(rows(table(page, "Dauer der Schritte im Bild")), "Protokoll schreiben");
        assertThat(words.get(1))
                .isEqualTo(sql("0.5", "task_key = 'write-minutes'").split("\\|")[1] + " Tage");
        assertThat(page.locator(".ks-diagram-badge", new Page.LocatorOptions().setHasText(words.get(1)))
                        .first())
                .isVisible();
        assertThat(Accessibility.violations(page, PAGE)).isEmpty();
        page.locator("#ks-heat-title").scrollIntoViewIfNeeded();
        pictured(page, "44-cockpit-durchlauf-bild");
        HandbookPictures.take(page, page.locator("section[aria-labelledby=ks-heat-title]"), "durchlauf-bild");
    }

    @Test
    void aShorterPeriodCountsLess() {
        Page page = opened("klima-leitung", "durchlauf");
        page.getByLabel("Zeitraum").focus();
        page.getByLabel("Zeitraum").selectOption("3");

        assertThat(page.locator(".ks-count"))
                .hasText("Abgeschlossen seit dem "
                        + jdbc.sql("select to_char(date_trunc('month', now() at time zone 'Europe/Berlin')"
                                        + " - interval '2 months', 'DD.MM.YYYY')")
                                .query(String.class)
                                .single());
    }

    private static Locator table(Page page, String name) {
        return page.locator(PAGE + " .ks-table[aria-label='" + name + "']");
    }

    private static List<String> row(List<List<String>> rows, String name) {
        return rows.stream()
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + rows));
    }

    /** @return how many, and a duration in days */
    private static String said(List<String> row, int column) {
        return row.get(1) + "|" + row.get(column).replace(" Tage", "");
    }

    private String sql(String part, String which) {
        return jdbc.sql(DAYS.formatted(part, which)).query(String.class).single();
    }
}
