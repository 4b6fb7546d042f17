package de.kreislaufstadt.monitoring.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import de.kreislaufstadt.monitoring.workload.Workloads.Load;
import de.kreislaufstadt.monitoring.workload.Workloads.Week;
import de.kreislaufstadt.support.TestPostgres;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in each department, seen on Wednesday, 19 March 2025. */
class WorkloadsTest {

    private static final String CITY = "laststadt";
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 19);
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 17);

    private static JdbcClient jdbc;
    private static Workloads workloads;

    @BeforeAll
    static void aDatabase() {
        // With one connection only: who does not give it back is found out.
        HikariDataSource single = new HikariDataSource();
        single.setDataSource(TestPostgres.migratedDatabase());
        single.setMaximumPoolSize(1);
        single.setConnectionTimeout(2_000);
        jdbc = JdbcClient.create(single);
        workloads = new Workloads(jdbc);
    }

    @BeforeEach
    void tasksOfTwoDepartments() {
        jdbc.sql("truncate monitored_task, workload_week").update();
        jdbc.sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values (:city, 'Laststadt', '05999002', 'NW') on conflict do nothing")
                .param("city", CITY)
                .update();
        task("overdue", "wfm", "2025-03-01T08:00Z", "2025-03-18", null);
        task("today", "wfm", "2025-03-01T08:00Z", "2025-03-19", null);
        task("in-six-days", "wfm", "2025-03-18T08:00Z", "2025-03-25", null);
        task("in-seven-days", "wfm", "2025-03-18T08:00Z", "2025-03-26", null);
        task("without-deadline", "klima", "2025-03-01T08:00Z", null, null);
        task("done", "klima", "2025-03-01T08:00Z", "2025-03-10", "2025-03-18T08:00Z");
    }

    @Test
    void dueIsWhatEndsWithinSevenDaysAndOverdueWhatHasEnded() {
        assertThat(workloads.now(CITY, TODAY))
                .containsExactlyInAnyOrder(new Load("wfm", 4, 2, 1), new Load("klima", 1, 0, 0));
    }

    @Test
    void aWeekCountsWhatWasOpenAtItsEnd() {
        assertThat(workloads.weeks(CITY, TODAY, List.of("klima", "wfm", "*")))
                .filteredOn(week -> week.week().equals(MONDAY))
                .extracting(Week::load)
                .containsExactlyInAnyOrder(
                        new Load("klima", 2, 0, 1), new Load("wfm", 2, 2, 0), new Load("*", 4, 2, 1));
    }

    /** The end of a week is midnight in the city, not in Greenwich. */
    @Test
    void aTaskOpenedSundayNightBelongsToTheWeekThatEnds() {
        task("sunday", "awm", "2025-03-16T22:30Z", null, null);
        task("monday", "awm", "2025-03-16T23:30Z", null, null);

        assertThat(workloads.weeks(CITY, TODAY, List.of("awm")))
                .containsExactly(new Week(MONDAY, new Load("awm", 1, 0, 0)));
    }

    @Test
    void whatIsWrittenDownStaysWhenDeadlinesMoveLater() {
        List<Week> before = workloads.weeks(CITY, TODAY, List.of("wfm", "*"));

        assertThat(workloads.writeDown(CITY, TODAY)).isPositive();
        assertThat(workloads.writeDown(CITY, TODAY)).isZero();
        jdbc.sql("update monitored_task set due = due + 60").update();

        assertThat(workloads.weeks(CITY, TODAY, List.of("wfm", "*"))).isEqualTo(before);
    }

    @Test
    void theNextWeekIsAddedWhenItHasEnded() {
        workloads.writeDown(CITY, TODAY);
        workloads.writeDown(CITY, TODAY.plusWeeks(1));

        assertThat(workloads.weeks(CITY, TODAY.plusWeeks(1), List.of("*")))
                .hasSize(Workloads.WEEKS)
                .last()
                .isEqualTo(new Week(MONDAY.plusWeeks(1), new Load("*", 5, 2, 2)));
    }

    private static void task(String id, String department, String opened, String due, String ended) {
        jdbc.sql("""
                        insert into monitored_task (task_id, municipality_id, process_key, task_key, department, opened_at, due,
                                                    ended_at, ended_how)
                        values (:id, :city, 'workshops', 'write-minutes', :department, :opened::timestamptz, :due::date,
                                :ended::timestamptz, case when :ended::text is not null then 'COMPLETED' end)
                        """)
                .param("id", id)
                .param("city", CITY)
                .param("department", department)
                .param("opened", opened)
                .param("due", due)
                .param("ended", ended)
                .update();
    }
}
