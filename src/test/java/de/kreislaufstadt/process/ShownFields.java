package de.kreislaufstadt.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.process.FormFile.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Valid data of a form in which its text fields can be seen. It grows out of the form's examples: lists get a row, fields that
 * are asked for a value, and a choice that hides a field is made differently.
 */
final class ShownFields {

    private static final int ROUNDS = 6;
    private static final Pattern NAME = Pattern.compile("(?<![\"A-Za-z])[a-z][A-Za-z.]*");
    private static final String SOME_ID = "00000000-0000-4000-8000-000000000001";
    private static final List<String> SAMPLES =
            List.of("Text", "1", "https://example.org/", "stelle@example.org", "12/2028");

    private final FormFile form;
    private final Function<JsonNode, List<FieldProblem>> check;
    private final List<JsonNode> examples;
    private final List<Component> open = new ArrayList<>();
    private final List<Shown> found = new ArrayList<>();

    private ShownFields(FormFile form, Function<JsonNode, List<FieldProblem>> check) {
        this.form = form;
        this.check = check;
        this.examples = List.copyOf(form.examples().values());
        open.addAll(texts(form));
    }

    /** @param fields those that have a value in the data, in every row there is */
    record Shown(ObjectNode data, List<Component> fields) {

        /** @return the same data with other texts in the fields */
        ObjectNode with(Function<Component, String> text) {
            ObjectNode copy = data.deepCopy();
            fields.forEach(field -> put(copy, steps(field), TextNode.valueOf(text.apply(field)), How.CHANGE));
            return copy;
        }
    }

    /** @param check says what is wrong with some data of the form */
    static List<Shown> of(FormFile form, Function<JsonNode, List<FieldProblem>> check) {
        ShownFields fields = new ShownFields(form, check);
        fields.examples.forEach(example -> fields.tryWith(example.deepCopy()));
        for (Component field : List.copyOf(fields.open)) {
            if (fields.open.contains(field)) {
                fields.unhide(field);
            }
        }
        return fields.found;
    }

    static List<Component> texts(FormFile form) {
        return form.components().stream()
                .filter(component -> component.type().matches("textfield|textarea"))
                .toList();
    }

    private void unhide(Component field) {
        List<Component> choices = form.components().stream()
                .filter(Component::carriesData)
                .filter(component -> decides(component, field))
                .toList();
        for (Component choice : choices) {
            for (JsonNode value : values(choice)) {
                for (JsonNode example : examples) {
                    ObjectNode data = example.deepCopy();
                    place(data, field);
                    put(data, steps(choice), value, How.SET);
                    tryWith(data);
                    if (!open.contains(field)) {
                        return;
                    }
                }
            }
        }
    }

    /** Whether the field, or a group or list it stands in, is hidden by what was chosen there. */
    private boolean decides(Component choice, Component field) {
        return form.components().stream()
                .filter(component -> !component.path().isEmpty())
                .filter(component -> (field.path() + ".").startsWith(component.path() + "."))
                .flatMap(component -> NAME.matcher(
                                component.json().at("/conditional/hide").asText())
                        .results()
                        .map(name -> name.group().startsWith("this.")
                                ? list(component.row()) + name.group().substring("this".length())
                                : name.group()))
                .anyMatch(choice.path()::equals);
    }

    private String list(JsonNode row) {
        return form.components().stream()
                .filter(component -> component.json() == row)
                .findFirst()
                .orElseThrow()
                .path();
    }

    private void tryWith(ObjectNode data) {
        open.forEach(field -> place(data, field));
        if (!repaired(data)) {
            return;
        }
        List<Component> shown = open.stream()
                .filter(field -> !FormFile.textsAt(data, field.path()).isEmpty())
                .toList();
        if (!shown.isEmpty()) {
            found.add(new Shown(data, shown));
            open.removeAll(shown);
        }
    }

