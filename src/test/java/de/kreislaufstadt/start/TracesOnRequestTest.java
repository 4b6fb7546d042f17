package de.kreislaufstadt.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class TracesOnRequestTest {

    private static final String[] NAMES = {
        "org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration",
        "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration",
        "org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration",
        null
    };

    @Test
    void withoutAReceiverNothingOfTracesIsThere() {
        assertThat(match(new MockEnvironment())).containsExactly(false, false, true, true);
    }

    @Test
    void oneSettingSwitchesThemOn() {
        assertThat(match(new MockEnvironment()
                        .withProperty("management.otlp.tracing.endpoint", "http://localhost:4318/v1/traces")))
                .containsExactly(true, true, true, true);
    }

    private static boolean[] match(MockEnvironment environment) {
        TracesOnRequest filter = new TracesOnRequest();
        filter.setEnvironment(environment);
        return filter.match(NAMES, null);
    }
}
