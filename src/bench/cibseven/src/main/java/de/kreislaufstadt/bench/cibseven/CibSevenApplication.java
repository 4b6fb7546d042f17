package de.kreislaufstadt.bench.cibseven;

import javax.sql.DataSource;
import org.cibseven.bpm.engine.ProcessEngine;
import org.cibseven.bpm.engine.ProcessEngineConfiguration;
import org.cibseven.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.cibseven.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The engine as it is without a starter. */
@SpringBootApplication
public class CibSevenApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CibSevenApplication.class, arguments);
    }

    @Bean(destroyMethod = "close")
    ProcessEngine engine(
            DataSource source,
            @Value("${camunda.bpm.job-execution.wait-time-in-millis:5000}") int wait,
            @Value("${camunda.bpm.job-execution.max-wait:5000}") long mostWait) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setWaitTimeInMillis(wait);
        executor.setMaxWait(mostWait);
        configuration.setJobExecutor(executor);
        configuration.setJobExecutorActivate(true);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .enableDuplicateFiltering(true)
                .name("bench")
                .addClasspathResource("life.bpmn")
                .addClasspathResource("knowledge.bpmn")
                .addClasspathResource("co-signers.dmn")
                .deploy();
        return engine;
    }
}
