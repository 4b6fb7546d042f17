package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form as its {@code .form} file describes it: the same file that the browser renders.
 *
 * @param key name of the form, which is the id of its task or start event
 * @param json the schema
 */
public record FormSchema(String key, JsonNode json) {

    /**
     * @param path path of a field as problems name it, e.g. {@code stakeholders[0].name}
     * @return the German label of the field; the path where the schema has none
     */
    public String labelOf(String path) {
        String name = path.replaceAll("\\[\\d+]", "");
        Map<String, String> labels = new LinkedHashMap<>();
        collectLabels(json.path("components"), "", labels);
        return labels.getOrDefault(name, path);
    }

    /**
     * @param value one of the choices of a form
     * @return what the form calls it; empty where no choice outside of lists and blocks has this value
     */
    public Optional<String> choice(String value) {
        for (JsonNode component : json.path("components")) {
            for (JsonNode choice : component.path("values")) {
                if (choice.path("value").asText().equals(value)) {
                    return Optional.of(choice.path("label").asText());
                }
            }
        }
        return Optional.empty();
    }

    private static void collectLabels(JsonNode components, String prefix, Map<String, String> labels) {
        for (JsonNode component : components) {
            String own = component.path("key").asText(component.path("path").asText(""));
            String path = own.isEmpty() ? prefix : prefix.isEmpty() ? own : prefix + "." + own;
            String label = shownLabel(component);
            if (!own.isEmpty() && !label.isEmpty()) {
                labels.put(path, label);
            }
            collectLabels(component.path("components"), path, labels);
        }
    }

    // form-js shows dates and times under a label of their own name.
    static String shownLabel(JsonNode component) {
        String own = component.path("label").asText("");
        String date = component.path("dateLabel").asText("");
        return !own.isEmpty()
                ? own
                : !date.isEmpty() ? date : component.path("timeLabel").asText("");
    }
}
