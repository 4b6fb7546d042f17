package de.kreislaufstadt.opendata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What is published about the data: the schema of a measure, and the description of the API. */
final class PublicFiles {

    private static final byte[] SCHEMA = read("/public/schema/measure.schema.json");
    private static final byte[] OPENAPI = read("/public/openapi-v1.yaml");

    private PublicFiles() {}

    static byte[] schema() {
        return SCHEMA.clone();
    }

    static byte[] openApiYaml() {
        return OPENAPI.clone();
    }

    /** @return the description as a tree */
    static JsonNode openApi() {
        try {
            return new YAMLMapper().readTree(OPENAPI);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = PublicFiles.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
