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
final class Forms {

    /** A word that nothing else contains, different in every run. */
    static final String MARK = "zzmarke"
            + Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L), Character.MAX_RADIX);

    /** Its pattern is a setting of the municipality. */
    private static final String PAPER_NUMBER = "paperNumber";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("src/test/resources/forms");
    private static final Path SCHEMAS = Path.of("bpmn/forms");

    private Forms() {}

    /** @return the example of a form, every free text of it marked */
    static ObjectNode valid(String form) {
        return valid(form, data -> {});
    }

    /** @return another example of a form than the one that bears its name */
    static ObjectNode valid(String example, String form) {
        ObjectNode data = (ObjectNode) read(EXAMPLES.resolve(example + ".json"));
        mark(read(SCHEMAS.resolve(form + ".form")).path("components"), data);
        return data;
    }

    /** @param change makes of the example what the case needs; its texts are marked, too */
    static ObjectNode valid(String form, Consumer<ObjectNode> change) {
        ObjectNode data = (ObjectNode) read(EXAMPLES.resolve(form + ".json"));
        change.accept(data);
        mark(read(SCHEMAS.resolve(form + ".form")).path("components"), data);
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

    private static void mark(JsonNode components, ObjectNode data) {
        for (JsonNode component : components) {
            String name = component.path("key").asText(component.path("path").asText());
            JsonNode children = component.path("components");
            switch (component.path("type").asText()) {
                case "textfield", "textarea" -> markText(component.path("validate"), data, name);
                case "group" -> {
                    if (name.isEmpty()) {
                        mark(children, data);
                    } else if (data.get(name) instanceof ObjectNode group) {
                        mark(children, group);
                    }
                }
                case "dynamiclist" -> data.path(name).forEach(row -> mark(children, (ObjectNode) row));
                default -> {
                    // Choices, numbers and dates leave no room for a word.
                }
            }
        }
    }

    /** Addresses may contain the word, but not after a blank; texts of any other form stay as they are. */
    private static void markText(JsonNode rules, ObjectNode data, String name) {
        String pattern = rules.path("pattern").asText();
        if (!data.path(name).isTextual()
                || name.equals(PAPER_NUMBER)
                || !(pattern.isEmpty() || pattern.contains("@"))) {
            return;
        }
        String text = data.get(name).textValue();
        String marked = pattern.isEmpty() ? marked(text) : MARK + "." + text;
        if (marked.length() <= rules.path("maxLength").asInt(Integer.MAX_VALUE)) {
            data.put(name, marked);
        }
    }
}
