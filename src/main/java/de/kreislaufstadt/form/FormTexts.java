package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what people read in a form schema: labels, help, names of choices, units, texts. */
final class FormTexts {

    private static final List<String> TEXTS = List.of("label", "dateLabel", "timeLabel", "description", "text");
    private static final Pattern FILLED_IN = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

    private FormTexts() {}

    /** What is done with a text. */
    interface Visitor {

        /**
         * @param path where the text stands, e.g. {@code stakeholders.sector.values.BUSINESS}: names of groups, lists and fields,
         *     the id where a component has no name, and which of its texts it is
         * @return the text that takes its place
         */
        String text(String path, String german);
    }

    /** Goes through the texts of a schema in the order of the form and replaces them by what the visitor says. */
    static void visit(JsonNode schema, Visitor visitor) {
        schema.path("components").forEach(component -> component(component, "", visitor));
    }

    private static void component(JsonNode component, String prefix, Visitor visitor) {
        String own = component.path("key").asText(component.path("path").asText(""));
        String data = own.isEmpty() ? prefix : join(prefix, own);
        String name = own.isEmpty() ? join(prefix, component.path("id").asText()) : data;
        TEXTS.forEach(text -> replace(component, text, name, visitor));
        component
                .path("values")
                .forEach(choice -> replace(
                        choice, "label", name + ".values", choice.path("value").asText(), visitor));
        component.path("appearance").fieldNames().forEachRemaining(adorner -> {
            replace(component.path("appearance"), adorner, name, visitor);
        });
        replace(component.path("validate"), "patternErrorMessage", name, visitor);
        component.path("components").forEach(inner -> component(inner, data, visitor));
    }

    private static void replace(JsonNode holder, String text, String name, Visitor visitor) {
        replace(holder, text, name, text, visitor);
    }

    private static void replace(JsonNode holder, String text, String name, String as, Visitor visitor) {
        String german = holder.path(text).asText("");
        if (!FILLED_IN.matcher(german).replaceAll("").isBlank()) {
            ((ObjectNode) holder).put(text, visitor.text(name + "." + as, german));
        }
    }

    private static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }
}
