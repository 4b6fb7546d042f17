package de.kreislaufstadt.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.StatementCount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** One run over ten thousand open tasks of a city of its own, put into the engine's tables as it would have done itself. */
@ApplicationTest
@RecordApplicationEvents
class ReminderRunTest {

    private static final String CITY = "pruefstadt";
    private static final int TASKS = 10_000;
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

    @Autowired
    private ReminderRun run;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StatementCount.Counter statements;

    @Autowired
    private ApplicationEvents events;

    @BeforeEach
    void tenThousandOpenTasks() {
        UUID measure = UUID.randomUUID();
        sql("insert into municipality (id, name, official_key, federal_state)"
                + " values ('pruefstadt', 'Prüfstadt', '05000000', 'NW')");
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (?, 'pruefstadt', 'PP-01', 'wfm', 'UNDER_REVIEW', 'probe')")
                .param(measure)
                .update();
        sql("""
                insert into camunda.act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, is_active_,
                            is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, tenant_id_)
                select 'p-inst', 1, 'p-inst', 'PP-01', id_, true, false, true, false, 1, 0, 'pruefstadt'
                from camunda.act_re_procdef where key_ = 'measure-lifecycle' order by version_ desc limit 1
                """);
        jdbc.sql("""
                        insert into camunda.act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_,
                                                             var_scope_, tenant_id_)
                        values ('p-var', 1, 'string', 'measureId', 'p-inst', 'p-inst', ?, 'p-inst', 'pruefstadt')
                        """).param(measure.toString()).update();
        // Noon is the same day in whatever zone the engine writes its moments. A third is due on the day itself, a
        // third has been overdue for five working days, a third has time.
        jdbc.sql("""
                        insert into camunda.act_ru_task (id_, rev_, execution_id_, proc_inst_id_, name_, task_def_key_,
                                    priority_, create_time_, due_date_, suspension_state_, tenant_id_)
                        select 'p-' || lpad(n::text, 6, '0'), 1, 'p-inst', 'p-inst', 'Vorschlag prüfen', 'review-proposal', 50,
                               timestamp '2026-01-05 10:00',
                               case n % 3 when 0 then timestamp '2026-03-10 12:00'
                                          when 1 then timestamp '2026-03-03 12:00'
                                          else timestamp '2026-06-30 12:00' end, 1, 'pruefstadt'
                        from generate_series(1, ?) n
                        """).param(TASKS).update();
        sql("""
                insert into camunda.act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
                select 'l' || id_, 1, 'pruefstadt-klima', 'candidate', id_, 'pruefstadt'
                from camunda.act_ru_task where tenant_id_ = 'pruefstadt'
                """);
    }

    @AfterEach
    void nothingIsLeft() {
        List.of("act_ru_identitylink", "act_ru_task", "act_ru_variable", "act_ru_execution")
                .forEach(table -> sql("delete from camunda." + table + " where tenant_id_ = 'pruefstadt'"));
        jdbc.sql("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'kreislaufstadt' and c.column_name = 'municipality_id'
                          and t.table_type = 'BASE TABLE'
                          and c.table_name not in ('measure', 'matter') and c.table_name not like 'audit\\_%'
                        """)
                .query(String.class)
                .list()
                .forEach(table -> sql("delete from " + table + " where municipality_id = 'pruefstadt'"));
        sql("delete from measure where municipality_id = 'pruefstadt'");
        jdbc.sql("select forget_audit('pruefstadt')").query(Long.class).single();
        sql("delete from municipality where id = 'pruefstadt'");
    }

    @Test
    void aRunPlansWhatIsDueInAFewStatementsAPage() {
        statements.begin();
        int planned = run.plan(CITY, TUESDAY);
        StatementCount.Cost cost = statements.end();

        assertThat(planned).isEqualTo(6_667);
        assertThat(rows("action = 'REMIND' and stage = 'DUE'")).isEqualTo(3_333);
        assertThat(rows("action = 'ESCALATE' and stage = 'DUE+5'")).isEqualTo(3_334);
        assertThat(events.stream(TaskNotice.class)).hasSize(3_333).allSatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo(TaskNotice.Kind.REMINDED);
            assertThat(notice.group()).isEqualTo("pruefstadt-klima");
            assertThat(notice.due()).isEqualTo(TUESDAY);
        });
        int pages = TASKS / ReminderRun.PAGE + 1;
        assertThat(cost.engineStatements())
                .as("one look per page, and one whether the city has decision tables of its own")
                .hasSizeLessThanOrEqualTo(pages + 1);
        assertThat(cost.own() + cost.ownBatches())
                .as("extensions, what is planned and what is told, per page, beside the city's settings: %s", cost)
                .isLessThanOrEqualTo(3 * pages + 10);
    }

    @Test
    void aSecondRunOfTheSameDayPlansNothing() {
        run.plan(CITY, TUESDAY);
        assertThat(run.plan(CITY, TUESDAY)).isZero();
        assertThat(run.plan(CITY, TUESDAY.plusDays(1))).isZero();
    }

    @Test
    void twoNodesAtOncePlanEachStageOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> node = () -> {
                start.await();
                return run.plan(CITY, TUESDAY);
            };
            List<Future<Integer>> runs =
                    IntStream.range(0, 2).mapToObj(i -> nodes.submit(node)).toList();
            assertThat(runs.get(0).get() + runs.get(1).get()).isEqualTo(6_667);
        } finally {
            nodes.shutdown();
        }
        assertThat(rows("true")).isEqualTo(6_667);
    }

    private int rows(String condition) {
        return jdbc.sql("select count(*) from reminder where municipality_id = 'pruefstadt' and " + condition)
                .query(Integer.class)
                .single();
    }

    private void sql(String statement) {
        jdbc.sql(statement).update();
    }
}
