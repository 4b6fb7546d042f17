package de.kreislaufstadt.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * A part of this node that it cannot serve anybody without. Outside only the sum of all parts is said; which one it is stands in
 * the log, once when it begins and once when it is over, and in the figure {@code kreislaufstadt.part.up}.
 */
public abstract class ReportedHealth implements HealthIndicator, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger("de.kreislaufstadt.observation.Readiness");

    private final String part;
    private final String name;
    private final AtomicBoolean down = new AtomicBoolean();

    /**
     * @param part value of the figure's tag, e.g. {@code database}
     * @param name how the log calls it
     */
    protected ReportedHealth(String part, String name) {
        this.part = part;
        this.name = name;
    }

    /**
     * Looks now, within few seconds.
     *
     * @return what is wrong, for the log; empty if nothing is
     */
    protected abstract Optional<String> trouble();

    @Override
    public final Health health() {
        Optional<String> trouble = trouble();
        if (down.compareAndSet(trouble.isEmpty(), trouble.isPresent())) {
            trouble.ifPresentOrElse(
                    reason -> LOG.warn("Nicht bereit ({}): {}", name, reason),
                    () -> LOG.info("Wieder bereit: {}", name));
        }
        return trouble.isEmpty() ? Health.up().build() : Health.down().build();
    }

    @Override
    public final void bindTo(MeterRegistry registry) {
        Gauge.builder("kreislaufstadt.part.up", this, part -> part.trouble().isEmpty() ? 1 : 0)
                .tag("part", part)
                .description("Whether a part works that this node cannot serve anybody without: 1 or 0")
                .register(registry);
    }
}
