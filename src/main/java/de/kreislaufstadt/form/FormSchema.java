package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A form as its {@code .form} file describes it: the same file that the browser renders.
 *
 * @param key name of the form, which is the id of its task or start event
 * @param json the schema
 */
public record FormSchema(String key, JsonNode json) {

    /**
     * @param path path of a field as problems name it, e.g. {@code stakeholders[0].name}
     * @return the label of the field in the language of the schema; the path where the schema has none
     */
    public String labelOf(String path) {
        return collected(path, FormSchema::shownLabel).orElse(path);
    }

    /**
     * @param path path of a field as problems name it
     * @return what the form says of a text that has not the shape it should have, in the language of the schema
     */
    public Optional<String> expected(String path) {
        return collected(
                path,
                field -> field.path("validate").path("patternErrorMessage").asText(""));
    }

    private Optional<String> collected(String path, Function<JsonNode, String> what) {
        Map<String, String> texts = new LinkedHashMap<>();
        collect(json.path("components"), "", what, texts);
        return Optional.ofNullable(texts.get(path.replaceAll("\\[\\d+]", "")));
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

    /**
     * @param path path of a field as problems name it
     * @param value one of its choices
     * @return what the form calls it; empty where the schema has no such choice
     */
    public Optional<String> choice(String path, String value) {
        Map<String, String> labels = new LinkedHashMap<>();
        collect(json.path("components"), "", field -> labelIn(field.path("values"), value), labels);
        return Optional.ofNullable(labels.get(path.replaceAll("\\[\\d+]", "")));
    }

    private static String labelIn(JsonNode choices, String value) {
        for (JsonNode choice : choices) {
            if (choice.path("value").asText().equals(value)) {
                return choice.path("label").asText();
            }
        }
        return "";
    }

    private static void collect(
            JsonNode components, String prefix, Function<JsonNode, String> what, Map<String, String> texts) {
        for (JsonNode component : components) {
            String own = component.path("key").asText(component.path("path").asText(""));
            String path = own.isEmpty() ? prefix : prefix.isEmpty() ? own : prefix + "." + own;
            String text = what.apply(component);
            if (!own.isEmpty() && !text.isEmpty()) {
                texts.put(path, text);
            }
            collect(component.path("components"), path, what, texts);
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
