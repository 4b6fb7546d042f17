package de.kreislaufstadt.observation;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A figure about the whole installation that is read from the database: every node says the same.
 *
 * @param name as it is called in the registry, e.g. {@code kreislaufstadt.mails.due}
 * @param unit what is counted, e.g. {@code seconds}; null for plain numbers
 * @param description in English, for whoever reads the raw figures
 * @param reading one cheap statement, by an index or over few rows; says nothing about people or single municipalities
 */
public record Figure(String name, String unit, String description, Supplier<? extends Number> reading) {

    public Figure {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(reading);
    }
}
