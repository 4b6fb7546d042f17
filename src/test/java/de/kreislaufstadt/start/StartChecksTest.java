package de.kreislaufstadt.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

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
        new StartChecks()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
    }
}
