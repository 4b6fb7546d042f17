package de.kreislaufstadt.measure;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.department.MunicipalityApplied;
import de.kreislaufstadt.process.ChangedElsewhere;
import de.kreislaufstadt.process.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code field-visibility}: the product's, the municipality's own where it has deployed one, and what its
 * file says. The narrowest of the three counts; a field that a table of its own leaves out is internal there. What every public
 * page needs cannot be narrowed.
 */
@Component
class FieldVisibilityInTables implements FieldVisibility {

    /** A table that was deployed holds this soon, on every node. */
    private static final Duration AGE_LIMIT = Duration.ofMinutes(1);

    private final Decisions decisions;
    private final Municipalities municipalities;
    private final Clock clock;
    private final Map<String, Copy> copies = new ConcurrentHashMap<>();

    FieldVisibilityInTables(Decisions decisions, Municipalities municipalities, Clock clock) {
        this.decisions = decisions;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    private record Copy(Map<String, Visibility> fields, Instant readAt) {}

    private record Row(Visibility visibility, boolean narrow) {}

    @Override
    public Map<String, Visibility> of(String municipality) {
        Instant now = clock.instant();
        Copy copy = copies.get(municipality);
        if (copy == null || Duration.between(copy.readAt(), now).abs().compareTo(AGE_LIMIT) > 0) {
            copy = new Copy(Map.copyOf(asked(municipality)), now);
            copies.put(municipality, copy);
        }
        return copy.fields();
    }

    /** Before others that hear of it, and ask. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void on(MunicipalityApplied applied) {
        copies.remove(applied.municipality());
    }

    /** After municipalities and models, of which it is made. */
    @EventListener(ChangedElsewhere.class)
    void changedElsewhere() {
        copies.clear();
    }

    private Map<String, Visibility> asked(String municipality) {
        Map<String, Row> own = table(municipality);
        Map<String, String> file = municipalities.visibility(municipality);
        Map<String, Visibility> fields = new LinkedHashMap<>();
        table(null).forEach((field, product) -> {
            Visibility level = product.visibility();
            if (product.narrow()) {
                level = level.atMost(own.containsKey(field) ? own.get(field).visibility() : Visibility.INTERNAL);
                level = file.containsKey(field) ? level.atMost(Visibility.valueOf(file.get(field))) : level;
            }
            fields.put(field, level);
        });
        return fields;
    }

    /** @param municipality null for the product's table */
    private Map<String, Row> table(String municipality) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Stream.of("RECORD", "PROCESS")
                .map(part -> decisions.evaluate(municipality, "field-visibility", Map.of("part", part)))
                .flatMap(List::stream)
                .forEach(row -> rows.put(
                        row.get("field").toString(),
                        new Row(
                                Visibility.valueOf(row.get("visibility").toString()),
                                Boolean.TRUE.equals(row.get("narrow")))));
        return rows;
    }
}
