package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * What somebody has entered into a form, for the eyes of who checks it: every field with its label, in the order of the form.
 * It is read from the schema, so a field that the form gets later is shown without anybody thinking of it.
 */
@Component
public class FilledForm {

    private static final int FIRST_GROUPED_WHOLE_NUMBER = 10_000;
    private static final int MOST_DECIMALS = 10;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final FormSchemas schemas;
    private final Texts texts = Texts.of("form");

    FilledForm(FormSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * @param form name of the form
     * @param data by field, as the form's handler would prefill it; what the form does not ask for is not shown
     * @throws NoSuchElementException if there is no such form
     */
    public Filled of(String form, Object data) {
        FormSchema schema = schemas.find(form).orElseThrow(() -> new NoSuchElementException("No form " + form));
        return new Filled(schema, JSON.valueToTree(data));
    }

    /** The entries of one form, on their way to a text. */
    public final class Filled {

        private final FormSchema schema;
        private final JsonNode data;
        private final Map<String, List<Option>> options = new HashMap<>();
        private final Map<String, String> written = new HashMap<>();
        private final Set<String> without = new HashSet<>();

        private Filled(FormSchema schema, JsonNode data) {
            this.schema = schema;
            this.data = data;
        }

        /** Names the choices that the schema leaves to the handler. */
        public Filled options(String valuesKey, List<Option> choices) {
            options.put(valuesKey, choices);
            return this;
        }

        /** Leaves out a field, group or list by its path, e.g. {@code stakeholders.contact}. */
        public Filled without(String path) {
            without.add(path);
            return this;
        }

        /** Shows a group as one text instead of field by field, e.g. a reported value; nothing for null. */
        public Filled written(String path, String text) {
            written.put(path, text);
            return this;
        }

        /** @return the entries in Markdown; what is empty is left out */
        public String markdown() {
            StringBuilder text = new StringBuilder();
            append(schema.json().path("components"), data, "", text);
            return text.toString().strip();
        }

        private void append(JsonNode components, JsonNode values, String prefix, StringBuilder text) {
            for (JsonNode component : components) {
                String name =
                        component.path("key").asText(component.path("path").asText(""));
                String path = name.isEmpty() ? prefix : prefix.isEmpty() ? name : prefix + "." + name;
                JsonNode value = name.isEmpty() ? values : values.path(name);
                if (!name.isEmpty() && without.contains(path)) {
                    continue;
                }
                if (written.containsKey(path)) {
                    item(component, written.get(path), text);
                } else if (component.has("components")) {
                    nested(component, value, path, text);
                } else if (!name.isEmpty() && !FieldCheck.isEmpty(value)) {
                    item(component, shown(component, value), text);
                }
            }
        }

        private void nested(JsonNode component, JsonNode value, String path, StringBuilder text) {
            boolean list = "dynamiclist".equals(component.path("type").asText());
            if (!list) {
                StringBuilder inner = new StringBuilder();
                append(component.path("components"), value, path, inner);
                if (!inner.isEmpty()) {
                    heading(FormSchema.shownLabel(component), text);
                    text.append(inner);
                }
                return;
            }
            int number = 1;
            for (JsonNode row : value) {
                heading(FormSchema.shownLabel(component) + ": " + texts.get("form.filled.row", number++), text);
                append(component.path("components"), row, path, text);
            }
        }

        private String shown(JsonNode component, JsonNode value) {
            return switch (component.path("type").asText()) {
                case "number" -> number(component, value.decimalValue());
                case "checkbox" -> value.booleanValue() ? texts.get("form.filled.yes") : null;
                case "datetime" ->
                    "date".equals(component.path("subtype").asText())
                            ? ReadersLanguage.day(LocalDate.parse(value.asText()))
                            : value.asText();
                case "select", "radio" -> label(component, value.asText());
                case "checklist", "taglist" ->
                    StreamSupport.stream(value.spliterator(), false)
                            .map(choice -> label(component, choice.asText()))
                            .collect(Collectors.joining(", "));
                default -> value.asText();
            };
        }

        private String label(JsonNode component, String value) {
            return options.getOrDefault(component.path("valuesKey").asText(), List.of()).stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElseGet(() -> StreamSupport.stream(
                                    component.path("values").spliterator(), false)
                            .filter(option -> option.path("value").asText().equals(value))
                            .map(option -> option.path("label").asText())
                            .findFirst()
                            .orElse(value));
        }
    }

    private static void heading(String label, StringBuilder text) {
        if (!label.isEmpty()) {
            text.append("\n#### ").append(Markdown.escape(label)).append("\n\n");
        }
    }

    private static void item(JsonNode component, String value, StringBuilder text) {
        if (value != null && !value.isBlank()) {
            text.append("- **")
                    .append(Markdown.escape(FormSchema.shownLabel(component)))
                    .append(":** ")
                    .append(Markdown.escape(value))
                    .append('\n');
        }
    }

    /** Years and other small whole numbers stay ungrouped, as in the browser. */
    private static String number(JsonNode component, BigDecimal value) {
        boolean whole = component.path("decimalDigits").asInt(-1) == 0;
        String unit = component.path("appearance").path("suffixAdorner").asText("");
        NumberFormat format = NumberFormat.getInstance(ReadersLanguage.numbers());
        format.setMaximumFractionDigits(MOST_DECIMALS);
        format.setMinimumFractionDigits("€".equals(unit) ? 2 : 0);
        format.setGroupingUsed(!whole || value.abs().intValue() >= FIRST_GROUPED_WHOLE_NUMBER);
        return (format.format(value) + " " + unit).strip();
    }
}
