package de.kreislaufstadt.form;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Binds checked form data to the record of its task and checks the record's own constraints. */
@Component
public class FormBinding {

    private final Validator validator;

    private final ObjectMapper strict = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withConfigOverride(List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Set.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Collection.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    FormBinding(Validator validator) {
        this.validator = validator;
    }

    /**
     * Binds data that has passed {@link FormCheck}. Blank texts become null, absent lists become empty.
     *
     * @throws FormRefused if a constraint of the record does not hold
     */
    public <F> F bind(JsonNode data, Class<F> type) {
        F form;
        try {
            form = strict.treeToValue(withoutBlanks(data.deepCopy()), type);
        } catch (JsonMappingException e) {
            throw FormRefused.at(pathOf(e), "form.invalid");
        } catch (JsonProcessingException e) {
            throw FormRefused.at("", "form.invalid");
        }
        List<FieldProblem> problems = new ArrayList<>();
        validator.validate(form).stream()
                .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
                .forEach(violation -> problems.add(problem(violation)));
        if (!problems.isEmpty()) {
            throw new FormRefused(problems);
        }
        return form;
    }

    private static FieldProblem problem(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        Map<String, Object> rule = violation.getConstraintDescriptor().getAttributes();
        return switch (violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty", "AssertTrue" -> FieldProblem.of(path, "form.required");
            case "Size" ->
                violation.getInvalidValue() instanceof Collection<?>
                        ? FieldProblem.of(path, "form.rows.between", rule.get("min"), rule.get("max"))
                        : FieldProblem.of(path, "form.maxLength", rule.get("max"), "");
            case "Min", "DecimalMin", "Positive", "PositiveOrZero" -> FieldProblem.of(path, "form.min", limit(rule));
            case "Max", "DecimalMax" -> FieldProblem.of(path, "form.max", limit(rule));
            default -> FieldProblem.of(path, "form.invalid");
        };
    }

    /** Decimal limits are declared as text, and those of the sign not at all. */
    private static BigDecimal limit(Map<String, Object> rule) {
        return new BigDecimal(rule.getOrDefault("value", 0).toString());
    }

    private static String pathOf(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static JsonNode withoutBlanks(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> blank = new ArrayList<>();
            object.properties().forEach(entry -> {
                JsonNode value = withoutBlanks(entry.getValue());
                if (value.isNull() || (value.isTextual() && value.textValue().isBlank())) {
                    blank.add(entry.getKey());
                }
            });
            object.remove(blank);
        } else if (node instanceof ArrayNode array) {
            array.forEach(FormBinding::withoutBlanks);
        }
        return node;
    }
}
