package de.kreislaufstadt.process.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kreislaufstadt.observation.LogFields;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.test.util.ReflectionTestUtils;

/** A line of the log says which measure, task, job and municipality it is about, in a form that programs read, and never who. */
@ApplicationTest
class LogLinesTest {

    private static final String CLERK = "klima-sachbearbeitung";
    private static final String MAIL = "\\w@\\w";

    @Autowired
    Office office;

    @Autowired
    JobSpans spans;

    @Autowired
    ProcessEngine engine;

    private final Heard heard = new Heard();
    private String number;

    @BeforeEach
    void aMeasureIsProposed() {
        number = office.as(CLERK).proposes(office.valid("propose-measure", data -> data.put("lead", "klima")));
        heard.begin();
    }

    @AfterEach
    void nobodyListens() {
        heard.end();
        LogFields.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash"})
    void aCompletedTask(String format) {
        String task = office.open(number, "review-proposal").get(0).getId();

        office.as(CLERK).completes(number, "review-proposal");

        JsonNode line = heard.line("Aufgabe abgeschlossen", format);
        assertThat(line.path("measure").asText()).isEqualTo(number);
        assertThat(line.path("municipality").asText()).isEqualTo("muenster");
        assertThat(line.path("taskKey").asText()).isEqualTo("review-proposal");
        assertThat(line.path("taskId").asText()).isEqualTo(task);
        assertThat(line.toString()).doesNotContain(CLERK).doesNotContainPattern(MAIL);
    }

    @Test
    void aFailingJob() {
        office.as(CLERK).completes(number, "review-proposal");
        office.as("klima-leitung").completes(number, "decide-measure");
        Job job = exchange();
        // No rule knows what to do with a measure that is not there.
        office.runtime().setVariable(lifecycle(), "measureId", UUID.randomUUID().toString());

        execute(job.getId());

        JsonNode line = heard.line(job.getId(), "ecs");
        assertThat(line.path("jobId").asText()).isEqualTo(job.getId());
        assertThat(line.path("municipality").asText()).isEqualTo("muenster");
        assertThat(line.path("measure").asText()).isEqualTo(number);
        assertThat(line.path("processKey").asText()).isEqualTo("measure-lifecycle");
        assertThat(line.path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(line.toString()).doesNotContain(CLERK, "klima-leitung").doesNotContainPattern(MAIL);
        assertThat(
                        MDC.getCopyOfContextMap() == null
                                ? List.of()
                                : MDC.getCopyOfContextMap().keySet())
                .as("the next job of this thread begins without any")
                .doesNotContain("jobId", "measure", "taskKey", "municipality", "traceId");
    }

    private String lifecycle() {
        return office.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("measure-lifecycle")
                .singleResult()
                .getId();
    }

    private Job exchange() {
        return office.management()
                .createJobQuery()
                .processInstanceId(lifecycle())
                .activityId("exchange-due")
                .list()
                .get(0);
    }

    /** As a thread of the executor does. */
    private void execute(String job) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JobExecutor before = configuration.getJobExecutor();
        WatchedJobExecutor executor = new WatchedJobExecutor(
                office.jdbc(), Duration.ofMinutes(5), new JobCounts(new SimpleMeterRegistry()), spans);
        ReflectionTestUtils.setField(executor, "isActive", true);
        ReflectionTestUtils.setField(executor, "acquireJobsRunnable", new SequentialJobAcquisitionRunnable(executor));
        configuration.setJobExecutor(executor);
        try {
            executor.getExecuteJobsRunnable(List.of(job), (ProcessEngineImpl) engine)
                    .run();
        } finally {
            configuration.setJobExecutor(before);
        }
    }

    private static final class Heard extends AppenderBase<ILoggingEvent> {

        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

        void begin() {
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
        }

        void end() {
            root.detachAppender(this);
            stop();
        }

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        /** @return the line with these words, as the setting {@code logging.structured.format.console} has it written */
        JsonNode line(String words, String format) {
            StructuredLogEncoder encoder = new StructuredLogEncoder();
            encoder.setContext(root.getLoggerContext());
            encoder.setFormat(format);
            encoder.start();
            try {
                return new JsonMapper()
                        .readTree(encoder.encode(events.stream()
                                .filter(event -> event.getFormattedMessage().contains(words))
                                .findFirst()
                                .orElseThrow()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
