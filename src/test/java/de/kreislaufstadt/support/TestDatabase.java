package de.kreislaufstadt.support;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application context its database, its municipality, its passwords and the address of its mail server. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Password of every person of the test municipality. */
    public static final String PASSWORD = "test-password-of-everyone";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        use(context, TestPostgres.newDatabase());
    }

    /** @param url JDBC address of a database that is empty or of an earlier version */
    static void use(ConfigurableApplicationContext context, String url) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + TestPostgres.APP,
                        "spring.datasource.password=" + TestPostgres.PASSWORD,
                        "spring.datasource.hikari.maximum-pool-size=8",
                        "spring.datasource.hikari.minimum-idle=1",
                        "spring.flyway.url=" + url,
                        "spring.flyway.user=" + TestPostgres.OWNER,
                        "spring.flyway.password=" + TestPostgres.PASSWORD,
                        "kreislaufstadt.municipalities=" + TestCity.file(),
                        "kreislaufstadt.initial-password=" + PASSWORD,
                        "kreislaufstadt.admin.password=" + PASSWORD,
                        "kreislaufstadt.base-url=" + TestMail.BASE_URL,
                        "kreislaufstadt.mail.from=" + TestMail.FROM,
                        "kreislaufstadt.mail.background=false",
                        // Tests of Spring Boot collect no figures unless told to.
                        "management.prometheus.metrics.export.enabled=true",
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + TestMail.PORT,
                        "kreislaufstadt.documents.spool=target/spool/" + url.substring(url.lastIndexOf('/') + 1),
                        "kreislaufstadt.sign-in.password-rounds=100",
                        "kreislaufstadt.sign-in.second-factor-for-administrators=false",
                        "camunda.bpm.job-execution.enabled=false",
                        "kreislaufstadt.shutdown.notice=0s",
                        // A busy machine is no busy application.
                        "kreislaufstadt.load.wait=30s",
                        "spring.datasource.hikari.connection-timeout=10000",
                        "kreislaufstadt.monitoring.counting=-",
                        "kreislaufstadt.monitoring.weeks=-")
                .applyTo(context);
    }
}
