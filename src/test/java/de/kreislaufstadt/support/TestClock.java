package de.kreislaufstadt.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The city's clock: it goes with the system's until a test moves it to another day. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    @Bean
    @Primary
    Movable movableClock() {
        return new Movable();
    }

    /** A clock that a test sets and puts back. */
    public static final class Movable extends Clock {

        private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

        private volatile Duration ahead = Duration.ZERO;
        private volatile Clock system = Clock.systemUTC();

        /** Lets no time pass but what {@link #advance} puts on, so that a code of thirty seconds stays the same code. */
        public void standStill() {
            system = Clock.fixed(Instant.now(), BERLIN);
        }

        /** Makes it nine in the morning of that day; the clock goes on from there. */
        public void moveTo(LocalDate day) {
            Instant morning = day.atTime(LocalTime.of(9, 0)).atZone(BERLIN).toInstant();
            ahead = Duration.between(system.instant(), morning);
        }

        /** Puts the clock on, whether it goes or stands. */
        public void advance(Duration time) {
            ahead = ahead.plus(time);
        }

        public void putBack() {
            system = Clock.systemUTC();
            ahead = Duration.ZERO;
        }

        @Override
        public ZoneId getZone() {
            return BERLIN;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(system.withZone(zone), ahead);
        }

        @Override
        public Instant instant() {
            return system.instant().plus(ahead);
        }
    }
}
