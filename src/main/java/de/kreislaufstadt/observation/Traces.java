package de.kreislaufstadt.observation;

import io.micrometer.observation.ObservationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What traces must not say. */
@Configuration
@ConditionalOnProperty("management.otlp.tracing.endpoint")
class Traces {

    /** Whoever has the link of an invited person may answer for them: addresses stay inside, their patterns say enough. */
    @Bean
    ObservationFilter noAddresses() {
        return context -> {
            context.removeHighCardinalityKeyValue("http.url");
            return context;
        };
    }
}
