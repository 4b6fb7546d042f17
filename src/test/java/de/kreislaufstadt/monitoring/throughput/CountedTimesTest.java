package de.kreislaufstadt.monitoring.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.monitoring.throughput.Counts.Duration;
import de.kreislaufstadt.support.TestPostgres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The counts say at any moment what the tasks and changes of state themselves say. */
class CountedTimesTest {

    private static final String CITY = "zeitstadt";
    private static final LocalDate BEFORE_ALL = LocalDate.of(2024, 1, 1);
    private static final int EVERYTHING = 1_000_000;

    private static TransactionTemplate transaction;
    private static JdbcClient jdbc;
    private static CountedTimes times;
    private static TimeRows rows;

    @BeforeAll
    static void aDatabase() {
        DataSource database = TestPostgres.migratedDatabase();
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        jdbc = JdbcClient.create(database);
        times = new CountedTimes(jdbc);
        rows = new TimeRows(jdbc);
    }

    @BeforeEach
    void aCityWithoutTasks() {
        jdbc.sql("truncate task_time, phase_time, monitored_task, measure_state_change, measure cascade")
                .update();
        jdbc.sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values (:city, 'Zeitstadt', '05999001', 'NW') on conflict do nothing")
                .param("city", CITY)
                .update();
    }

    @Test
    void figuresAreThoseOfTheTasksWhileSomeAreCountedAndSomeAreNot() {
        endTasks("a", 900);
        take(500);
        endTasks("b", 700);

        assertFiguresAreThoseOfTheTasks();
    }

    @Test
    void aTaskIsCountedOnceHoweverManyCountAtTheSameTime() throws Exception {
        endTasks("a", 2_000);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            work.add(() -> takeUntilNothingIsLeft());
        }
        work.add(() -> {
            transaction.executeWithoutResult(status -> times.recount(CITY));
            return 0;
        });
        try {
            for (Future<Integer> done : nodes.invokeAll(work)) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
        takeUntilNothingIsLeft();

        assertThat(counted()).isEqualTo(2_000);
        assertFiguresAreThoseOfTheTasks();
    }

    @Test
    void aRecountPutsRightWhatWasRepairedByHand() {
        endTasks("a", 400);
        takeUntilNothingIsLeft();
        jdbc.sql("update monitored_task set ended_at = ended_at + interval '40 days' where task_id like 'a%7'")
                .update();
        transaction.executeWithoutResult(status -> times.recount(CITY));

        assertFiguresAreThoseOfTheTasks();
    }

    @Test
    void onlyCompletedTasksCount() {
        end("done", "wfm", "2025-03-03T08:00Z", "2025-03-03T10:00Z", "2025-03-03T11:30Z", "COMPLETED", null, 0);
        end("gone", "wfm", "2025-03-03T08:00Z", null, "2025-03-09T08:00Z", "CANCELLED", null, 0);
        end("over", "wfm", "2025-03-03T08:00Z", null, "2025-03-09T08:00Z", "SKIPPED", null, 0);

        Map<String, Counts> step = step();
        assertThat(step.get("DONE").all()).isEqualTo(1);
        assertThat(step.get("WHOLE").percentile(100)).isEqualTo(new Duration(3, "HOURS"));
        assertThat(step.get("WAITING").percentile(100)).isEqualTo(new Duration(2, "HOURS"));
        assertThat(step.get("WORKING").percentile(100)).isEqualTo(new Duration(1, "HOURS"));
    }

    /** The pause of 4 to 14 March: two of its ten days lay before the task was taken. */
    @Test
    void pausedTimeCountsNeitherAsWaitingNorAsWorking() {
        UUID measure = measure();
        changes(
                measure,
                "KNOWLEDGE",
                "2025-03-01T08:00Z",
                "PAUSED",
                "2025-03-04T08:00Z",
                "KNOWLEDGE",
                "2025-03-14T08:00Z");
        end(
                "paused",
                "wfm",
                "2025-03-01T08:00Z",
                "2025-03-06T08:00Z",
                "2025-03-20T08:00Z",
                "COMPLETED",
                measure,
                864_000);

        Map<String, Counts> step = step();
        assertThat(step.get("WHOLE").percentile(50)).isEqualTo(new Duration(9, "DAYS"));
        assertThat(step.get("WAITING").percentile(50)).isEqualTo(new Duration(3, "DAYS"));
        assertThat(step.get("WORKING").percentile(50)).isEqualTo(new Duration(6, "DAYS"));
    }

    @Test
    void aTaskIsInTimeOnItsLastDayInTheCityAndLateTheDayAfter() {
        jdbc.sql("update monitored_task set due = null").update();
        end("in-time", "wfm", "2025-03-01T08:00Z", null, "2025-03-10T22:30Z", "COMPLETED", null, 0);
        end("late", "wfm", "2025-03-01T08:00Z", null, "2025-03-10T23:30Z", "COMPLETED", null, 0);
        jdbc.sql("update monitored_task set due = '2025-03-10'").update();

        assertThat(step().get("LATE").at(0)).isEqualTo(1);
        assertThat(step().get("LATE").at(1)).isEqualTo(1);
    }