    /** Fills in what is asked for, and takes out what is hidden, until nothing is wrong. */
    private boolean repaired(ObjectNode data) {
        for (int round = 0; round < ROUNDS; round++) {
            List<FieldProblem> problems = check.apply(data);
            if (problems.isEmpty()) {
                return true;
            }
            for (FieldProblem problem : problems) {
                List<Step> path =
                        Stream.of(problem.field().split("\\.")).map(Step::of).toList();
                switch (problem.messageKey()) {
                    case "form.required" -> put(data, path, sample(at(problem.field())), How.SET);
                    case "form.hidden" -> put(data, path, null, How.SET);
                    default -> {
                        return false;
                    }
                }
            }
        }
        return false;
    }

    private Component at(String field) {
        String path = field.replaceAll("\\[\\d+]", "");
        return form.components().stream()
                .filter(component -> component.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private void place(ObjectNode data, Component field) {
        put(data, stepsWithLists(field), sample(field), How.FILL);
    }

    private static List<JsonNode> values(Component choice) {
        return choice.values().isEmpty() || choice.type().matches("checklist|taglist")
                ? List.of(sample(choice))
                : choice.values().stream().<JsonNode>map(TextNode::valueOf).toList();
    }

    /** @return something valid */
    static JsonNode sample(Component component) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String first = component.values().stream().findFirst().orElse(SOME_ID);
        return switch (component.type()) {
            case "number" ->
                nodes.numberNode(
                        Math.max(1, component.json().at("/validate/min").asInt()));
            case "checkbox" -> nodes.booleanNode(true);
            case "select", "radio" -> nodes.textNode(first);
            case "checklist", "taglist" -> nodes.arrayNode().add(first);
            case "datetime" ->
                nodes.textNode(component.json().path("subtype").asText().equals("time") ? "10:00" : "2026-01-15");
            default ->
                nodes.textNode(SAMPLES.stream()
                        .filter(text -> Pattern.compile(
                                        component.json().at("/validate/pattern").asText())
                                .matcher(text)
                                .find())
                        .findFirst()
                        .orElseThrow());
        };
    }

    /** One part of a path. @param row number of the row, -1 for all of them @param list whether it is one, though empty */
    private record Step(String name, int row, boolean list) {

        static Step of(String text) {
            int bracket = text.indexOf('[');
            return bracket < 0
                    ? new Step(text, -1, false)
                    : new Step(
                            text.substring(0, bracket),
                            Integer.parseInt(text.substring(bracket + 1, text.length() - 1)),
                            true);
        }
    }

    private static List<Step> steps(Component component) {
        return Stream.of(component.path().split("\\.")).map(Step::of).toList();
    }

    private List<Step> stepsWithLists(Component component) {
        List<Step> steps = new ArrayList<>();
        String path = "";
        for (String name : component.path().split("\\.")) {
            path = path.isEmpty() ? name : path + "." + name;
            steps.add(new Step(name, -1, at(path).type().equals("dynamiclist")));
        }
        return steps;
    }

    /** Everywhere, only where nothing is yet, or only where something is. */
    private enum How {
        SET,
        FILL,
        CHANGE
    }

    /** @param value null removes what is there */
    private static void put(JsonNode node, List<Step> path, JsonNode value, How how) {
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        Step step = path.get(0);
        JsonNode there = object.path(step.name());
        boolean absent = there.isMissingNode() || there.isNull();
        if (path.size() == 1) {
            if (value == null) {
                object.remove(step.name());
            } else if (how == How.SET || absent == (how == How.FILL)) {
                object.set(step.name(), value);
            }
            return;
        }
        List<Step> rest = path.subList(1, path.size());
        if (how != How.CHANGE && absent) {
            there = step.list() ? object.putArray(step.name()) : object.putObject(step.name());
        }
        if (there instanceof ArrayNode rows) {
            if (rows.isEmpty() && step.list() && how != How.CHANGE) {
                rows.addObject();
            }
            for (int i = 0; i < rows.size(); i++) {
                if (step.row() < 0 || step.row() == i) {
                    put(rows.get(i), rest, value, how);
                }
            }
        } else {
            put(there, rest, value, how);
        }
    }
}
