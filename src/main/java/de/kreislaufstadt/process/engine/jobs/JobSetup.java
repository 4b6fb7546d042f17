package de.kreislaufstadt.process.engine.jobs;

import java.time.Duration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Puts our job executor in the place of the starter's, with the same settings ({@code camunda.bpm.job-execution}). */
@Configuration
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobSetup {

    /** The starter's name, so that it makes none of its own. */
    private static final String THREADS = "camundaTaskExecutor";

    @Bean(THREADS)
    ThreadPoolTaskExecutor jobThreads(CamundaBpmProperties properties) {
        JobExecutionProperty settings = properties.getJobExecution();
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(settings.getCorePoolSize());
        threads.setMaxPoolSize(settings.getMaxPoolSize());
        threads.setQueueCapacity(settings.getQueueCapacity());
        return threads;
    }

    @Bean
    WatchedJobExecutor jobExecutor(
            @Qualifier(THREADS) ThreadPoolTaskExecutor threads,
            CamundaBpmProperties properties,
            JdbcClient jdbc,
            JobCounts counts,
            JobSpans spans) {
        JobExecutionProperty settings = properties.getJobExecution();
        WatchedJobExecutor executor =
                new WatchedJobExecutor(jdbc, Duration.ofMillis(settings.getLockTimeInMillis()), counts, spans);
        executor.setTaskExecutor(threads);
        executor.setMaxJobsPerAcquisition(settings.getMaxJobsPerAcquisition());
        executor.setWaitTimeInMillis(settings.getWaitTimeInMillis());
        executor.setMaxWait(settings.getMaxWait());
        executor.setBackoffTimeInMillis(settings.getBackoffTimeInMillis());
        executor.setMaxBackoff(settings.getMaxBackoff());
        return executor;
    }

    /** @param patience how long jobs that have begun may go on when the node is stopped; less than the phase has */
    @Bean
    JobDrain jobDrain(
            WatchedJobExecutor executor,
            @Qualifier(THREADS) ThreadPoolTaskExecutor threads,
            JdbcClient jdbc,
            @Value("${kreislaufstadt.shutdown.jobs:PT15S}") Duration patience) {
        return new JobDrain(executor, threads.getThreadPoolExecutor(), jdbc, patience);
    }
}
