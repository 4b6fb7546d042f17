package de.kreislaufstadt.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the server makes of data that a browser, or somebody without one, sends for a form. */
class FormCheckTest {

    private static final ObjectMapper JSON = new JsonMapper();

    private static final String SCHEMA = """
            {"components": [
              {"type": "text", "text": "Bitte ausfüllen"},
              {"type": "textfield", "key": "title", "label": "Titel",
               "validate": {"required": true, "minLength": 3, "maxLength": 10, "pattern": "^[A-Z]",
               "patternErrorMessage": "Bitte mit einem Großbuchstaben beginnen."}},
              {"type": "number", "key": "count", "decimalDigits": 1, "validate": {"min": 1, "max": 40}},
              {"type": "radio", "key": "result", "values": [{"value": "YES"}, {"value": "NO"}]},
              {"type": "textarea", "key": "reason", "validate": {"required": true, "maxLength": 20},
               "conditional": {"hide": "=result != \\"NO\\""}},
              {"type": "checklist", "key": "fields", "values": [{"value": "A"}, {"value": "B"}]},
              {"type": "select", "key": "department", "valuesKey": "departments"},
              {"type": "checkbox", "key": "agreed"},
              {"type": "datetime", "subtype": "date", "key": "day"},
              {"type": "datetime", "subtype": "time", "key": "hour"},
              {"type": "group", "path": "cost", "components": [
                {"type": "number", "key": "value", "validate": {"required": true}}]},
              {"type": "group", "components": [{"type": "textfield", "key": "flat", "validate": {"maxLength": 5}}]},
              {"type": "dynamiclist", "path": "rows", "components": [
                {"type": "textfield", "key": "name", "validate": {"required": true, "maxLength": 5}},
                {"type": "select", "key": "kind", "values": [{"value": "X"}, {"value": "Y"}]},
                {"type": "textfield", "key": "detail", "validate": {"required": true, "maxLength": 5},
                 "conditional": {"hide": "=kind != \\"Y\\""}}]}
            ]}
            """;

    /** Stands in for FEEL, which is tested with the real forms: {@code =a != "B"}. */
    private static final Conditions NOT_EQUAL = (expression, data) -> {
        String[] sides = expression.substring(1).split(" != ");
        return !sides[1].replace("\"", "").equals(data.get(sides[0]));
    };

    private final FormCheck check = new FormCheck(NOT_EQUAL, JSON);
    private final FormSchema schema = new FormSchema("test", json(SCHEMA));

    @Test
    void aConditionIsAskedOncePerValuesHoweverManyFieldsHideByIt() {
        AtomicInteger asked = new AtomicInteger();
        FormCheck counting = new FormCheck(
                (expression, data) -> {
                    asked.incrementAndGet();
                    return NOT_EQUAL.holds(expression, data);
                },
                JSON);
        FormSchema hiding = new FormSchema("test", json("""
                {"components": [
                  {"type": "text", "text": "Nur bei Nein", "conditional": {"hide": "=result != \\"NO\\""}},
                  {"type": "radio", "key": "result", "values": [{"value": "YES"}, {"value": "NO"}]},
                  {"type": "textfield", "key": "one", "conditional": {"hide": "=result != \\"NO\\""}},
                  {"type": "textfield", "key": "two", "conditional": {"hide": "=result != \\"NO\\""}},
                  {"type": "textfield", "key": "three", "conditional": {"hide": "=result != \\"YES\\""}}]}
                """));

        boolean right = counting.check(hiding, json("{\"result\": \"YES\", \"one\": \"x\"}"), Map.of())
                .none();

        assertThat(right).as("a hidden field has a value").isFalse();
        assertThat(asked).as("two conditions, one form").hasValue(2);
    }

    @Test
    void completeDataPasses() {
        assertThat(problems("""
                        {"title": "Kreis", "count": 2.5, "result": "NO", "reason": "zu teuer", "fields": ["A"],
                         "department": "wfm", "agreed": true, "day": "2026-02-28", "hour": "09:30",
                         "cost": {"value": 0}, "flat": "x", "rows": [{"name": "a", "kind": "Y", "detail": "d"}]}
                        """)).isEmpty();
    }

