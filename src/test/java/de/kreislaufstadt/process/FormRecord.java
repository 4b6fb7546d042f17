package de.kreislaufstadt.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Compares the fields of a form with the components of the record its data is bound to, level by level. */
final class FormRecord {

    private final List<String> faults = new ArrayList<>();

    private final Set<String> askedElsewhere;

    private FormRecord(Set<String> askedElsewhere) {
        this.askedElsewhere = askedElsewhere;
    }

    /**
     * @param askedElsewhere components of the record that another form asks for
     * @return where form and record differ: names, types, choices
     */
    static List<String> differences(FormFile form, Class<?> record, Set<String> askedElsewhere) {
        FormRecord comparison = new FormRecord(askedElsewhere);
        comparison.level(form.schema().path("components"), record, "");
        return comparison.faults;
    }

    private void level(JsonNode components, Class<?> record, String prefix) {
        if (!record.isRecord()) {
            faults.add(prefix + " is bound to " + record.getSimpleName() + ", not to a record");
            return;
        }
        Set<String> asked = new HashSet<>();
        fields(components, record, prefix, asked);
        Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !asked.contains(name) && !askedElsewhere.contains(prefix + name))
                .forEach(name -> faults.add(prefix + name + " is in the record only"));
    }

    private void fields(JsonNode components, Class<?> record, String prefix, Set<String> asked) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            String name = FormFile.name(component);
            if ("group".equals(type) && name.isEmpty()) {
                fields(component.path("components"), record, prefix, asked);
            } else if (!name.isEmpty()) {
                if (!asked.add(name)) {
                    faults.add(prefix + name + " is asked twice");
                }
                Arrays.stream(record.getRecordComponents())
                        .filter(bound -> bound.getName().equals(name))
                        .findFirst()
                        .ifPresentOrElse(
                                bound -> field(component, bound.getGenericType(), prefix + name),
                                () -> faults.add(prefix + name + " is in the form only"));
            }
        }
    }

    private void field(JsonNode component, Type bound, String path) {
        switch (component.path("type").asText()) {
            case "group" -> level(component.path("components"), raw(bound), path + ".");
            case "dynamiclist" -> {
                if (elementOf(bound, path) instanceof Class<?> row) {
                    level(component.path("components"), row, path + "[].");
                }
            }
            case "textfield", "textarea" -> expect(bound, path, String.class);
            case "checkbox" -> expect(bound, path, Boolean.class, boolean.class);
            case "number" -> number(component, bound, path);
            case "datetime" ->
                expect(
                        bound,
                        path,
                        "time".equals(component.path("subtype").asText()) ? LocalTime.class : LocalDate.class);
            case "select", "radio" -> choice(component, bound, path);
            case "checklist", "taglist" -> choice(component, elementOf(bound, path), path);
            default -> faults.add(path + " is of an unknown type");
        }
    }

    private void number(JsonNode component, Type bound, String path) {
        if (bound == BigDecimal.class) {
            return;
        }
        expect(bound, path, Integer.class, int.class, Long.class, long.class);
        if (component.path("decimalDigits").asInt(-1) != 0) {
            faults.add(path + " takes decimals, its record does not");
        }
    }

    /** Fixed choices are constants of an enum; those from the database are keys or ids. */
    private void choice(JsonNode component, Type bound, String path) {
        if (component.has("valuesKey")) {
            expect(bound, path, String.class, UUID.class);
            return;
        }
        if (!(bound instanceof Class<?> type) || !type.isEnum()) {
            faults.add(path + " offers fixed choices but is bound to " + bound.getTypeName());
            return;
        }
        List<String> constants = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        component.path("values").forEach(option -> {
            if (!constants.contains(option.path("value").asText())) {
                faults.add(path + " offers " + option.path("value") + ", not in " + type.getSimpleName());
            }
        });
    }

    private Type elementOf(Type bound, String path) {
        if (bound instanceof ParameterizedType list && Collection.class.isAssignableFrom(raw(list))) {
            return list.getActualTypeArguments()[0];
        }
        faults.add(path + " is a list but bound to " + bound.getTypeName());
        return null;
    }

    private void expect(Type bound, String path, Class<?>... allowed) {
        if (bound != null && Arrays.stream(allowed).noneMatch(bound::equals)) {
            faults.add(path + " is bound to " + bound.getTypeName());
        }
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }
}
