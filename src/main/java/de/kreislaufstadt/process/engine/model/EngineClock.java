package de.kreislaufstadt.process.engine.model;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for all modules, in the city's time zone; tests replace it. */
@Configuration
class EngineClock {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ModelWords.ZONE);
    }
}
