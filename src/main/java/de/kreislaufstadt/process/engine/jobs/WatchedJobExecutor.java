package de.kreislaufstadt.process.engine.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/** The engine's job executor, which also tells whether its one thread that looks for jobs still goes round, and what came of it. */
final class WatchedJobExecutor extends SpringJobExecutor {

    private final Counter acquired;
    private final Counter lost;
    private final Counter rejected;
    private final Counter done;
    private final Counter failed;
    private volatile long lastRound = System.nanoTime();

    WatchedJobExecutor(MeterRegistry registry) {
        acquired = counter(registry, "kreislaufstadt.jobs.acquired", "Jobs that this node has taken");
        lost = counter(
                registry, "kreislaufstadt.jobs.acquisition.lost", "Jobs that another node took at the same moment");
        rejected = counter(
                registry, "kreislaufstadt.jobs.rejected", "Jobs taken while all threads were busy and the queue full");
        done = counter(registry, "kreislaufstadt.jobs.done", "Jobs that this node has finished");
        failed = counter(registry, "kreislaufstadt.jobs.failed", "Attempts at jobs that failed on this node");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
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
        acquired.increment(jobs);
        super.logAcquiredJobs(engine, jobs);
    }

    @Override
    public void logAcquisitionFailureJobs(ProcessEngineImpl engine, int jobs) {
        lost.increment(jobs);
        super.logAcquisitionFailureJobs(engine, jobs);
    }

    @Override
    public void logRejectedExecution(ProcessEngineImpl engine, int jobs) {
        rejected.increment(jobs);
        super.logRejectedExecution(engine, jobs);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new Counted(jobs, engine);
    }

    private final class Counted extends ExecuteJobsRunnable {

        Counted(List<String> jobs, ProcessEngineImpl engine) {
            super(jobs, engine);
        }

        @Override
        protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failure) {
            try {
                super.executeJob(job, commands, failure);
            } finally {
                (failure.getFailure() == null ? done : failed).increment();
            }
        }
    }
}
