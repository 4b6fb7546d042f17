package de.kreislaufstadt.department;

import de.kreislaufstadt.process.ChangedElsewhere;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The municipalities in memory: every step of every process asks for them, and they change only when a file is applied. A
 * copy is used for some minutes at most, since another node may have applied a newer file.
 */
@Component
class Cities {

    private static final Duration AGE_LIMIT = Duration.ofMinutes(5);

    private final CityTable table;
    private final Clock clock;
    private final Map<String, Copy> copies = new ConcurrentHashMap<>();

    Cities(CityTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if there is no such municipality */
    City get(String municipality) {
        return find(municipality)
                .orElseThrow(() -> new IllegalArgumentException("Unknown municipality " + municipality));
    }

    Optional<City> find(String municipality) {
        Instant now = clock.instant();
        Copy copy = copies.get(municipality);
        if (copy == null || Duration.between(copy.readAt(), now).abs().compareTo(AGE_LIMIT) > 0) {
            Optional<City> city = table.find(municipality);
            if (city.isEmpty()) {
                return city;
            }
            copy = new Copy(city.get(), now);
            copies.put(municipality, copy);
        }
        return Optional.of(copy.city());
    }

    /** @return ids of all cities and of the association, sorted */
    List<String> ids() {
        return table.ids();
    }

    /** @return id of the association's office, if there is one */
    Optional<String> association() {
        return table.association();
    }

    /** @return ids of all cities, sorted */
    List<String> cities() {
        return table.cities();
    }

    /** What others ask of a municipality when they hear of it has to be what holds now. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ChangedElsewhere.class)
    void changedElsewhere() {
        forget();
    }

    /** Forgets everything; the next question reads the database. */
    void forget() {
        copies.clear();
    }

    private record Copy(City city, Instant readAt) {}
}
