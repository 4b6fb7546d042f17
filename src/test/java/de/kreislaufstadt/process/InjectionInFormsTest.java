package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.FormFile.Component;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Injections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every text field of every form: what looks like an instruction arrives as it was typed, what hides something is refused. */
@ApplicationTest
class InjectionInFormsTest {

    private static final Map<String, Map<String, JsonNode>> EXAMPLES = new HashMap<>();

    @Autowired
    private List<TaskHandler<?>> taskHandlers;

    @Autowired
    private List<StartHandler<?>> startHandlers;

    @Autowired
    private FormCheck check;

    @Autowired
    private FormBinding binding;

    @Autowired
    private ObjectMapper json;

    static Collection<FormFile> forms() {
        return FormFile.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTextArrivesAsItWasTyped(FormFile form) {
        System.clearProperty(Injections.PROBE);
        for (String text : Injections.TEXTS) {
            List<Component> fields = texts(form).stream()
                    .filter(field -> text.length()
                            <= field.json().at("/validate/maxLength").asInt())
                    .filter(field -> example(form, field) != null)
                    .toList();
            for (JsonNode example : examples(form)) {
                List<FieldProblem> problems = problems(form, with(example, fields, text));
                assertThat(problems)
                        .as("%s in %s", text, form)
                        .allMatch(problem ->
                                List.of(FormCheck.PATTERN, "form.hidden").contains(problem.messageKey()));
                List<Component> taken = fields.stream()
                        .filter(field -> problems.stream().noneMatch(problem -> isAt(problem, field)))
                        .toList();
                JsonNode data = with(example, taken, text);
                assertThat(problems(form, data)).as("%s in %s", text, form).isEmpty();
                Object bound = binding.bind(data, recordOf(form));
                JsonNode read = json.valueToTree(bound);
                taken.forEach(field -> assertThat(FormFile.textsAt(read, field.path()))
                        .as("%s of %s", field.path(), form)
                        .hasSameSizeAs(FormFile.textsAt(data, field.path()))
                        .allMatch(text::equals));
            }
        }
        assertThat(System.getProperty(Injections.PROBE)).isNull();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTextThatHidesSomethingIsRefusedAtItsField(FormFile form) {
        for (String text : Injections.UNSEEN) {
            assertRefused(form, texts(form), text);
        }
        assertRefused(
                form,
                texts(form).stream()
                        .filter(field -> field.type().equals("textfield"))
                        .toList(),
                Injections.TWO_LINES);
    }

    private void assertRefused(FormFile form, List<Component> fields, String text) {
        for (JsonNode example : examples(form)) {
            List<Component> there = fields.stream()
                    .filter(field -> !FormFile.textsAt(example, field.path()).isEmpty())
                    .toList();
            List<FieldProblem> problems = problems(form, with(example, there, text));
            assertThat(there)
                    .as("%s in %s", text, form)
                    .allMatch(field -> problems.stream().anyMatch(problem -> isAt(problem, field)));
            assertThat(problems).allMatch(problem -> there.stream().anyMatch(field -> isAt(problem, field)));
        }
    }

    /** The walk is worth what it reaches. */
    @Test
    void noTextFieldIsLeftOut() {
        List<String> leftOut = forms().stream()
                .flatMap(form -> texts(form).stream()
                        .filter(field -> example(form, field) == null)
                        .map(field -> form + " " + field.path()))
                .toList();
        long all = forms().stream().mapToLong(form -> texts(form).size()).sum();

        assertThat(leftOut.size()).as("of %d: %s", all, leftOut).isLessThan((int) (all / 6));
    }

    /** A group that is not asked for is refused as a whole. */
    private static boolean isAt(FieldProblem problem, Component field) {
        return (field.path() + ".").startsWith(problem.field().replaceAll("\\[\\d+]", "") + ".");
    }

    private static List<Component> texts(FormFile form) {
        return form.components().stream()
                .filter(component -> component.type().matches("textfield|textarea"))
                .toList();
    }

    private static Collection<JsonNode> examples(FormFile form) {
        return EXAMPLES.computeIfAbsent(form.key(), key -> form.examples()).values();
    }

    /** @return an example that has a place for the field; null if none has */
    private static JsonNode example(FormFile form, Component field) {
        return examples(form).stream()
                .filter(data -> !with(data, List.of(field), "x").equals(data))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode with(JsonNode example, List<Component> fields, String text) {
        JsonNode data = example.deepCopy();
        fields.forEach(field -> put(data, List.of(field.path().split("\\.")), text));
        return data;
    }

    private static void put(JsonNode node, List<String> path, String text) {
        if (node.isArray()) {
            node.forEach(row -> put(row, path, text));
        } else if (path.size() > 1) {
            put(node.path(path.get(0)), path.subList(1, path.size()), text);
        } else if (node instanceof ObjectNode object) {
            object.put(path.get(0), text);
        }
    }

    private List<FieldProblem> problems(FormFile form, JsonNode data) {
        try {
            check.check(new FormSchema(form.key(), form.schema()), data, asGiven(form, data))
                    .throwIfAny();
            return List.of();
        } catch (FormRefused refused) {
            return refused.problems();
        }
    }

    private Class<?> recordOf(FormFile form) {
        return Stream.concat(
                        taskHandlers.stream()
                                .filter(handler -> handler.task().equals(form.key()))
                                .map(TaskHandler::form),
                        startHandlers.stream()
                                .filter(handler -> handler.startEvent().equals(form.key()))
                                .map(StartHandler::form))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<Option>> asGiven(FormFile form, JsonNode data) {
        Map<String, List<Option>> options = new HashMap<>();
        form.components().stream()
                .filter(component -> component.json().has("valuesKey"))
                .forEach(component -> options.computeIfAbsent(
                                component.json().path("valuesKey").asText(), key -> new ArrayList<>())
                        .addAll(FormFile.textsAt(data, component.path()).stream()
                                .map(value -> new Option(value, value))
                                .toList()));
        return options;
    }
}