    @Test
    void onlyMandatoryDataPassesToo() {
        assertThat(problems("{\"title\": \"Kreis\", \"cost\": {\"value\": 1}, \"rows\": []}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    title      | ""                         | form.required
                    title      | "   "                      | form.required
                    title      | null                       | form.required
                    title      | 5                          | form.type.text
                    title      | "Ab"                       | form.minLength
                    title      | "Abcdefghijk"              | form.maxLength
                    title      | "abc"                      | form.pattern
                    title      | "Ab\\u0000c"               | form.characters
                    count      | "5"                        | form.type.number
                    count      | 0                          | form.min
                    count      | 41                         | form.max
                    count      | 1.25                       | form.decimalDigits
                    count      | 1e300                      | form.number.tooLarge
                    result     | "MAYBE"                    | form.choice
                    result     | true                       | form.type.choice
                    fields     | [7]                        | form.type.choices
                    day        | 20260330                   | form.type.date.kind
                    hour       | ["09:30"]                  | form.type.time.kind
                    fields     | ["C"]                      | form.choice
                    fields     | ["A", "A"]                 | form.choice
                    fields     | "A"                        | form.type.list
                    department | "awm"                      | form.choice
                    agreed     | "ja"                       | form.type.checkbox
                    day        | "2026-02-30"               | form.type.date
                    day        | "30.03.2026"               | form.type.date
                    day        | "0999-01-01"               | form.date.range
                    hour       | "25:00"                    | form.type.time
                    reason     | "nicht gefragt"            | form.hidden
                    flat       | "sechs6"                   | form.maxLength
                    bogus      | 1                          | form.unknown
                    cost       | 5                          | form.type.group
                    cost       | {"value": null}            | form.required
                    cost       | {"value": 1, "bogus": 1}   | form.unknown
                    rows       | "x"                        | form.type.list
                    rows       | ["x"]                      | form.type.row
                    """)
    void wrongDataIsNamedAtItsField(String field, String value, String messageKey) {
        String data = withField(field, value);

        assertThat(problems(data)).extracting(FieldProblem::messageKey).as(data).contains(messageKey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    count  | "5"    | Hier wird eine Zahl erwartet, angegeben ist ein Text.
                    title  | 5      | Hier wird ein Text erwartet, angegeben ist eine Zahl.
                    title  | ["x"]  | Hier wird ein Text erwartet, angegeben ist eine Liste.
                    agreed | {}     | Hier wird Ja oder Nein erwartet, angegeben ist ein Abschnitt mit Feldern.
                    rows   | true   | Hier wird eine Liste erwartet, angegeben ist Ja oder Nein.
                    rows   | [null] | Hier wird ein Eintrag mit Feldern erwartet, angegeben ist nichts.
                    bogus  | 1      | Das Formular hat an dieser Stelle kein Feld „bogus“.
                    title  | "abc"  | Bitte mit einem Großbuchstaben beginnen.
                    """)
    void theTextSaysWhatIsWrong(String field, String value, String text) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/form");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);

        assertThat(problems(withField(field, value)))
                .extracting(problem -> messages.getMessage(
                        problem.messageKey(), problem.arguments().toArray(), Locale.GERMAN))
                .contains(text);
    }

    @Test
    void aRowOfAListIsNamedByItsPlace() {
        assertThat(problems("""
                        {"title": "Kreis", "cost": {"value": 1},
                         "rows": [{"name": "a"}, {"kind": "Y", "name": "zu lang"}, {"name": "c", "detail": "d"}]}
                        """))
                .extracting(FieldProblem::field, FieldProblem::messageKey)
                .containsExactly(
                        tuple("rows[1].name", "form.maxLength"),
                        tuple("rows[1].detail", "form.required"),
                        tuple("rows[2].detail", "form.hidden"));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThat(problems("{\"title\": \"\", \"count\": 0, \"day\": \"morgen\"}"))
                .extracting(FieldProblem::field)
                .containsExactly("title", "count", "day", "cost.value");
    }

    @Test
    void aFieldNameThatIsAnAttackIsNotRepeated() {
        assertThat(problems("{\"title\": \"Kreis\", \"cost\": {\"value\": 1}, \"<script>\": 1}"))
                .extracting(FieldProblem::field)
                .containsExactly("?script?");
    }

    @Test
    void anythingButAnObjectIsRefused() {
        assertThat(problems("[]")).extracting(FieldProblem::messageKey).containsExactly("form.type.form");
    }

    @Test
    void labelsAreFoundByPath() {
        assertThat(schema.labelOf("title")).isEqualTo("Titel");
        assertThat(schema.labelOf("rows[3].name")).isEqualTo("rows[3].name");
    }

    private List<FieldProblem> problems(String data) {
        try {
            check.check(schema, json(data), Map.of("departments", List.of(new Option("wfm", "WFM"))))
                    .throwIfAny();
            return List.of();
        } catch (FormRefused refused) {
            return refused.problems();
        }
    }

    private static String withField(String field, String value) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("title", "\"Kreis\"");
        data.put("cost", "{\"value\": 1}");
        data.put(field, value);
        return data.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
