package de.kreislaufstadt.process.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** A node that is told to stop ends what it has begun, gives back what it has only taken, and leaves nothing locked. */
@ApplicationTest
class JobDrainTest {

    private static final String WAITS = "waits-until-the-test-says-go";
    private static final int JOBS = 9;
    private static final int THREADS = 2;
    private static final int QUEUE = 4;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Office office;

    @Autowired
    JobSpans spans;

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private List<String> others = List.of();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private ProcessEngineConfigurationImpl configuration;
    private JobExecutor before;
    private ThreadPoolTaskExecutor threads;
    private WatchedJobExecutor executor;

    @BeforeEach
    void aNodeWithMoreJobsThanThreads() {
        configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        before = configuration.getJobExecutor();
        configuration.getJobHandlers().put(WAITS, new Waiting());
        threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(THREADS);
        threads.setMaxPoolSize(THREADS);
        threads.setQueueCapacity(QUEUE);
        threads.initialize();
        executor = new WatchedJobExecutor(office.jdbc(), Duration.ofMinutes(5), new JobCounts(registry), spans);
        executor.setTaskExecutor(threads);
        configuration.setJobExecutor(executor);
        executor.registerProcessEngine((ProcessEngineImpl) engine);
        // What else is due in this database is nothing that this node may see.
        others = office.jdbc()
                .sql("update camunda.act_ru_job set suspension_state_ = 2 where suspension_state_ = 1 returning id_")
                .query(String.class)
                .list();
        for (int i = 0; i < JOBS; i++) {
            configuration.getCommandExecutorTxRequired().execute(JobDrainTest::newJob);
        }
    }

    @AfterEach
    void theNodeIsAsItWas() {
        go.countDown();
        executor.shutdown();
        threads.shutdown();
        configuration.setJobExecutor(before);
        office.jdbc()
                .sql("delete from camunda.act_ru_job where handler_type_ = :type")
                .param("type", WAITS)
                .update();
        configuration.getJobHandlers().remove(WAITS);
        if (!others.isEmpty()) {
            office.jdbc()
                    .sql("update camunda.act_ru_job set suspension_state_ = 1 where id_ in (:others)")
                    .param("others", others)
                    .update();
        }
    }

    @Test
    void whatRunsEndsAndWhatWaitsIsGivenBackUntouched() {
        startsAndIsBusy();
        assertThat(locked()).as("taken, and most of them waiting for a thread").isGreaterThan(THREADS);

        AtomicBoolean stopped = new AtomicBoolean();
        drain(Duration.ofMinutes(1)).stop(() -> stopped.set(true));
        await("no job is taken any more").until(() -> !executor.isActive());
        assertThat(JobsHealth.trouble(executor)).isPresent();
        assertThat(stopped).isFalse();
        go.countDown();
        await("all that had begun has ended").untilTrue(stopped);

        assertThat(begun).hasSize(THREADS);
        assertThat(left()).isEqualTo(JOBS - THREADS);
        assertThat(locked()).isZero();
        assertThat(touched()).as("jobs that nobody tried").isZero();
        assertThat(registry.get("kreislaufstadt.jobs.done").counter().count()).isEqualTo(THREADS);
        assertThat(registry.get("kreislaufstadt.jobs.failed").counter().count()).isZero();
    }

    @Test
    void whatDoesNotEndInTimeIsGivenBackAndCannotCommitAnyMore() {
        startsAndIsBusy();

        drain(Duration.ofMillis(1)).stop();
        await().until(() -> locked() == 0);
        go.countDown();
        await("the attempts that came too late are over").until(threads.getThreadPoolExecutor()::isTerminated);

        assertThat(left()).as("another node does all of them, and once").isEqualTo(JOBS);
        assertThat(registry.get("kreislaufstadt.jobs.done").counter().count()).isZero();
    }

    @Test
    void anExecutorThatLooksForJobsIsReadyAndOneWithoutItsThreadIsDead() throws InterruptedException {
        assertThat(JobsHealth.trouble(executor)).as("not started yet").isPresent();
        assertThat(executor.isDead()).isFalse();

        executor.start();
        assertThat(JobsHealth.trouble(executor)).isEmpty();
        assertThat(executor.isDead()).isFalse();

        // What an error does that the engine does not catch: the thread ends, and the executor believes that it is
        // active.
        executor.getAcquireJobsRunnable().stop();
        await().until(() -> JobsHealth.trouble(executor).isPresent());
        assertThat(executor.isDead()).isTrue();

        executor.shutdown();
        assertThat(executor.isDead()).as("told to stop").isFalse();
    }

    private void startsAndIsBusy() {
        executor.start();
        await("both threads at work and the queue full")
                .until(() -> begun.size() == THREADS && threads.getQueueSize() == QUEUE);
    }

    private JobDrain drain(Duration patience) {
        return new JobDrain(executor, threads.getThreadPoolExecutor(), office.jdbc(), patience);
    }

    private long left() {
        return count("true");
    }

    private long locked() {
        return count("lock_owner_ is not null");
    }

    private long touched() {
        return count("retries_ < 5 or exception_msg_ is not null");
    }

    private long count(String condition) {
        return office.jdbc()
                .sql("select count(*) from camunda.act_ru_job where handler_type_ = :type and (" + condition + ")")
                .param("type", WAITS)
                .query(Long.class)
                .single();
    }

    private static Void newJob(CommandContext commands) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(WAITS);
        job.setRetries(5);
        // Or all of them would be one portion for one thread: they belong to the same process, none.
        job.setExclusive(false);
        commands.getJobManager().insertJob(job);
        return null;
    }

    /** Waits within the engine's transaction. */
    private final class Waiting implements JobHandler<JobHandlerConfiguration> {

        @Override
        public String getType() {
            return WAITS;
        }

        @Override
        public void execute(
                JobHandlerConfiguration settings, ExecutionEntity execution, CommandContext commands, String tenant) {
            begun.add(Thread.currentThread().getName());
            try {
                go.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public JobHandlerConfiguration newConfiguration(String canonical) {
            return () -> canonical;
        }

        @Override
        public void onDelete(JobHandlerConfiguration settings, JobEntity job) {}
    }
}
