package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks one value against one field of a form schema. What it accepts is what form-js accepts in the browser; what
 * form-js does not check (types, allowed values, characters PostgreSQL cannot store) is checked here all the same.
 */
final class FieldCheck {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final DateTimeFormatter ISO_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final JsonNode field;
    private final String path;
    private final Set<String> allowed;
    private final Problems problems;

    FieldCheck(JsonNode field, String path, Set<String> allowed, Problems problems) {
        this.field = field;
        this.path = path;
        this.allowed = allowed;
        this.problems = problems;
    }

    /** Whether the browser would send nothing or an empty value for a field left blank. */
    static boolean isEmpty(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isArray() && value.isEmpty());
    }

    void check(JsonNode value) {
        JsonNode rules = field.path("validate");
        boolean unticked = "checkbox".equals(type()) && value != null && value.isBoolean() && !value.booleanValue();
        if (isEmpty(value) || unticked) {
            if (rules.path("required").asBoolean()) {
                problems.check(false, path, "form.required");
            }
            return;
        }
        switch (type()) {
            case "textfield", "textarea" -> text(value, rules);
            case "number" -> number(value, rules);
            case "checkbox" -> problems.check(value.isBoolean(), path, "form.type.checkbox", JsonKind.of(value));
            case "select", "radio" -> choice(value);
            case "checklist", "taglist" -> choices(value);
            case "datetime" -> dateOrTime(value);
            default -> throw new IllegalStateException("Form field type not supported: " + type());
        }
    }

    private String type() {
        return field.path("type").asText();
    }

    private void text(JsonNode value, JsonNode rules) {
        if (!value.isTextual()) {
            problems.check(false, path, "form.type.text", JsonKind.of(value));
            return;
        }
        String text = value.textValue();
        boolean oneLine = "textfield".equals(type());
        boolean readable = text.codePoints()
                .allMatch(
                        character -> StorableText.takes(character) && !(oneLine && Character.isISOControl(character)));
        problems.check(readable, path, "form.characters");
        int length = text.codePointCount(0, text.length());
        if (rules.has("maxLength")) {
            int max = rules.get("maxLength").asInt();
            problems.check(length <= max, path, "form.maxLength", max, length);
        }
        if (rules.has("minLength")) {
            int min = rules.get("minLength").asInt();
            problems.check(length >= min, path, "form.minLength", min);
        }
        // What has characters that nobody sees is told so, and not also that it looks wrong.
        if (readable && rules.has("pattern")) {
            boolean matches =
                    Pattern.compile(rules.get("pattern").asText()).matcher(text).find();
            String expected = rules.path("patternErrorMessage").asText();
            problems.check(matches, path, FormCheck.PATTERN, expected);
        }
    }

    private void number(JsonNode value, JsonNode rules) {
        if (!value.isNumber()) {
            problems.check(false, path, "form.type.number", JsonKind.of(value));
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.abs().compareTo(LARGEST) > 0) {
            problems.check(false, path, "form.number.tooLarge");
            return;
        }
        if (field.has("decimalDigits")) {
            int digits = field.get("decimalDigits").asInt();
            problems.check(number.stripTrailingZeros().scale() <= digits, path, "form.decimalDigits", digits);
        }
        if (rules.has("min")) {
            BigDecimal min = rules.get("min").decimalValue();
            problems.check(number.compareTo(min) >= 0, path, "form.min", min);
        }
        if (rules.has("max")) {
            BigDecimal max = rules.get("max").decimalValue();
            problems.check(number.compareTo(max) <= 0, path, "form.max", max);
        }
    }

    private void choice(JsonNode value) {
        if (value.isTextual()) {
            problems.check(allowed.contains(value.textValue()), path, "form.choice");
        } else {
            problems.check(false, path, "form.type.choice", JsonKind.of(value));
        }
    }

    private void choices(JsonNode value) {
        if (!value.isArray()) {
            problems.check(false, path, "form.type.list", JsonKind.of(value));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode item : value) {
            if (!item.isTextual()) {
                problems.check(false, path, "form.type.choices", JsonKind.of(item));
                return;
            }
            if (!allowed.contains(item.textValue()) || !seen.add(item.textValue())) {
                problems.check(false, path, "form.choice");
                return;
            }
        }
    }

    private void dateOrTime(JsonNode value) {
        boolean time = "time".equals(field.path("subtype").asText());
        String key = time ? "form.type.time" : "form.type.date";
        if (!value.isTextual()) {
            problems.check(false, path, key + ".kind", JsonKind.of(value));
            return;
        }
        try {
            if (time) {
                LocalTime.parse(value.textValue(), TIME);
            } else {
                LocalDate date = LocalDate.parse(value.textValue(), ISO_DATE);
                boolean plausible = !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
                problems.check(plausible, path, "form.date.range", EARLIEST.getYear(), LATEST.getYear());
            }
        } catch (DateTimeParseException e) {
            problems.check(false, path, key);
        }
    }
}
