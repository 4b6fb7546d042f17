package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where nobody signs in, and where files are sent, there is a ceiling; it is told in German, and next minute it is gone. */
@ApplicationTest
class CeilingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:30Z");

    @LocalServerPort
    int port;

    @Test
    void aLinkThatIsTriedTooOftenHasToWait() {
        String path = "/einladung/zu-oft";
        int last = IntStream.rangeClosed(1, 121)
                .map(attempt -> new Http(port).get(path).status())
                .filter(status -> status == 429)
                .findFirst()
                .orElse(0);

        assertThat(last).isEqualTo(429);
        Http.Answer page = new Http(port).with("Accept", "text/html").get(path);
        assertThat(page.body()).contains("Bitte warten Sie einen Augenblick");
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 61);
        assertThat(new Http(port).get("/einladung/eine-andere").status()).isEqualTo(404);
    }

    @Test
    void everybodyIsCountedAloneAndTheNextMinuteBeginsAnew() {
        Ceiling noon = new Ceiling(2, Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(noon.admits("a")).isTrue();
        assertThat(noon.admits("a")).isTrue();
        assertThat(noon.admits("a")).isFalse();
        assertThat(noon.admits("b")).isTrue();
        assertThat(noon.secondsLeft()).isEqualTo(31);

        SteppingClock clock = new SteppingClock();
        Ceiling ceiling = new Ceiling(1, clock);
        assertThat(ceiling.admits("a")).isTrue();
        assertThat(ceiling.admits("a")).isFalse();
        clock.now = NOON.plus(Duration.ofMinutes(1));
        assertThat(ceiling.admits("a")).isTrue();
    }

    @Test
    void whoeverHasANetworkOfTheirOwnIsOne() {
        assertThat(NetworkAddress.of("2001:db8:1:2::1"))
                .isEqualTo(NetworkAddress.of("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(NetworkAddress.of("2001:db8:1:3::1"));
        assertThat(NetworkAddress.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    private static final class SteppingClock extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
