package de.kreislaufstadt.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an installation had counted before a month became one row (V337) is what it has counted afterwards. */
class DurationsByMonthTest {

    /** Written in no order: a row for each duration, among them months, kinds, steps and cities that differ in one word. */
    private static final List<String> COUNTED = List.of(
            "alt WHOLE measure-lifecycle review-proposal klima 2026-01-01 72 3",
            "alt WHOLE measure-lifecycle review-proposal klima 2026-01-01 5 11",
            "alt WHOLE measure-lifecycle review-proposal klima 2026-01-01 100 1",
            "alt WHOLE measure-lifecycle review-proposal klima 2026-02-01 5 2",
            "alt WHOLE measure-lifecycle review-proposal * 2026-01-01 5 11",
            "alt WHOLE * * klima 2026-01-01 5 40000000000",
            "alt WAITING measure-lifecycle review-proposal klima 2026-01-01 0 7",
            "alt DONE measure-lifecycle review-proposal klima 2026-01-01 0 15",
            "alt LATE measure-lifecycle review-proposal klima 2026-01-01 0 14",
            "alt LATE measure-lifecycle review-proposal klima 2026-01-01 9 1",
            "alt DONE measure-lifecycle decide-measure  2026-01-01 0 0",
            "neu WHOLE measure-lifecycle review-proposal klima 2026-01-01 5 1");

    private static JdbcClient jdbc;

    @BeforeAll
    static void anInstallationThatCountedBefore() {
        DriverManagerDataSource database = TestPostgres.databaseOf("336");
        jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        insert into municipality (id, name, official_key, federal_state)
                        values ('alt', 'Altstadt', '05999001', 'NW'), ('neu', 'Neustadt', '05999002', 'NW')
                        """).update();
        COUNTED.forEach(row -> jdbc.sql("""
                        insert into task_time (municipality_id, kind, process_key, task_key, department, month, step, tasks)
                        values (?, ?, ?, ?, ?, ?::date, ?::integer, ?::bigint)
                        """).params((Object[]) row.split(" ")).update());
        TestPostgres.migrateOn(database);
    }

    @Test
    void everyDurationKeepsItsTasks() {
        assertThat(rows("""
                        select concat_ws(' ', municipality_id, kind, process_key, task_key, department, month, step, counted)
                        from task_time, unnest(steps, tasks) as each (step, counted)
                        """)).containsExactlyInAnyOrderElementsOf(COUNTED);
    }

    @Test
    void aMonthOfAStepIsOneRowWhoseDurationsAscend() {
        assertThat(rows("""
                        select steps::text || ' ' || tasks::text from task_time
                        where (municipality_id, kind, department, month) = ('alt', 'WHOLE', 'klima', '2026-01-01')
                          and task_key = 'review-proposal'
                        """)).containsExactly("{5,72,100} {11,3,1}");
        assertThat(rows("select count(*) from task_time")).containsExactly("9");
        assertThat(rows("select relname from pg_class where relname like 'task\\_time\\_%' and relkind in ('r', 'i')"))
                .as("tables and indexes that it leaves")
                .containsExactlyInAnyOrder("task_time_pkey", "task_time_shown", "task_time_doers");
    }

    private static List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
