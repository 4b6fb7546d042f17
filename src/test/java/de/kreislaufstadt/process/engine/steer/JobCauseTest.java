package de.kreislaufstadt.process.engine.steer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine has kept of an exception, and the one word that people get of it. */
class JobCauseTest {

    /** A library on the way to the fault is none. */
    private static final String FRAMES = """

                at org.postgresql.core.v3.QueryExecutorImpl.receive(QueryExecutorImpl.java:1)
                at org.springframework.mail.javamail.JavaMailSenderImpl.send(JavaMailSenderImpl.java:1)
                at org.camunda.bpm.dmn.engine.impl.DefaultDmnEngine.evaluate(DefaultDmnEngine.java:1)
                ... 120 more
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org.camunda.bpm.engine.ProcessEngineException: x ~ Caused by: jakarta.mail.MessagingException: Connect refused | MAIL_SERVER
            org.springframework.mail.MailSendException: Mail server connection failed                                      | MAIL_SERVER
            org.springframework.dao.DataIntegrityViolationException: x ~ Caused by: org.postgresql.util.PSQLException: y   | DATABASE
            org.camunda.bpm.engine.ProcessEngineException: x ~ Caused by: java.sql.SQLTransientConnectionException: y      | DATABASE
            org.camunda.bpm.dmn.engine.DmnEngineException: DMN-01 no rule                                                  | RULE
            java.lang.IllegalStateException: No department has the role CLIMATE_UNIT                                       | RULE
            java.util.NoSuchElementException: No measure in muenster                                                       | RULE
            de.kreislaufstadt.form.FormRefused: Refused: [date form.required]                                              | RULE
            java.lang.NullPointerException: x                                                                              | UNKNOWN
            java.net.ConnectException: Connection refused                                                                  | UNKNOWN
            """)
    void theExceptionsThemselvesSayWhatWasWrongAndNoFrameDoes(String trace, JobCause cause) {
        assertThat(JobCause.in(trace.replace(" ~ ", FRAMES) + FRAMES)).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({",UNKNOWN"})
    void whereNothingWasKeptTheCauseIsUnknown(String trace, JobCause cause) {
        assertThat(JobCause.in(trace)).isEqualTo(cause);
    }
}
