package de.kreislaufstadt.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.StatementCount;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The question the job executor asks every second, with the timers of many measures waiting for later days. */
@ApplicationTest
class DueJobsTest {

    private static final int TIMERS = 100_000;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    StatementCount.Counter statements;

    @Autowired
    Clock clock;

    @Test
    void aPollForDueJobsDoesNotReadTheTimersOfLaterDays() {
        String poll = poll();
        List<String> plan = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            jdbc.update(
                    "insert into camunda.act_ru_job (id_, rev_, type_, retries_, exclusive_, duedate_, suspension_state_,"
                            + " priority_, create_time_)"
                            + " select 'later-' || n, 1, 'timer', 3, true, now() + n * interval '1 hour', 1, 0, now()"
                            + " from generate_series(1, ?) n",
                    TIMERS);
            return jdbc.queryForList("explain (analyze, costs off, timing off, summary off) " + poll, String.class);
        });
        assertThat(plan).anyMatch(line -> line.contains("act_idx_job_due"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on act_ru_job res"));
        assertThat(String.join("\n", plan)).doesNotContain("Rows Removed by Filter: " + TIMERS);
    }

    /** The engine's own statement as it reaches PostgreSQL, with the moment it asks for. */
    private String poll() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        statements.begin();
        configuration
                .getCommandExecutorTxRequired()
                .execute(command -> command.getJobManager().findNextJobsToExecute(new Page(0, 5)));
        String sql = statements.end().engineStatements().stream()
                .filter(statement ->
                        statement.toLowerCase(java.util.Locale.ROOT).contains("act_ru_job"))
                .findFirst()
                .orElseThrow();
        String now = "'" + Timestamp.from(clock.instant()) + "'::timestamp";
        return sql.replaceAll("(?i)limit \\?", "limit 5")
                .replaceAll("(?i)offset \\?", "offset 0")
                .replaceAll("\\?", Matcher.quoteReplacement(now));
    }
}
