package de.kreislaufstadt.opendata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The schema of a measure as JSON, as it is published. */
final class PublicSchema {

    private static final String FILE = "/public/schema/measure.schema.json";

    private PublicSchema() {}

    static byte[] bytes() {
        try (InputStream in = PublicSchema.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
