package de.kreislaufstadt.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What somebody has entered into a form, to be looked for in what another person reads of it. */
public final class Entries {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Of reported values: "ca. 40.000 €" instead of a value, about, in euros. */
    private static final Set<String> WRITTEN_OUT = Set.of("status", "operator", "unit");

    private Entries() {}

    /**
     * @param form name of the form that was filled in
     * @param data its data
     * @param shown what the other form is prefilled with
     * @return the entries that do not appear there, each with the name of its field
     */
    public static List<String> missing(String form, JsonNode data, Object shown) {
        JsonNode prefilled = JSON.valueToTree(shown);
        String read = texts(prefilled)
                .replaceAll("\\\\(.)", "$1")
                .replace("<br>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .toLowerCase(Locale.GERMAN);
        List<String> missing = new ArrayList<>();
        collect(schema(form).path("components"), data, "", read, missing);
        return missing;
    }

    private static String texts(JsonNode node) {
        return node.isValueNode()
                ? node.asText()
                : StreamSupport.stream(node.spliterator(), false)
                        .map(Entries::texts)
                        .collect(Collectors.joining("\n"));
    }

    private static JsonNode schema(String form) {
        try {
            return JSON.readTree(Path.of("bpmn", "forms", form + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode components, JsonNode data, String prefix, String read, List<String> missing) {
        boolean reportedValue = names(components).containsAll(List.of("status", "value", "source", "asOf"));
        for (JsonNode component : components) {
            String name = component.path("key").asText(component.path("path").asText(""));
            JsonNode value = name.isEmpty() ? data : data.path(name);
            if (component.has("components")) {
                Iterable<JsonNode> rows = value.isArray() ? value : List.of(value);
                rows.forEach(row -> collect(component.path("components"), row, prefix + name + ".", read, missing));
            } else if (!name.isEmpty()
                    && !value.isMissingNode()
                    && !value.isNull()
                    && !(reportedValue && WRITTEN_OUT.contains(name))) {
                words(component, value).stream()
                        .filter(word -> !read.contains(word.toLowerCase(Locale.GERMAN))
                                && !read.contains("\n" + value.asText().toLowerCase(Locale.GERMAN) + "\n"))
                        .forEach(word -> missing.add(prefix + name + " = " + word));
            }
        }
    }

    private static List<String> names(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .map(component -> component.path("key").asText())
                .toList();
    }

    private static List<String> words(JsonNode component, JsonNode value) {
        return switch (component.path("type").asText()) {
            case "number" -> List.of(number(value.decimalValue()));
            case "datetime" ->
                "date".equals(component.path("subtype").asText())
                        ? List.of(DAY.format(LocalDate.parse(value.asText())))
                        : List.of(value.asText());
            case "select", "radio" -> List.of(label(component, value.asText()));
            case "checklist", "taglist" ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(choice -> label(component, choice.asText()))
                        .toList();
            case "checkbox" -> List.of();
            default -> List.of(value.asText().strip());
        };
    }

    private static String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getInstance(Locale.GERMANY);
        format.setGroupingUsed(value.abs().intValue() >= 10_000);
        return format.format(value);
    }

    /** Choices that a handler names are looked for by nothing but their presence elsewhere. */
    private static String label(JsonNode component, String value) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .filter(option -> option.path("value").asText().equals(value))
                .map(option -> option.path("label").asText())
                .findFirst()
                .orElse("");
    }
}