    @Test
    void aPhaseLastsFromItsBeginUntilTheNextOneWithoutItsPauses() {
        changes(
                measure(),
                "UNDER_REVIEW",
                "2025-01-01T08:00Z",
                "KNOWLEDGE",
                "2025-01-11T08:00Z",
                "PAUSED",
                "2025-01-21T08:00Z",
                "KNOWLEDGE",
                "2025-03-01T08:00Z",
                "WORKSHOPS",
                "2025-03-06T08:00Z",
                "PAUSED",
                "2025-03-10T08:00Z");
        PhaseTimes phases = new PhaseTimes(jdbc);
        Map<String, Counts> fresh = phases.since(CITY, BEFORE_ALL);
        transaction.executeWithoutResult(status -> times.takePhases(CITY, EVERYTHING));
        Map<String, Counts> counted = phases.since(CITY, BEFORE_ALL);

        assertThat(List.of(fresh, counted)).allSatisfy(states -> {
            assertThat(states).containsOnlyKeys("UNDER_REVIEW", "KNOWLEDGE");
            assertThat(states.get("UNDER_REVIEW").percentile(50)).isEqualTo(new Duration(10, "DAYS"));
            assertThat(states.get("KNOWLEDGE").percentile(50)).isEqualTo(new Duration(15, "DAYS"));
        });
    }

    /** Against the tasks themselves: the database's own percentile of their durations. */
    private void assertFiguresAreThoseOfTheTasks() {
        TimeRows.Read read = rows.since(CITY, BEFORE_ALL);
        jdbc.sql("""
                        select task_key, count(*) as done,
                               percentile_disc(0.5) within group (order by duration_step(extract(epoch from ended_at - opened_at))) as whole,
                               percentile_disc(0.9) within group (order by duration_step(extract(epoch from first_taken_at - opened_at)))
                                   filter (where first_taken_at is not null) as waiting,
                               count(*) filter (where (ended_at at time zone 'Europe/Berlin')::date <= due) as in_time
                        from monitored_task group by task_key
                        """).query(row -> {
            Map<String, Counts> step = read.steps().get(new TimeRows.Step("workshops", row.getString("task_key")));
            assertThat(step.get("DONE").all()).isEqualTo(row.getLong("done"));
            assertThat(step.get("WHOLE").percentile(50)).isEqualTo(Duration.ofStep(row.getInt("whole")));
            assertThat(step.get("WAITING").percentile(90)).isEqualTo(Duration.ofStep(row.getInt("waiting")));
            assertThat(step.get("LATE").at(0)).isEqualTo(row.getLong("in_time"));
        });
        jdbc.sql("""
                        select department, count(*) as done,
                               percentile_disc(0.9) within group (order by duration_step(extract(epoch from ended_at - opened_at))) as whole
                        from monitored_task group by department
                        """).query(row -> {
            Map<String, Counts> department = read.departments().get(row.getString("department"));
            assertThat(department.get("DONE").all()).isEqualTo(row.getLong("done"));
            assertThat(department.get("WHOLE").percentile(90)).isEqualTo(Duration.ofStep(row.getInt("whole")));
        });
        assertThat(read.steps()).hasSize(3);
        assertThat(read.departments()).hasSize(2);
    }

    private Map<String, Counts> step() {
        return rows.since(CITY, BEFORE_ALL).steps().get(new TimeRows.Step("workshops", "write-minutes"));
    }

    private static int takeUntilNothingIsLeft() {
        int all = 0;
        int portion;
        do {
            portion = take(150);
            all += portion;
        } while (portion > 0);
        return all;
    }

    private static int take(int most) {
        return transaction.execute(status -> times.take(CITY, most));
    }

    private static long counted() {
        return jdbc.sql("select sum(tasks[1]) from task_time where kind = 'DONE' and department = '*'")
                .query(Long.class)
                .single();
    }

    /** Tasks of three steps and two departments with durations between minutes and months; every fifth was never taken. */
    private static void endTasks(String prefix, int count) {
        jdbc.sql("""
                        insert into monitored_task (task_id, municipality_id, process_key, task_key, department, opened_at,
                                                    first_taken_at, due, ended_at, ended_how)
                        select :prefix || i, :city, 'workshops', 'step-' || i % 3, 'unit-' || i % 2, opened,
                               case when i % 5 > 0 then opened + took * 0.4 end, (opened + interval '9 days')::date,
                               opened + took, 'COMPLETED'
                        from (select i, timestamptz '2025-01-05 09:00Z' + i * interval '5 hours' as opened,
                                     (i * 7919 % 1009) * (i * 104729 % 17 + 1) * interval '6 minutes' as took
                              from generate_series(1, :count) i) made
                        """)
                .param("prefix", prefix)
                .param("city", CITY)
                .param("count", count)
                .update();
    }

    private static void end(
            String id,
            String department,
            String opened,
            String taken,
            String ended,
            String how,
            UUID measure,
            int paused) {
        jdbc.sql("""
                        insert into monitored_task (task_id, municipality_id, measure_id, process_key, task_key, department, opened_at,
                                                    first_taken_at, ended_at, ended_how, paused_seconds)
                        values (:id, :city, :measure, 'workshops', 'write-minutes', :department, :opened::timestamptz,
                                :taken::timestamptz, :ended::timestamptz, :how, :paused)
                        """)
                .param("id", id)
                .param("city", CITY)
                .param("measure", measure)
                .param("department", department)
                .param("opened", opened)
                .param("taken", taken)
                .param("ended", ended)
                .param("how", how)
                .param("paused", paused)
                .update();
    }

    private static UUID measure() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (:id, :city, 'WW-01', 'wfm', 'KNOWLEDGE', 'test')")
                .param("id", id)
                .param("city", CITY)
                .update();
        return id;
    }

    private static void changes(UUID measure, String... statesAndMoments) {
        for (int i = 0; i < statesAndMoments.length; i += 2) {
            jdbc.sql("insert into measure_state_change (id, municipality_id, measure_id, to_state, reason, created_at)"
                            + " values (:id, :city, :measure, :state, 'Grund', :at::timestamptz)")
                    .param("id", UUID.randomUUID())
                    .param("city", CITY)
                    .param("measure", measure)
                    .param("state", statesAndMoments[i])
                    .param("at", statesAndMoments[i + 1])
                    .update();
        }
    }
}
