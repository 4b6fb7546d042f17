package de.kreislaufstadt.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartChecksTest {

    private static final String URL = "jdbc:postgresql://localhost/kreislaufstadt";

    @Test
    void aTakenPortIsNamedWithItsSetting() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> check(Map.of("spring.datasource.url", URL, "server.port", port)))
                    .withMessageContainingAll("Port " + port + " ist belegt", "server.port", "SERVER_PORT")
                    .matches(refused -> refused.getMessage().lines().count() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void noPortNoCheck(String port) {
        assertThatCode(() -> check(Map.of("spring.datasource.url", URL, "server.port", port)))
                .doesNotThrowAnyException();
    }

    @Test
    void withoutDatabaseTheSettingIsNamed() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(Map.of("server.port", 0)))
                .withMessageContaining("SPRING_DATASOURCE_URL");
    }

    @Test
    void theDemoBringsItsDatabase() {
        assertThatCode(() -> check(Map.of("kreislaufstadt.demo.directory", "data", "server.port", 0)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.port                                    | acht          | SERVER_PORT
            spring.datasource.hikari.maximum-pool-size     | 11            | SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE
            spring.datasource.hikari.maximum-pool-size     | viele         | SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE
            camunda.bpm.job-execution.max-pool-size        | 17            | mindestens 21
            TZ                                             | Europa/Berlin | Zeitzone „Europa/Berlin“ gibt es nicht
            kreislaufstadt.documents.spool                 | pom.xml/spool | KREISLAUFSTADT_DOCUMENTS_SPOOL
            kreislaufstadt.retention.drafts                | 90 Tage       | KREISLAUFSTADT_RETENTION_DRAFTS
            kreislaufstadt.retention.stakeholder-contacts  | P0D           | KREISLAUFSTADT_RETENTION_STAKEHOLDERCONTACTS
            kreislaufstadt.external-accounts.at-most       | ein Jahr      | P12M
            kreislaufstadt.history.clean-up-from           | 23 Uhr        | HH:mm
            kreislaufstadt.history.clean-up-until          | 05:00:30      | HH:mm
            kreislaufstadt.reminders.at                    | 25:00         | HH:mm
            kreislaufstadt.mail.keep                       | lange         | KREISLAUFSTADT_MAIL_KEEP
            kreislaufstadt.documents.largest-file          | -1MB          | 25MB
            kreislaufstadt.base-url                        | kreislauf     | https://
            kreislaufstadt.mail.from                       | a@stadt.de    | SPRING_MAIL_HOST
            spring.mail.host                               | mail.stadt.de | KREISLAUFSTADT_MAIL_FROM
            """)
    void whatCannotWorkIsNamedWithItsSettingOnOneLineOfItsOwn(String setting, String value, String remedy) {
        Map<String, Object> settings = new HashMap<>(working());
        assertThatCode(() -> check(settings)).doesNotThrowAnyException();

        settings.put(setting, value);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(settings))
                .matches(refused -> refused.getMessage()
                        .lines()
                        .filter(line -> line.contains(setting))
                        .anyMatch(line -> line.contains(remedy)));
    }

    @Test
    void everythingThatCannotWorkIsToldAtOnce() {
        Map<String, Object> settings = new HashMap<>(working());
        settings.remove("spring.datasource.url");
        settings.put("kreislaufstadt.retention.drafts", "eine\nWoche");
        settings.put("kreislaufstadt.base-url", "stadt");
        settings.put("TZ", "Mond");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(settings))
                .matches(refused -> refused.getMessage().lines().count() == 4);
    }

    @Test
    void aSettingOutOfTheEnvironmentIsToldOnce() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("file", new HashMap<>(working())));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("defaults", Map.of("kreislaufstadt.retention.task-reasons", "P12M")));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("KREISLAUFSTADT_RETENTION_TASKREASONS", "ein Jahr")));
        ConfigurationPropertySources.attach(environment);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(environment))
                .withMessageStartingWith("kreislaufstadt.retention.task-reasons")
                .matches(refused -> refused.getMessage().lines().count() == 1);
    }

    @Test
    void whoRunsNoJobsNeedsNoConnectionsForThem() {
        Map<String, Object> settings = new HashMap<>(working());
        settings.put("spring.datasource.hikari.maximum-pool-size", "2");
        settings.put("camunda.bpm.job-execution.enabled", "false");

        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    private static Map<String, Object> working() {
        return Map.of(
                "spring.datasource.url",
                URL,
                "server.port",
                "0",
                "spring.datasource.hikari.maximum-pool-size",
                "20",
                "camunda.bpm.job-execution.max-pool-size",
                "8");
    }

    @Test
    void knownReasonsAreOneLineAndUnknownOnesAreNot() {
        assertThat(OneLineReporter.line(new IllegalStateException(new StartRefused("so nicht"))))
                .contains("so nicht");
        assertThat(OneLineReporter.line(new PortInUseException(8080)).orElseThrow())
                .contains("8080", "server.port");
        assertThat(OneLineReporter.line(new RuntimeException(new SQLException("refused\nmore", "08001")))
                        .orElseThrow())
                .startsWith("Datenbank nicht erreichbar")
                .endsWith("refused");
        assertThat(OneLineReporter.line(new SQLException("syntax", "42601"))).isEmpty();
        assertThat(OneLineReporter.line(new IllegalStateException("bug"))).isEmpty();
    }

    private static void check(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        check(environment);
    }

    private static void check(StandardEnvironment environment) {
        new StartChecks()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
    }
}
