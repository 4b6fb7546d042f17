package de.kreislaufstadt.bench.weekday;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock of the city that goes ahead of the machine's by what {@code bench.ahead} says (ISO 8601). */
@AutoConfiguration
public class WeekdayConfiguration {

    @Bean
    @Primary
    Clock clockOfTheWorkingDay(@Value("${bench.ahead:PT0S}") Duration ahead) {
        return Clock.offset(Clock.system(ZoneId.of("Europe/Berlin")), ahead);
    }
}
