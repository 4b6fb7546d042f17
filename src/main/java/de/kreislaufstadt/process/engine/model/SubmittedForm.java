package de.kreislaufstadt.process.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FormRefused;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * The one variable a completed form may carry: {@code form}, of type Json, transient. The engine keeps the history of
 * every variable that is not transient, even of one that is removed at once; content of forms must not get there.
 */
public final class SubmittedForm {

    public static final String VARIABLE = "form";

    private SubmittedForm() {}

    /**
     * Checks what a client sends along with a completion.
     *
     * @throws FormRefused if there is anything but a transient form
     */
    public static void requireAlone(Map<String, Object> variables) {
        if (variables == null || variables.isEmpty()) {
            return;
        }
        if (!variables.keySet().equals(java.util.Set.of(VARIABLE))) {
            throw FormRefused.at("", "form.variables");
        }
        requireTransientJson(Variables.fromMap(variables).getValueTyped(VARIABLE));
    }

    /** @return the form as it was sent
     * @throws FormRefused if it is no JSON, or would be kept in the history */
    public static JsonNode read(TypedValue value, ObjectMapper json) {
        requireTransientJson(value);
        try {
            return json.readTree(((JsonValue) value).getValueSerialized());
        } catch (JsonProcessingException e) {
            throw FormRefused.at("", "form.notAnObject");
        }
    }

    private static void requireTransientJson(TypedValue value) {
        if (value == null || ValueType.NULL.equals(value.getType())) {
            throw FormRefused.at("", "form.missing");
        }
        if (!(value instanceof JsonValue)) {
            throw FormRefused.at("", "form.notAnObject");
        }
        if (!value.isTransient()) {
            throw FormRefused.at("", "form.stored");
        }
    }
}
