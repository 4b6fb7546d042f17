package de.kreislaufstadt.process.engine.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Stops the job executor as the engine does not: first no job is taken any more, then those that run may end and those that wait
 * for a thread are given back, and at last the locks of all that is left are lifted, so that another node need not wait until
 * they are over.
 */
final class JobDrain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobDrain.class);

    /**
     * The number of the row goes up, as with every change of the engine's: an attempt that is still under way here cannot commit
     * any more, so that nothing is done twice when another node begins anew.
     */
    private static final String GIVE_BACK = """
            update camunda.act_ru_job set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1
            where lock_owner_ = :owner
            """;

    private final WatchedJobExecutor executor;
    private final ThreadPoolExecutor threads;
    private final JdbcClient jdbc;
    private final Duration patience;
    private volatile boolean running;

    /** @param patience how long jobs that have begun may go on */
    JobDrain(WatchedJobExecutor executor, ThreadPoolExecutor threads, JdbcClient jdbc, Duration patience) {
        this.executor = executor;
        this.threads = threads;
        this.jdbc = jdbc;
        this.patience = patience;
    }

    /** The starter starts the executor, once the application is there. */
    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop(Runnable done) {
        running = false;
        new Thread(
                        () -> {
                            try {
                                drain();
                            } finally {
                                done.run();
                            }
                        },
                        "job-drain")
                .start();
    }

    @Override
    public void stop() {
        running = false;
        drain();
    }

    private void drain() {
        // From here on the engine itself unlocks what comes to its turn instead of doing it.
        executor.shutdown();
        threads.shutdown();
        try {
            threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            int left =
                    jdbc.sql(GIVE_BACK).param("owner", executor.getLockOwner()).update();
            if (left > 0) {
                LOG.warn("{} Jobs waren beim Anhalten nicht fertig; sie beginnen auf einem anderen Knoten neu.", left);
            }
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.warn("Die Datenbank antwortet nicht: Jobs dieses Knotens bleiben gesperrt, bis ihre Sperren ablaufen.");
        }
    }
}
