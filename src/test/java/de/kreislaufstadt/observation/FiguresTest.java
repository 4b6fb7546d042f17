package de.kreislaufstadt.observation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Figures of the database cost it little, and nothing while it is away. */
class FiguresTest {

    private final TestClock.Movable clock = new TestClock.Movable();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void theyAreReadTogetherAndKeptForHalfAMinute() {
        clock.standStill();
        bind(readings::incrementAndGet, () -> 7);

        assertThat(value("first")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(29));
        assertThat(value("first")).isEqualTo(1);
        assertThat(value("second")).isEqualTo(7);
        clock.advance(Duration.ofSeconds(1));
        assertThat(value("first")).isEqualTo(2);
    }

    @Test
    void whereOneCannotBeReadNoneIsTriedUntilTheNextTime() {
        clock.standStill();
        bind(
                () -> {
                    throw new IllegalStateException("away");
                },
                readings::incrementAndGet);

        assertThat(value("first")).isNaN();
        assertThat(value("second")).isNaN();
        assertThat(readings).hasValue(0);
    }

    private void bind(Supplier<Number> first, Supplier<Number> second) {
        new Figures(
                        List.of(
                                new Figure("first", null, "The first", first),
                                new Figure("second", null, "The second", second)),
                        clock)
                .bindTo(registry);
    }

    private double value(String name) {
        return registry.get(name).gauge().value();
    }
}
