package de.kreislaufstadt.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Texts that are dangerous where somebody takes them for more than text: expressions of the engine, of templates and of the web
 * applications' pages, HTML, SQL, Markdown, formulas of spreadsheets. Every place that shows what people have typed is tried
 * with these; new ones (a PDF, a CSV file, a public page) take them from here.
 */
public final class Injections {

    /** What the expressions among them would become. */
    public static final String COMPUTED = "1337";

    /** What the scripts among them would set in the browser's window. */
    public static final String SCRIPT_MARK = "__injected";

    /** A system property that the longest of the expressions would set. */
    public static final String PROBE = "de.kreislaufstadt.injected";

    public static final List<String> TEXTS = List.of(
            "${7*191}",
            "#{7*191}",
            "{{7*191}}",
            "[[${7*191}]]",
            "<script>window.__injected=1</script>",
            "\"><img src=x onerror=\"window.__injected=1\">",
            "'; drop table measure; --",
            "=cmd|' /C calc'!A0",
            "[x](javascript:window.__injected=1)",
            "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                    + ".invoke(null, '" + PROBE + "', 'x')}");

    /** Texts that no field takes: they hide what stands there, or end a line where there is one line only. */
    public static final List<String> UNSEEN =
            List.of("a\u0000b", "a\u202Eb", "a\u2066b", "a\u001Bb", "a\uD800b", "a\u0085b");

    /** What a field of one line does not take either: mails would read a header in it. */
    public static final String TWO_LINES = "Titel\r\nBcc: someone@example.org";

    private Injections() {}

    /**
     * Adds one of the texts to every text of a form, each time the next one that fits.
     *
     * @param schema of the form
     * @param data valid data of it, which is changed
     */
    public static ObjectNode into(JsonNode schema, ObjectNode data) {
        new Marking().level(schema.path("components"), data);
        return data;
    }

    private static final class Marking {

        private int next;

        private void level(JsonNode components, ObjectNode data) {
            for (JsonNode component : components) {
                String name =
                        component.path("key").asText(component.path("path").asText(""));
                JsonNode value = name.isEmpty() ? data : data.path(name);
                if (component.has("components")) {
                    inner(component.get("components"), value);
                } else if (isText(component)
                        && value.isTextual()
                        && !value.textValue().isBlank()) {
                    data.put(
                            name,
                            marked(
                                    value.textValue(),
                                    component.at("/validate/maxLength").asInt()));
                }
            }
        }

        private void inner(JsonNode components, JsonNode value) {
            if (value instanceof ObjectNode object) {
                level(components, object);
            } else if (value.isArray()) {
                value.forEach(row -> inner(components, row));
            }
        }

        private String marked(String text, int longest) {
            for (int tried = 0; tried < TEXTS.size(); tried++) {
                String longer = text + " " + TEXTS.get(next++ % TEXTS.size());
                if (longer.length() <= longest) {
                    return longer;
                }
            }
            return text;
        }

        private static boolean isText(JsonNode component) {
            return component.path("type").asText().matches("textfield|textarea")
                    && !component.path("validate").has("pattern");
        }
    }
}
