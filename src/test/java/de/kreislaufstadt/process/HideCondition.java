package de.kreislaufstadt.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * A condition that hides a component, tried with every choice of the fields it names. A misspelt name or constant would make
 * it always or never true, and the engine would not complain: it reads unknown names as null.
 */
final class HideCondition {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "null", "true", "false");

    private final FormFile form;
    private final FormFile.Component hidden;
    private final String expression;
    private final boolean unknownIsFalse;
    private final List<String> faults = new ArrayList<>();

    private HideCondition(FormFile form, FormFile.Component hidden, String expression, boolean unknownIsFalse) {
        this.form = form;
        this.hidden = hidden;
        this.expression = expression;
        this.unknownIsFalse = unknownIsFalse;
    }

    static HideCondition of(FormFile form, FormFile.Component hidden) {
        return new HideCondition(
                form, hidden, hidden.json().path("conditional").path("hide").asText(), false);
    }

    /** The condition under which a field gets the mark of required ones; without values to compare it gets none. */
    static HideCondition ofMark(FormFile form, FormFile.Component marked) {
        return new HideCondition(
                form,
                marked,
                marked.json().path("properties").path("requiredWhen").asText(),
                true);
    }

    /** @return why the condition cannot work; empty if it can */
    List<String> faults() {
        if (!expression.startsWith("=")) {
            fault("is not an expression");
            return faults;
        }
        Set<Object> results = new HashSet<>();
        for (Map<String, Object> data : everyChoice()) {
            EvaluationResult result = FEEL.evaluateExpression(expression.substring(1), data);
            if (result.isSuccess() && result.result() == null && unknownIsFalse) {
                results.add(false);
                continue;
            }
            if (!result.isSuccess() || !(result.result() instanceof Boolean)) {
                fault("is neither true nor false for " + data);
                return faults;
            }
            results.add(result.result());
        }
        if (results.size() < 2 && faults.isEmpty()) {
            fault("is always " + results);
        }
        return faults;
    }

    private List<Map<String, Object>> everyChoice() {
        List<Map<String, Object>> combinations = new ArrayList<>(List.of(new HashMap<>()));
        for (String name : names()) {
            List<Map<String, Object>> extended = new ArrayList<>();
            for (Object value : choices(name)) {
                for (Map<String, Object> combination : combinations) {
                    extended.add(with(combination, List.of(name.split("\\.")), value));
                }
            }
            // Nothing entered yet: the name is absent altogether.
            extended.addAll(combinations);
            combinations = extended;
        }
        return combinations;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(TEXT.matcher(expression).replaceAll(""));
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }

    private List<Object> choices(String name) {
        Optional<FormFile.Component> field = field(name);
        if (field.isEmpty()) {
            if (hidden.carriesData()) {
                // Text may depend on what a handler shows; fields are checked without it.
                fault("names " + name + ", which the form does not ask for");
            }
            return Arrays.asList("shown", "", null);
        }
        return switch (field.get().type()) {
            case "checkbox" -> Arrays.asList(true, false, null);
            case "select", "radio" -> {
                List<Object> choices = new ArrayList<>(field.get().values());
                choices.add(null);
                yield choices;
            }
            case "number" -> Arrays.asList(0, 4, null);
            case "dynamiclist" -> Arrays.asList(List.of(), List.of(Map.of("entered", true)), null);
            default -> Arrays.asList("entered", "", null);
        };
    }

    /** As in the browser: names count from the form, or from the row the component stands in, also through {@code this}. */
    private Optional<FormFile.Component> field(String name) {
        JsonNode row = hidden.row();
        String rowPath = row == null
                ? ""
                : form.components().stream()
                                .filter(component -> component.json() == row)
                                .findFirst()
                                .orElseThrow()
                                .path()
                        + ".";
        String own = name.startsWith("this.") ? name.substring("this.".length()) : name;
        return form.components().stream()
                .filter(FormFile.Component::carriesData)
                .filter(component -> component.path().equals(rowPath + own)
                        || (!name.startsWith("this.")
                                && component.row() == null
                                && component.path().equals(name)))
                .findFirst();
    }

    private static Map<String, Object> with(Map<String, Object> data, List<String> path, Object value) {
        Map<String, Object> copy = new HashMap<>(data);
        if (path.size() == 1) {
            copy.put(path.get(0), value);
        } else {
            Map<String, Object> inner = new HashMap<>();
            if (copy.get(path.get(0)) instanceof Map<?, ?> known) {
                known.forEach((key, old) -> inner.put(key.toString(), old));
            }
            copy.put(path.get(0), with(inner, path.subList(1, path.size()), value));
        }
        return copy;
    }

    private void fault(String what) {
        faults.add(hidden.id() + ": " + expression + " " + what);
    }
}
