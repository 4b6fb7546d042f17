package de.kreislaufstadt.released;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one way in which what may be public becomes JSON and is read again: days as ISO dates, numbers without exponents. What the
 * types of today do not name is dropped while reading, so that a field taken out of them disappears from old versions, too.
 */
public final class ReleasedJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A tree holds numbers as they were written: 10000 is not 1E+4, and 0.1 is not the double next to it.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ReleasedJson() {}

    /** @return the value, a record of this module or a list of such, as JSON; components without a value are written as null */
    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of plain values can be written", e);
        }
    }

    /**
     * @param type a record of this module
     * @throws IllegalArgumentException if the text is no JSON of such a record
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a stored " + type.getSimpleName(), e);
        }
    }

    static JsonNode tree(ReleasedMeasure content) {
        try {
            return JSON.readTree(write(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written can be read", e);
        }
    }

    static ReleasedMeasure measure(JsonNode tree) {
        try {
            return JSON.treeToValue(tree, ReleasedMeasure.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A version without some fields is still one", e);
        }
    }

    /** As {@link #read(String, Class)}, of lists. */
    static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not what was stored", e);
        }
    }
}
