package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether data has the shape of a form: its fields and no others, lists where it has lists. Values may be missing or wrong,
 * as in a form that is not finished yet.
 */
public final class FormShape {

    /** More rows than any form of ours has. */
    private static final int MAX_ROWS = 500;

    private static final Set<String> DECORATION = Set.of("text", "separator", "spacer");

    private final Problems problems = new Problems();

    private FormShape() {}

    /** @return what does not fit the form; none if the data may be kept as a draft */
    public static Problems check(FormSchema schema, JsonNode data) {
        FormShape shape = new FormShape();
        shape.object(schema.json().path("components"), data, "");
        return shape.problems;
    }

    private void object(JsonNode components, JsonNode data, String prefix) {
        if (data == null || !data.isObject()) {
            problems.check(
                    false, prefix.replaceAll("\\.$", ""), prefix.isEmpty() ? "form.notAnObject" : "form.type.group");
            return;
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        collect(components, fields);
        Set<String> unknown = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            JsonNode field = fields.get(entry.getKey());
            if (field == null) {
                unknown.add(entry.getKey());
            } else if (!entry.getValue().isNull()) {
                value(field, entry.getValue(), prefix + entry.getKey());
            }
        }
        unknown.forEach(name -> problems.check(false, prefix + FormCheck.printable(name), "form.unknown"));
    }

    private static void collect(JsonNode components, Map<String, JsonNode> fields) {
        for (JsonNode component : components) {
            String name = component.path("key").asText(component.path("path").asText(""));
            if (DECORATION.contains(component.path("type").asText())) {
                continue;
            }
            if (name.isEmpty()) {
                collect(component.path("components"), fields);
            } else {
                fields.put(name, component);
            }
        }
    }

    private void value(JsonNode field, JsonNode value, String path) {
        switch (field.path("type").asText()) {
            case "group" -> object(field.path("components"), value, path + ".");
            case "dynamiclist" -> rows(field, value, path);
            default -> leaf(value, path);
        }
    }

    private void rows(JsonNode field, JsonNode value, String path) {
        if (!value.isArray()) {
            problems.check(false, path, "form.type.list");
            return;
        }
        problems.check(value.size() <= MAX_ROWS, path, "form.rows", MAX_ROWS);
        for (int i = 0; i < Math.min(value.size(), MAX_ROWS); i++) {
            object(field.path("components"), value.get(i), path + "[" + i + "].");
        }
    }

    private void leaf(JsonNode value, String path) {
        if (value.isArray()) {
            for (JsonNode item : value) {
                scalar(item, path);
            }
        } else {
            scalar(value, path);
        }
    }

    private void scalar(JsonNode value, String path) {
        problems.check(value.isValueNode(), path, "form.type.text");
        boolean storable = !value.isTextual() || value.textValue().codePoints().allMatch(StorableText::takes);
        problems.check(storable, path, "form.characters");
    }
}
