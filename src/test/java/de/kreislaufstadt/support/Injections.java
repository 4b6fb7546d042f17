package de.kreislaufstadt.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
            "</textarea><svg onload=window.__injected=1>",
            "{{constructor.constructor('window.__injected=1')()}}",
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

    /** What would end a condition in SQL, widen it, or start another statement. */
    public static final List<String> SQL = List.of(
            "'",
            "\"",
            "\\",
            "' or '1'='1",
            "') or ('1'='1",
            "' union select null --",
            "'; drop table measure; --",
            "'||pg_sleep(9)||'",
            "1; select pg_sleep(9)",
            "%",
            "_",
            "$1",
            ":words",
            "?");

    private Injections() {}

    /**
     * Adds one of the texts to every text of a form, and writes one into every text field that is left empty. The same text gets
     * the same addition in every form: what one form says of a name, another finds again.
     *
     * @param schema of the form
     * @param data valid data of it, which is changed
     */
    public static ObjectNode into(JsonNode schema, ObjectNode data) {
        level(schema.path("components"), data);
        return data;
    }

    /**
     * @param field a text field of a form
     * @return what can be written into it, so that all together it has met each text it takes; empty where its pattern takes none
     */
    public static List<String> takenBy(JsonNode field) {
        int longest = longest(field);
        if (field.path("validate").has("pattern")) {
            return TEXTS.stream()
                    .flatMap(
                            text -> shaped(text).filter(shaped -> shaped.length() <= longest && matches(field, shaped)))
                    .toList();
        }
        List<String> taken = new ArrayList<>();
        for (String text : TEXTS) {
            int last = taken.size() - 1;
            String longer = last < 0 ? text : taken.get(last) + " " + text;
            if (last >= 0 && longer.length() <= longest) {
                taken.set(last, longer);
            } else if (text.length() <= longest) {
                taken.add(text);
            }
        }
        return taken;
    }

    /** Addresses of pages and of people have no blanks. */
    private static Stream<String> shaped(String text) {
        String dense = text.replaceAll("[\\s@]", "");
        return Stream.of("https://example.org/?" + dense, dense + "@example.org");
    }

    private static boolean matches(JsonNode field, String text) {
        return Pattern.compile(field.at("/validate/pattern").asText())
                .matcher(text)
                .find();
    }

    private static int longest(JsonNode field) {
        return field.at("/validate/maxLength").asInt(Integer.MAX_VALUE);
    }

    private static void level(JsonNode components, ObjectNode data) {
        for (JsonNode component : components) {
            String name = component.path("key").asText(component.path("path").asText(""));
            JsonNode value = name.isEmpty() ? data : data.path(name);
            if (component.has("components")) {
                inner(component.get("components"), value);
            } else if (isOpenText(component)) {
                boolean empty = value.asText().isBlank();
                if (!empty || !component.has("conditional")) {
                    data.put(name, marked(empty ? "" : value.textValue() + " ", component));
                }
            }
        }
    }

    private static void inner(JsonNode components, JsonNode value) {
        if (value instanceof ObjectNode object) {
            level(components, object);
        } else if (value.isArray()) {
            value.forEach(row -> inner(components, row));
        }
    }

    private static String marked(String text, JsonNode component) {
        int first = Math.floorMod(text.hashCode() + (text.isEmpty() ? component.hashCode() : 0), TEXTS.size());
        return IntStream.range(0, TEXTS.size())
                .mapToObj(i -> text + TEXTS.get((first + i) % TEXTS.size()))
                .filter(longer -> longer.length() <= longest(component))
                .findFirst()
                .orElse(text);
    }

    private static boolean isOpenText(JsonNode component) {
        return component.path("type").asText().matches("textfield|textarea")
                && !component.path("validate").has("pattern")
                && !component.path("readonly").asBoolean();
    }
}
