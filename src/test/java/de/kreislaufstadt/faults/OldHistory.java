package de.kreislaufstadt.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** History of very many processes that ended long ago, and the engine's own removal of it. */
final class OldHistory {

    private static final int ACTIVITIES = 3;

    /** An ended process as the engine writes it, but for what makes it another one, and long over. */
    private static final String PROCESSES = """
            insert into camunda.act_hi_procinst select (jsonb_populate_record(p, jsonb_build_object(
                'id_', 'old-' || n, 'proc_inst_id_', 'old-' || n, 'root_proc_inst_id_', 'old-' || n,
                'end_time_', timestamp '2015-01-01', 'removal_time_', timestamp '2020-01-01', 'state_', 'COMPLETED'))).*
            from camunda.act_hi_procinst p, generate_series(1, ?) n
            where p.id_ = (select min(id_) from camunda.act_hi_procinst where proc_def_key_ = 'deadline-watch')
            """;

    private static final String STEPS = """
            insert into camunda.act_hi_actinst select (jsonb_populate_record(a, jsonb_build_object(
                'id_', 'old-' || n || '-' || m, 'proc_inst_id_', 'old-' || n, 'root_proc_inst_id_', 'old-' || n,
                'end_time_', timestamp '2015-01-01', 'removal_time_', timestamp '2020-01-01'))).*
            from camunda.act_hi_actinst a, generate_series(1, ?) n, generate_series(1, ?) m
            where a.id_ = (select min(id_) from camunda.act_hi_actinst where proc_def_key_ = 'deadline-watch')
            """;

    private final JdbcClient sql;

    OldHistory(Cluster cluster) {
        this.sql = cluster.server().superuser(cluster.database());
    }

    void add(int processes) {
        if (sql.sql(PROCESSES).param(processes).update() != processes) {
            throw new IllegalStateException("No process of which there could be many");
        }
        sql.sql(STEPS).params(processes, ACTIVITIES).update();
    }

    /** Lets the nightly removal begin now. */
    void begin() {
        sql.sql("update camunda.act_ru_job set duedate_ = localtimestamp - interval '1 minute', retries_ = 5"
                        + " where handler_type_ = 'history-cleanup'")
                .update();
    }

    long left() {
        return sql.sql("select (select count(*) from camunda.act_hi_procinst where id_ like 'old-%')"
                        + " + (select count(*) from camunda.act_hi_actinst where id_ like 'old-%')")
                .query(Long.class)
                .single();
    }

    void awaitGone() {
        await("old history")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> left() == 0);
    }
}
