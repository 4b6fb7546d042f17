package de.kreislaufstadt.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads all figures together and keeps them for half a minute, however many collect them. When one cannot be read, the others are
 * not tried either: whoever collects would wait for each of them, and would get nothing of what this node knows by itself.
 */
@Component
class Figures implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final List<Figure> figures;
    private final Clock clock;
    private final Map<String, Double> read = new HashMap<>();
    private Instant readAt;

    @Autowired
    Figures(ObjectProvider<FigureSource> sources, Clock clock) {
        this(sources.stream().flatMap(source -> source.figures().stream()).toList(), clock);
    }

    Figures(List<Figure> figures, Clock clock) {
        this.figures = List.copyOf(figures);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Figure figure : figures) {
            Gauge.builder(figure.name(), this, all -> all.value(figure))
                    .baseUnit(figure.unit())
                    .description(figure.description())
                    .register(registry);
        }
    }

    /** @return not a number where the database did not answer */
    private synchronized double value(Figure figure) {
        Instant now = clock.instant();
        if (readAt == null || Duration.between(readAt, now).abs().compareTo(KEPT) >= 0) {
            readAt = now;
            readAll();
        }
        return read.getOrDefault(figure.name(), Double.NaN);
    }

    private void readAll() {
        read.clear();
        for (Figure figure : figures) {
            try {
                read.put(figure.name(), figure.reading().get().doubleValue());
            } catch (RuntimeException e) {
                LOG.warn(
                        "Kennzahlen sind nicht lesbar ({}): {}",
                        figure.name(),
                        e.getClass().getSimpleName());
                return;
            }
        }
    }
}
