package de.kreislaufstadt.process.engine.jobs;

import de.kreislaufstadt.process.BackgroundThread;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.RejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's job executor with locks that last as long as the work does, and hardly longer than the node. The engine's own
 * lock is taken once: if it is long, a dead node's jobs wait for it; if it is short, a long job is run again beside itself.
 */
abstract class LeasedJobExecutor extends SpringJobExecutor {

    /** Two chances may be missed before a lock is over. */
    private static final int PROLONGED_PER_LOCK = 3;

    private final JobsInHand inHand;
    private final Duration pause;
    private final BackgroundThread thread;

    /** @param lock how long a job stays locked after its node died; a few seconds at least */
    LeasedJobExecutor(JdbcClient jdbc, Duration lock) {
        setLockTimeInMillis(Math.toIntExact(lock.toMillis()));
        inHand = new JobsInHand(jdbc, getLockOwner(), lock);
        pause = lock.dividedBy(PROLONGED_PER_LOCK);
        thread = new BackgroundThread("job-locks", inHand::prolong);
        // The acquisition offers rejected jobs again.
        RejectedJobsHandler again = new NotifyAcquisitionRejectedJobsHandler();
        setRejectedJobsHandler((jobs, engine, executor) -> {
            inHand.leave(jobs);
            again.jobsRejected(jobs, engine, executor);
        });
    }

    @Override
    protected void startExecutingJobs() {
        thread.start();
        thread.look(pause);
        super.startExecutingJobs();
    }

    @Override
    protected void stopExecutingJobs() {
        super.stopExecutingJobs();
        thread.stop();
    }

    /** A job whose lock was over while the database could not be reached may be offered again: it is running already. */
    @Override
    public void executeJobs(List<String> jobs, ProcessEngineImpl engine) {
        List<String> taken = inHand.take(jobs);
        if (!taken.isEmpty()) {
            super.executeJobs(taken, engine);
        }
    }

    @Override
    public final Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        Runnable work = work(jobs, engine);
        return () -> {
            try {
                work.run();
            } finally {
                // Also those that were given back, since the node is being stopped.
                inHand.leave(jobs);
            }
        };
    }

    /** @return what executes these jobs, and follow-up jobs of the same process, each within {@link #holding} */
    abstract Runnable work(List<String> jobs, ProcessEngineImpl engine);

    /** Executes one job; also a follow-up job, which the engine locks itself and puts behind the others. */
    final void holding(String job, Runnable work) {
        inHand.take(List.of(job));
        try {
            work.run();
        } finally {
            inHand.leave(List.of(job));
        }
    }
}
