package de.kreislaufstadt.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Checks submitted data against the schema that the browser rendered: the same rules on both sides, from one file. What
 * the schema does not know is refused, hidden fields must be empty.
 */
@Component
public class FormCheck {

    /** Key of the message that a text has not the shape the form asks for; its argument is what the form says about that. */
    public static final String PATTERN = "form.pattern";

    /** Component types that carry no data. */
    private static final Set<String> DECORATION = Set.of("text", "separator", "spacer");

    /** More rows than any form of ours has, few enough to keep one submission from filling the memory. */
    private static final int MAX_ROWS = 500;

    private final Conditions conditions;
    private final ObjectMapper json;

    FormCheck(Conditions conditions, ObjectMapper json) {
        this.conditions = conditions;
        this.json = json;
    }

    /**
     * Checks data as the browser or a REST client sent it.
     *
     * @param options choices by {@code valuesKey}
     * @return everything that is wrong, in the order of the form; empty if the data may be used
     */
    public Problems check(FormSchema schema, JsonNode data, Map<String, List<Option>> options) {
        Problems problems = new Problems();
        if (data == null || !data.isObject()) {
            return problems.check(false, "", "form.type.form", JsonKind.of(data));
        }
        Walk walk = new Walk(options, problems);
        walk.object(schema.json().path("components"), (ObjectNode) data, "", Map.of());
        return problems;
    }

    private final class Walk {

        private final Map<String, List<Option>> options;
        private final Problems problems;

        /** Many fields of a form hide by the same condition; asked of the same values it says the same. */
        private final Map<Map<String, Object>, Map<String, Boolean>> hiding = new IdentityHashMap<>();

        Walk(Map<String, List<Option>> options, Problems problems) {
            this.options = options;
            this.problems = problems;
        }

        void object(JsonNode components, ObjectNode data, String prefix, Map<String, Object> outer) {
            Map<String, Object> visible = new HashMap<>(outer);
            visible.putAll(json.convertValue(data, new TypeReference<Map<String, Object>>() {}));
            Set<String> known = new HashSet<>();
            level(components, data, prefix, visible, known);
            Set<String> unknown = new TreeSet<>();
            data.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    unknown.add(name);
                }
            });
            unknown.stream()
                    .map(FormCheck::printable)
                    .forEach(name -> problems.check(false, prefix + name, "form.unknown", name));
        }

        private void level(
                JsonNode components, ObjectNode data, String prefix, Map<String, Object> visible, Set<String> known) {
            for (JsonNode component : components) {
                String type = component.path("type").asText();
                if (DECORATION.contains(type)) {
                    continue;
                }
                boolean hidden = isHidden(component, visible);
                String name =
                        component.path("key").asText(component.path("path").asText(""));
                known.add(name);
                JsonNode value = data.get(name);
                if ("group".equals(type) && name.isEmpty()) {
                    if (hidden) {
                        hiddenLevel(component.path("components"), data, prefix, known);
                    } else {
                        level(component.path("components"), data, prefix, visible, known);
                    }
                } else if (hidden) {
                    problems.check(isBlank(value), prefix + name, "form.hidden");
                } else if ("group".equals(type)) {
                    group(component, value, prefix + name, visible);
                } else if ("dynamiclist".equals(type)) {
                    rows(component, value, prefix + name, visible);
                } else {
                    new FieldCheck(component, prefix + name, allowed(component), problems).check(value);
                }
            }
        }

        private void hiddenLevel(JsonNode components, ObjectNode data, String prefix, Set<String> known) {
            for (JsonNode component : components) {
                String name =
                        component.path("key").asText(component.path("path").asText(""));
                if (!name.isEmpty()) {
                    known.add(name);
                    problems.check(isBlank(data.get(name)), prefix + name, "form.hidden");
                } else {
                    hiddenLevel(component.path("components"), data, prefix, known);
                }
            }
        }

        private void group(JsonNode component, JsonNode value, String path, Map<String, Object> visible) {
            if (value != null && !value.isNull() && !value.isObject()) {
                problems.check(false, path, "form.type.group", JsonKind.of(value));
                return;
            }
            ObjectNode object = value instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
            object(component.path("components"), object, path + ".", visible);
        }

        private void rows(JsonNode component, JsonNode value, String path, Map<String, Object> visible) {
            if (FieldCheck.isEmpty(value)) {
                return;
            }
            if (!value.isArray()) {
                problems.check(false, path, "form.type.list", JsonKind.of(value));
                return;
            }
            if (value.size() > MAX_ROWS) {
                problems.check(false, path, "form.rows", MAX_ROWS);
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                String row = path + "[" + i + "]";
                if (value.get(i) instanceof ObjectNode object) {
                    object(component.path("components"), object, row + ".", inRow(object, visible));
                } else {
                    problems.check(false, row, "form.type.row", JsonKind.of(value.get(i)));
                }
            }
        }

        /** As in the browser, conditions inside a row reach its fields through {@code this}. */
        private Map<String, Object> inRow(ObjectNode row, Map<String, Object> outer) {
            Map<String, Object> visible = new HashMap<>(outer);
            visible.put("this", json.convertValue(row, new TypeReference<Map<String, Object>>() {}));
            return visible;
        }

        private boolean isHidden(JsonNode component, Map<String, Object> visible) {
            JsonNode hide = component.path("conditional").path("hide");
            return hide.isTextual()
                    && hiding.computeIfAbsent(visible, values -> new HashMap<>())
                            .computeIfAbsent(hide.textValue(), condition -> conditions.holds(condition, visible));
        }

        private Set<String> allowed(JsonNode field) {
            if (field.hasNonNull("valuesKey")) {
                return options.getOrDefault(field.get("valuesKey").asText(), List.of()).stream()
                        .map(Option::value)
                        .collect(Collectors.toSet());
            }
            return StreamSupport.stream(field.path("values").spliterator(), false)
                    .map(option -> option.path("value").asText())
                    .collect(Collectors.toSet());
        }
    }

    /** Hidden groups and lists arrive as empty objects from some versions of the browser side. */
    private static boolean isBlank(JsonNode value) {
        if (FieldCheck.isEmpty(value) || (value.isBoolean() && !value.booleanValue())) {
            return true;
        }
        return value.isContainerNode()
                && StreamSupport.stream(value.spliterator(), false).allMatch(FormCheck::isBlank);
    }

    /** An unknown name as it may be shown: it comes from outside. */
    static String printable(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9_-]", "?");
        return safe.length() > 40 ? safe.substring(0, 40) : safe;
    }
}
