package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what was planned and when it was: over all measures, and for one. */
abstract class TimelineInCockpit extends CockpitView {

    private static final String OF_ALL = "Maßnahmen im Zeitverlauf";

    /** It has been through all phases before implementation. */
    private static final String IMPLEMENTED = "SP-306";

    @Test
    void showsAllMeasuresATablePageAtATimeAndFindsSome() {
        Page page = opened("klima-leitung", "zeitachse");
        long all = count("select count(*) from measure where municipality_id = 'muenster'");

        assertThat(page.locator(".ks-count")).hasText("1 bis 25 von " + all + " Maßnahmen");
        assertThat(tableBehind(page, OF_ALL).stream().map(row -> row.get(0)).distinct())
                .hasSize(25);
        isFineToRead(page, "40-cockpit-zeitachse");

        button(page, "Nächste Seite").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".ks-count")).hasText("26 bis 50 von " + all + " Maßnahmen");

        page.getByLabel("Stand").selectOption("IMPLEMENTATION");
        page.getByLabel("Nummer oder Titel").fill(IMPLEMENTED);
        page.keyboard().press("Enter");
        assertThat(page.locator(".ks-count")).hasText("1 bis 1 von 1 Maßnahmen");
        page.getByLabel("Nummer oder Titel").fill("gibt es nicht");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Keine Maßnahme gefunden.")).isVisible();
    }

    @Test
    void tellsOfOneMeasureWhatItsTablesSay() {
        Page page = opened("klima-leitung", "massnahmen/" + IMPLEMENTED + "?bereich=timeline");
        List<List<String>> rows = tableBehind(page, IMPLEMENTED + " im Zeitverlauf");

        List<String> workshops = row(rows, "Workshops");
        assertThat(workshops.get(1)).as("planned").isNotEqualTo("–");
        assertThat(workshops.get(2)).isEqualTo(stay("WORKSHOPS") + " bis " + stay("STARTER_PROJECTS"));
        assertThat(row(rows, "Umsetzung").get(2)).isEqualTo("seit " + stay("IMPLEMENTATION"));
        assertThat(row(rows, "Beschluss: Rat der Stadt Münster").get(2))
                .isEqualTo(day("select to_char(decided_on, 'DD.MM.YYYY') from measure_decision d"));
        assertThat(row(rows, "Workshop: Auftakt mit Betrieben").get(2))
                .isEqualTo(day("select to_char(workshop_date, 'DD.MM.YYYY') from workshop d"));
        assertThat(row(rows, "Meilenstein: Probebetrieb läuft").get(1))
                .as("still to come")
                .isNotEqualTo("–");
        isFineToRead(page, "41-cockpit-zeitachse-massnahme");
        HandbookPictures.takeView(page, page.locator(PAGE), "zeitachse");
    }

    @Test
    void comesCloserAndGoesBackByKeyboard() {
        Page page = opened("klima-leitung", "massnahmen/" + IMPLEMENTED + "?bereich=timeline");
        Locator axis = page.locator(".ks-chart-drawing svg text");
        assertThat(axis.first()).isVisible();
        List<String> whole = axis.allTextContents();

        button(page, "Drei Monate um heute").focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !axis.allTextContents().equals(whole));
        List<String> near = axis.allTextContents();
        assertThat(near).contains("heute");
        button(page, "Früher").click();
        page.waitForCondition(() -> !axis.allTextContents().equals(near));
        button(page, "Ganze Zeit").click();
        page.waitForCondition(() -> axis.allTextContents().equals(whole));
    }

    private static List<String> row(List<List<String>> rows, String what) {
        return rows.stream().filter(row -> row.get(0).equals(what)).findFirst().orElseThrow();
    }

    /** @return the day on which the measure came into a state */
    private String stay(String state) {
        return day(
                "select to_char(d.created_at at time zone 'Europe/Berlin', 'DD.MM.YYYY') from measure_state_change d",
                " and d.to_state = '" + state + "'");
    }

    private String day(String select, String... more) {
        return jdbc.sql(select + " join measure m on m.id = d.measure_id where m.number = '" + IMPLEMENTED + "'"
                        + String.join("", more) + " limit 1")
                .query(String.class)
                .single();
    }
}
