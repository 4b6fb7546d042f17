package de.kreislaufstadt.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Several instances on one machine do not meet on the port for health and metrics. */
class ManagementPortOfInstancesTest {

    @ParameterizedTest
    @CsvSource({"8080, 8081", "9000, 9001", "65535, 65534", "0, 0", "-1, -1"})
    void itFollowsThePortOfTheApplication(int port, int expected) {
        assertThat(managementPort(Map.of("server.port", port))).isEqualTo(expected);
    }

    @Test
    void withoutAnySettingItFollowsTheDefault() {
        assertThat(managementPort(Map.of())).isEqualTo(8081);
        assertThat(managementPort(Map.of("management.server.port", ""))).isEqualTo(8081);
    }

    @Test
    void whatTheOperatorHasSetStays() {
        assertThat(managementPort(Map.of("server.port", 9000, "management.server.port", 9999)))
                .isEqualTo(9999);
    }

    private static Integer managementPort(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new ManagementPort().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("management.server.port", Integer.class);
    }
}
