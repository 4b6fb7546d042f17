package de.kreislaufstadt.process.engine.jobs;

import de.kreislaufstadt.observation.LogFields;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's job executor, which also tells whether its one thread that looks for jobs still goes round, and what came of it. */
final class WatchedJobExecutor extends LeasedJobExecutor {

    private final JobCounts counts;
    private final JobSpans spans;
    private volatile long lastRound = System.nanoTime();

    /** @param lock how long a job stays locked after its node died; a few seconds at least */
    WatchedJobExecutor(JdbcClient jdbc, Duration lock, JobCounts counts, JobSpans spans) {
        super(jdbc, lock);
        this.counts = counts;
        this.spans = spans;
    }

    /** @return whether it was started, was not told to stop, and its thread lives; no question to the database */
    boolean isAcquiring() {
        Thread thread = jobAcquisitionThread;
        return isActive() && thread != null && thread.isAlive();
    }

    /** @return whether it should look for jobs and has no thread any more that does: only a new start mends that */
    boolean isDead() {
        return isActive() && !isAcquiring();
    }

    /** @return time since it began to look for jobs last, with or without success */
    Duration sinceLastRound() {
        return Duration.ofNanos(System.nanoTime() - lastRound);
    }

    @Override
    public void start() {
        lastRound = System.nanoTime();
        super.start();
    }

    @Override
    public void logAcquisitionAttempt(ProcessEngineImpl engine) {
        lastRound = System.nanoTime();
        super.logAcquisitionAttempt(engine);
    }

    @Override
    public void logAcquiredJobs(ProcessEngineImpl engine, int jobs) {
        lastRound = System.nanoTime();
        counts.acquired.increment(jobs);
        super.logAcquiredJobs(engine, jobs);
    }

    @Override
    public void logAcquisitionFailureJobs(ProcessEngineImpl engine, int jobs) {
        counts.lost.increment(jobs);
        super.logAcquisitionFailureJobs(engine, jobs);
    }

    @Override
    public void logRejectedExecution(ProcessEngineImpl engine, int jobs) {
        counts.rejected.increment(jobs);
        super.logRejectedExecution(engine, jobs);
    }

    @Override
    Runnable work(List<String> jobs, ProcessEngineImpl engine) {
        return new Counted(jobs, engine);
    }

    private final class Counted extends ExecuteJobsRunnable {

        Counted(List<String> jobs, ProcessEngineImpl engine) {
            super(jobs, engine);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                LogFields.clear();
                LogFields.endTrace();
            }
        }

        /** The fields stay until the next job: a failure is logged after this has ended. */
        @Override
        protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failure) {
            LogFields.clear();
            LogFields.endTrace();
            LogFields.put(LogFields.JOB_ID, job);
            counts.executing.incrementAndGet();
            try {
                holding(job, () -> spans.within(job, () -> super.executeJob(job, commands, failure)));
            } finally {
                counts.executing.decrementAndGet();
                (failure.getFailure() == null ? counts.done : counts.failed).increment();
            }
        }
    }
}
