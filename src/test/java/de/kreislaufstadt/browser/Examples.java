package de.kreislaufstadt.browser;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Injections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Valid data of every form, from {@code src/test/resources/forms}. */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/forms");

    private Examples() {}

    static ObjectNode of(String form) {
        return of(form, data -> {});
    }

    static ObjectNode of(String form, Consumer<ObjectNode> change) {
        try {
            ObjectNode data =
                    (ObjectNode) JSON.readTree(FOLDER.resolve(form + ".json").toFile());
            change.accept(data);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a copy with a dangerous text added to every text */
    static ObjectNode dangerous(String form, JsonNode data) {
        return Injections.into(schema(form), data.deepCopy());
    }

    /** Takes back what was written into a field that the example leaves empty, since something else in it forbids an entry. */
    static void leaveEmpty(JsonNode data, JsonNode example, String field) {
        JsonPointer place =
                JsonPointer.compile("/" + field.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'));
        if (example.at(place).isMissingNode() && data.at(place.head()) instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
        }
    }

    private static JsonNode schema(String form) {
        try {
            return JSON.readTree(Path.of("bpmn", "forms", form + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }
}
