package de.kreislaufstadt.process.engine.job;

import de.kreislaufstadt.process.BackgroundThread;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.RejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's job executor with locks that last as long as the work does, and hardly longer than the node. The engine's own
 * lock is taken once: if it is long, a dead node's jobs wait for it; if it is short, a long job is run again beside itself.
 */
final class LeasedJobExecutor extends SpringJobExecutor {

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
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        Runnable work = new Work(jobs, engine);
        return () -> {
            try {
                work.run();
            } finally {
                // Also those that were given back, since the node is being stopped.
                inHand.leave(jobs);
            }
        };
    }

    /** Also follow-up jobs of the same process, which the engine locks itself and puts behind the others. */
    private final class Work extends ExecuteJobsRunnable {

        Work(List<String> jobs, ProcessEngineImpl engine) {
            super(jobs, engine);
        }

        @Override
        protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failure) {
            inHand.take(List.of(job));
            try {
                super.executeJob(job, commands, failure);
            } finally {
                inHand.leave(List.of(job));
            }
        }
    }
}
