package de.kreislaufstadt.process.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks of jobs are prolonged for what a node has in hand, and for nothing else. */
class JobsInHandTest {

    private static final DataSource DATABASE = TestPostgres.migratedDatabase();
    private static final String OWN = "this node";
    private static final Duration LOCK = Duration.ofMinutes(1);

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final JobsInHand inHand = new JobsInHand(jdbc, OWN, LOCK);
    private final Instant soon = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(1);

    @BeforeEach
    void fourJobsAreLockedByTwoNodes() {
        jdbc.sql("delete from camunda.act_ru_job").update();
        locked("in-hand", OWN);
        locked("finished", OWN);
        locked("lost-on-the-way", OWN);
        locked("taken-over", "another node");
        inHand.take(List.of("in-hand", "finished", "taken-over"));
        inHand.leave(List.of("finished"));
    }

    @Test
    void onlyWhatIsInHandAndStillOursIsProlonged() {
        inHand.prolong();

        assertThat(lockOf("in-hand")).isAfter(soon.plus(LOCK.dividedBy(2)));
        assertThat(List.of(lockOf("finished"), lockOf("lost-on-the-way"), lockOf("taken-over")))
                .allMatch(soon::equals);
    }

    @Test
    void whatIsInHandIsNotTakenAgain() {
        assertThat(inHand.take(List.of("in-hand", "finished"))).containsExactly("finished");
    }

    /** The end of a job changes its row and waits for others before it commits: the other locks are prolonged meanwhile. */
    @Test
    void aJobThatIsJustEndingHoldsNobodyUp() throws SQLException {
        locked("ending", OWN);
        inHand.take(List.of("ending"));
        try (Connection end = DATABASE.getConnection()) {
            end.setAutoCommit(false);
            try (var delete = end.prepareStatement("delete from camunda.act_ru_job where id_ = 'ending'")) {
                delete.executeUpdate();
            }

            inHand.prolong();

            end.rollback();
        }
        assertThat(lockOf("in-hand")).isAfter(soon.plus(LOCK.dividedBy(2)));
        assertThat(lockOf("ending")).isEqualTo(soon);
    }

    private void locked(String job, String owner) {
        jdbc.sql("insert into camunda.act_ru_job (id_, rev_, type_, lock_owner_, lock_exp_time_, create_time_)"
                        + " values (?, 1, 'message', ?, ?, localtimestamp)")
                .params(job, owner, Timestamp.from(soon))
                .update();
    }

    private Instant lockOf(String job) {
        return jdbc.sql("select lock_exp_time_ from camunda.act_ru_job where id_ = ?")
                .param(job)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
