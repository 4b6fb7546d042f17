package de.kreislaufstadt.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Valid data of every form, with a word in every free text that can be looked for afterwards. */
public final class Forms {

    /** A word that nothing else contains, different in every run. */
    static final String MARK = "zzmarke"
            + Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L), Character.MAX_RADIX);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("src/test/resources/forms");
    private static final Path SCHEMAS = Path.of("bpmn/forms");

    private Forms() {}

    /** @return the example of a form, every free text of it marked */
    public static ObjectNode valid(String form) {
        return valid(form, data -> {});
    }

    /** @param change makes of the example what the case needs; its texts are marked, too */
    public static ObjectNode valid(String form, Consumer<ObjectNode> change) {
        return marked(form, form, change, Marking.SHORT);
    }

    /** @return the example of a form with every free text there is, each as long as the form allows */
    static ObjectNode full(String form) {
        return full(form, data -> {});
    }

    /** @return another example of a form than the one that bears its name */
    static ObjectNode full(String example, String form) {
        return marked(example, form, data -> {}, Marking.FULL);
    }

    static ObjectNode full(String form, Consumer<ObjectNode> change) {
        return marked(form, form, change, Marking.FULL);
    }

    private static ObjectNode marked(String example, String form, Consumer<ObjectNode> change, Marking marking) {
        ObjectNode data = (ObjectNode) read(EXAMPLES.resolve(example + ".json"));
        change.accept(data);
        marking.mark(read(SCHEMAS.resolve(form + ".form")).path("components"), data);
        return data;
    }

    /** @return how the application stores a marked text */
    static String marked(String text) {
        return text + " " + MARK;
    }

    static JsonNode read(Path file) {
        return parse(City.read(file));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @return JSON in ASCII, so that half a character survives the way to the server */
    static String text(JsonNode json) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
