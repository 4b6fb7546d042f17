package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits in each department: now as the engine has it, and at the end of each of the last twelve weeks. */
abstract class WorkloadInCockpit extends CockpitView {

    private static final String NOW = "Offene Aufgaben";
    private static final String WEEKS = "Die letzten zwölf Wochen";

    /** Not from what is kept for the page, but from the engine's own tables. */
    private static final String OPEN = """
            select d.name, count(distinct t.id_)::text as open,
                   count(distinct t.id_) filter (where t.due_date_ at time zone 'UTC'
                       < date_trunc('day', now() at time zone 'Europe/Berlin') at time zone 'Europe/Berlin')::text as overdue
            from camunda.act_ru_task t
            join camunda.act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            join department d on d.municipality_id = t.tenant_id_
                 and l.group_id_ in (d.municipality_id || '-' || d.key, d.municipality_id || '-' || d.key || '-head')
            where t.tenant_id_ = 'muenster'
            group by d.name
            """;

    private static final String ELSEWHERE = """
            select d.name_ || ' ' || t.task_def_key_ || ': ' || m.department || ' instead of ' || l.group_id_
            from camunda.act_ru_task t
            join camunda.act_re_procdef d on d.id_ = t.proc_def_id_
            join camunda.act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            join monitored_task m on m.municipality_id = t.tenant_id_ and m.task_id = t.id_
            where t.tenant_id_ = 'muenster' and l.group_id_ like 'muenster-%'
              and l.group_id_ not in ('muenster-' || m.department, 'muenster-' || m.department || '-head')
            """;

    private static final String LAST_WEEK = """
            with week as (select date_trunc('week', now() at time zone 'Europe/Berlin') as monday)
            select count(*) filter (where %s) from monitored_task, week
            where municipality_id = 'muenster' and opened_at < monday at time zone 'Europe/Berlin'
              and (ended_at is null or ended_at >= monday at time zone 'Europe/Berlin')
            """;

    @Test
    void saysOfEveryDepartmentWhatTheEngineSays() {
        Page page = opened("klima-leitung", "auslastung");
        List<List<String>> rows = tableBehind(page, NOW);

        assertThat(jdbc.sql(ELSEWHERE).query(String.class).list())
                .as("tasks that are kept where they do not lie")
                .isEmpty();
        assertThat(rows)
                .extracting(row -> List.of(row.get(0), row.get(1), row.get(3)))
                .containsExactlyInAnyOrderElementsOf(jdbc.sql(OPEN)
                        .query((row, i) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                        .list());
        assertThat(rows).extracting(row -> Integer.parseInt(row.get(3))).isSortedAccordingTo((a, b) -> b - a);
        isFineToRead(page, "42-cockpit-auslastung");
        HandbookPictures.takeView(page, page.locator(PAGE), "auslastung");
    }

    @Test
    void looksBackTwelveWeeksAlsoOfOneDepartment() {
        Page page = opened("klima-leitung", "auslastung");
        List<List<String>> weeks = tableBehind(page, WEEKS);

        assertThat(weeks).hasSize(12);
        List<String> last = weeks.get(11);
        assertThat(last.get(1)).isEqualTo(Long.toString(count(LAST_WEEK.formatted("true"))));
        assertThat(last.get(3)).isEqualTo(Long.toString(count(LAST_WEEK.formatted("due < monday"))));
        assertThat(Integer.parseInt(last.get(1))).isPositive();

        page.getByLabel("Verlauf von").selectOption("wfm");
        assertThat(page.locator("figure.ks-chart").filter(new Locator.FilterOptions().setHasText(WEEKS)))
                .isVisible();
        assertThat(tableBehind(page, WEEKS).get(11).get(1))
                .isEqualTo(Long.toString(count(LAST_WEEK.formatted("department = 'wfm'"))));
        assertThat(page.getByLabel("Verlauf von")).hasValue("wfm");
    }

    @Test
    void saysNothingOfSinglePeopleUnlessTheMunicipalityWantsIt() {
        Page page = opened("wfm-leitung", "auslastung");

        assertThat(page.locator(".ks-chart-drawing svg").first()).isVisible();
        assertThat(page.locator(PAGE)).not().containsText("Je Person");
    }
}
