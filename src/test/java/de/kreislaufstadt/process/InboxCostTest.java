package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.StatementCount;
import de.kreislaufstadt.support.TestPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a clerk's inbox costs in a city of twenty-one thousand open tasks: rows that PostgreSQL touches and statements, neither of
 * which depends on the machine.
 */
@ApplicationTest
class InboxCostTest {

    private static final int TASKS = 21_000;
    private static final int GROUPS = 30;
    private static final int OWN_GROUPS = 10;
    private static final int MINE = TASKS * OWN_GROUPS / GROUPS;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    StatementCount.Counter statements;

    /**
     * Every task is of a model, as all are: what reading the model's grants costs decides whether PostgreSQL reads a page off the index,
     * and tasks of none would hide it.
     */
    @BeforeEach
    void aLargeCity() {
        jdbc.sql("""
                        insert into camunda.act_ru_task (id_, rev_, name_, priority_, create_time_, due_date_, suspension_state_,
                                    tenant_id_, proc_def_id_)
                        select 'g-' || n, 1, 'Aufgabe ' || n, 50, timestamp '2026-01-05 10:00',
                               timestamp '2026-03-02 23:59' + n * 7919 % 250 * interval '1 day', 1, 'grossstadt',
                               (select min(id_) from camunda.act_re_procdef)
                        from generate_series(1, ?) n
                        """).param(TASKS).update();
        jdbc.sql("""
                        insert into camunda.act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
                        select 'gl' || id_, 1, 'grossstadt-' || split_part(id_, '-', 2)::int % ?, 'candidate', id_, tenant_id_
                        from camunda.act_ru_task where tenant_id_ = 'grossstadt'
                        """).param(GROUPS).update();
        jdbc.sql("""
                        insert into camunda.act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_,
                                    perms_)
                        select 'ga' || task_id_, 1, 1, group_id_, 7, task_id_, 16386
                        from camunda.act_ru_identitylink where tenant_id_ = 'grossstadt'
                        """).update();
        List.of("act_ru_task", "act_ru_identitylink", "act_ru_authorization").forEach(this::settle);
        identity.setAuthentication(
                "grossstadt-clerk",
                IntStream.range(0, OWN_GROUPS)
                        .mapToObj(number -> "grossstadt-" + number)
                        .toList(),
                List.of("grossstadt"));
    }

    @AfterEach
    void cleared() {
        identity.clearAuthentication();
        jdbc.sql("delete from camunda.act_ru_authorization where id_ like 'gag-%'")
                .update();
        jdbc.sql("delete from camunda.act_ru_identitylink where tenant_id_ = 'grossstadt'")
                .update();
        jdbc.sql("delete from camunda.act_ru_task where tenant_id_ = 'grossstadt'")
                .update();
    }

    @Test
    void aPageByDueDateReadsHardlyMoreThanItShows() {
        Cost page = cost(() -> inbox().listPage(0, 15).size());
        assertThat(page.answer()).isEqualTo(15);
        assertThat(page.rows().get("act_ru_task")).as("%s", page).isLessThan(300);
        assertThat(page.rows().get("act_ru_identitylink")).as("%s", page).isLessThan(300);
        assertThat(page.rows().get("act_ru_authorization")).as("%s", page).isLessThan(300);
    }

    @Test
    void aCountReadsEveryTaskOnceAndOnlyGrantsOfThePerson() {
        Cost count = cost(() -> (int) inbox().count());
        assertThat(count.answer()).isEqualTo(MINE);
        assertThat(count.rows().get("act_ru_task")).as("%s", count).isLessThan(TASKS + 1_000);
        assertThat(count.rows().get("act_ru_identitylink")).as("%s", count).isLessThan(MINE + 1_000);
        assertThat(count.rows().get("act_ru_authorization")).as("%s", count).isLessThan(MINE + 1_000);
    }

    /** One question for revoked rights, one for the rows. */
    @Test
    void pageAndCountTakeTwoStatementsEach() {
        statements.begin();
        inbox().listPage(0, 15);
        assertThat(statements.end().engineStatements()).hasSize(2);
        statements.begin();
        inbox().count();
        assertThat(statements.end().engineStatements()).hasSize(2);
    }

    private TaskQuery inbox() {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(identity.getCurrentAuthentication().getGroupIds())
                .includeAssignedTasks()
                .orderByDueDate()
                .asc();
    }

    private record Cost(int answer, Map<String, Long> rows) {}

    /** Rows of tables, read one after the other or by an index, as PostgreSQL counts them before it reports them. */
    private Cost cost(Supplier<Integer> question) {
        return new TransactionTemplate(transactions).execute(status -> {
            Map<String, Long> before = rowsRead();
            int answer = question.get();
            Map<String, Long> rows = rowsRead();
            before.forEach((table, read) -> rows.merge(table, -read, Long::sum));
            return new Cost(answer, rows);
        });
    }

    private Map<String, Long> rowsRead() {
        Map<String, Long> rows = new HashMap<>();
        jdbc.sql("""
                        select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
                        where relname in ('act_ru_task', 'act_ru_identitylink', 'act_ru_authorization')
                        """).query(row -> {
            rows.put(row.getString(1), row.getLong(2));
        });
        return rows;
    }

    /** Only the owner of a table may bring the planner's knowledge of it up to date. */
    private void settle(String table) {
        TestPostgres.asOwner(
                jdbc.sql("select current_database()").query(String.class).single(), "analyze camunda." + table);
    }
}
