package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A measure that is at risk in two reports gets a countermeasure, which managers follow until its time is over. */
abstract class CountermeasuresInCockpit {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String MANAGER = "klima-leitung";

    @Autowired
    CockpitRoom room;

    @Autowired
    Office office;

    @Autowired
    DepartmentsAtWork departments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itIsPlannedAcceptedAndTakenToTheSuperiorWhenItsTimeIsOver() {
        room.numbers();
        String number = departments.implemented();
        atRisk(number);
        assertThat(room.opens(MANAGER, "massnahmen/" + number).part(".ks-countermeasure"))
                .hasCount(0);
        atRisk(number);
        LocalDate deadline = jdbc.sql("select c.deadline from countermeasure c join measure m on m.id = c.measure_id"
                        + " where m.number = :number and c.state = 'RUNNING'")
                .param("number", number)
                .query(LocalDate.class)
                .single();

        Tasklist lead = room.tasklist("wfm-sachbearbeitung");
        OpenForm form = lead.opensFilled(
                number,
                "Gegenmaßnahme planen",
                office.valid(
                        "plan-countermeasure",
                        data -> data.put("until", deadline.plusDays(1).toString())));
        lead.claims();
        lead.completes();
        assertThat(form.problems())
                .containsText(new String[] {"Die Frist der Gegenmaßnahme endet am " + DAY.format(deadline)});
        Screenshots.take(lead.page(), "101-gegenmassnahme-plan");
        assertThat(Accessibility.violations(lead.page(), ".ks-shell")).isEmpty();
        departments.does(
                number,
                "plan-countermeasure",
                data -> data.put("until", CityDay.today().plusDays(30).toString()));
        departments.does(number, "accept-countermeasure", data -> {});

        CockpitPage page = room.opens(MANAGER, "massnahmen/" + number);
        Locator shown = page.part(".ks-countermeasure");
        assertThat(shown).containsText("zwei Berichten nacheinander");
        assertThat(shown).containsText(DAY.format(deadline));
        assertThat(shown.locator("li")).containsText(new String[] {"Geplant", "Angenommen"});
        assertThat(page.row("Wirkung berichten")).containsText(DAY.format(deadline));
        page.isFitForUse("102-gegenmassnahme").forTheHandbook("gegenmassnahme");

        office.fire(number, "time-is-over");
        page = room.opens(MANAGER, "massnahmen/" + number);
        assertThat(page.row("Über verfehlte Gegenmaßnahme entscheiden")).isVisible();
        assertThat(office.openTasks(number)).contains("settle-countermeasure").doesNotContain("report-effect");
        page.isFitForUse("103-gegenmassnahme-ueberfaellig");
        assertThat(room.opensInEnglish(MANAGER, "massnahmen/" + number).part(".ks-countermeasure"))
                .containsText("deadline");
    }

    private void atRisk(String number) {
        departments.roundOf(number);
        departments.reports(number, data -> data.put("assessment", "AT_RISK").put("reason", "Das Lager fehlt."));
    }
}
