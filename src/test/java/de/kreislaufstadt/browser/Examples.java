package de.kreislaufstadt.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }
}
