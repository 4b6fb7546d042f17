package de.kreislaufstadt.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A form as it lies in {@code bpmn/forms}.
 *
 * @param key name of the file without its ending
 */
public record FormFile(String key, JsonNode schema) {

    private static final String ENDING = ".form";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A component where it stands.
     *
     * @param path its data's path without row numbers, e.g. {@code stakeholders.contact.name}; empty for decoration
     * @param row the list the component is a column of; null outside of lists
     */
    public record Component(JsonNode json, String path, JsonNode row) {

        String type() {
            return json.path("type").asText();
        }

        String id() {
            return json.path("id").asText();
        }

        boolean carriesData() {
            return !List.of("text", "separator", "spacer").contains(type());
        }

        /** @return what is submitted for each static choice */
        List<String> values() {
            return StreamSupport.stream(json.path("values").spliterator(), false)
                    .map(option -> option.path("value").asText())
                    .toList();
        }
    }

    public static List<FormFile> all() {
        try (Stream<Path> files = Files.list(Path.of("bpmn", "forms"))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(file -> new FormFile(file.getFileName().toString().replace(ENDING, ""), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return valid submissions for tests by the name of their file; {@code <form>.json} or {@code <form>-<case>.json} */
    Map<String, JsonNode> examples() {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "forms"))) {
            Map<String, JsonNode> examples = new HashMap<>();
            files.filter(file -> file.getFileName().toString().matches(key + "(-[a-z-]+)?\\.json"))
                    .filter(file -> all().stream()
                            .noneMatch(other -> other.key.length() > key.length()
                                    && file.getFileName().toString().startsWith(other.key)))
                    .forEach(file -> examples.put(file.getFileName().toString(), read(file)));
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Component> components() {
        List<Component> components = new ArrayList<>();
        collect(schema.path("components"), "", null, components);
        return components;
    }

    /** @return the text found in some submitted data at a component's path, from all rows */
    static List<String> textsAt(JsonNode data, String path) {
        Stream<JsonNode> found = Stream.of(data);
        for (String step : path.split("\\.")) {
            found = found.flatMap(FormFile::rows).map(node -> node.path(step));
        }
        return found.flatMap(FormFile::rows)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    static String name(JsonNode component) {
        return component.path("key").asText(component.path("path").asText(""));
    }

    /** Names the form in the reports of parameterized tests. */
    @Override
    public String toString() {
        return key;
    }

    private static Stream<JsonNode> rows(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    private static void collect(JsonNode level, String prefix, JsonNode row, List<Component> found) {
        for (JsonNode json : level) {
            String name = name(json);
            String path = prefix.isEmpty() || name.isEmpty() ? prefix + name : prefix + "." + name;
            found.add(new Component(json, name.isEmpty() ? "" : path, row));
            JsonNode children = json.path("components");
            collect(
                    children.isMissingNode() ? JsonNodeFactory.instance.arrayNode() : children,
                    path,
                    "dynamiclist".equals(json.path("type").asText()) ? json : row,
                    found);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not readable", e);
        }
    }
}
