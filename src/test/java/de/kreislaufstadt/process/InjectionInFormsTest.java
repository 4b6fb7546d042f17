package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.FormFile.Component;
import de.kreislaufstadt.process.ShownFields.Shown;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Injections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every text field of every form: what looks like an instruction arrives as it was typed, what hides something is refused. */
@ApplicationTest
class InjectionInFormsTest {

    private static final Map<String, List<Shown>> SHOWN = new HashMap<>();

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
        for (Shown shown : shown(form)) {
            for (int round = 0; round < rounds(shown); round++) {
                int turn = round;
                JsonNode data = shown.with(field -> text(field, turn));
                assertThat(problems(form, data)).as("%s", form).isEmpty();
                JsonNode read = json.valueToTree(binding.bind(data, recordOf(form)));
                shown.fields()
                        .forEach(field -> assertThat(FormFile.textsAt(read, field.path()))
                                .as("%s of %s", field.path(), form)
                                .isNotEmpty()
                                .isEqualTo(FormFile.textsAt(data, field.path())));
            }
        }
        assertThat(System.getProperty(Injections.PROBE)).isNull();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTextThatHidesSomethingIsRefusedAtItsField(FormFile form) {
        for (Shown shown : shown(form)) {
            Injections.UNSEEN.forEach(text -> assertRefused(form, shown, text));
            assertRefused(
                    form,
                    new Shown(
                            shown.data(),
                            shown.fields().stream()
                                    .filter(field -> field.type().equals("textfield"))
                                    .toList()),
                    Injections.TWO_LINES);
        }
    }

    private void assertRefused(FormFile form, Shown shown, String text) {
        assertThat(problems(form, shown.with(field -> text)).stream()
                        .map(problem -> problem.field().replaceAll("\\[\\d+]", "")))
                .as("%s in %s", text, form)
                .hasSameElementsAs(shown.fields().stream().map(Component::path).toList());
    }

    /** The walk is worth what it reaches: only what a pattern keeps free of all of them is left out. */
    @Test
    void noTextFieldIsLeftOut() {
        List<String> notShown = new ArrayList<>();
        Map<String, Set<String>> patterns = new TreeMap<>();
        for (FormFile form : forms()) {
            List<Component> reached = shown(form).stream()
                    .flatMap(shown -> shown.fields().stream())
                    .toList();
            for (Component field : ShownFields.texts(form)) {
                if (!reached.contains(field)) {
                    notShown.add(form + " " + field.path());
                } else if (Injections.takenBy(field.json()).isEmpty()) {
                    patterns.computeIfAbsent(
                                    field.json().at("/validate/pattern").asText(), key -> new TreeSet<>())
                            .add(form + " " + field.path());
                }
            }
        }

        assertThat(notShown).isEmpty();
        assertThat(patterns.keySet()).allSatisfy(pattern -> {
            assertThat(pattern).as("%s", patterns.get(pattern)).startsWith("^").endsWith("$");
            assertThat(Injections.TEXTS)
                    .noneMatch(text -> Pattern.compile(pattern).matcher(text).find());
        });
        assertThat(patterns.values().stream().flatMap(Set::stream))
                .containsExactlyInAnyOrder(
                        "analyse-stakeholders stakeholders.contact.phone",
                        "change-details schedule.plannedUntil",
                        "draft-component sections.anchor",
                        "plan-work-packages packages.code",
                        "plan-work-packages packages.dependsOn",
                        "propose-measure schedule.plannedUntil",
                        "rework-proposal schedule.plannedUntil");
    }

    private List<Shown> shown(FormFile form) {
        return SHOWN.computeIfAbsent(form.key(), key -> ShownFields.of(form, data -> problems(form, data)));
    }

    private static int rounds(Shown shown) {
        return shown.fields().stream()
                .mapToInt(field -> Injections.takenBy(field.json()).size())
                .max()
                .orElse(0);
    }

    /** @return the next text for a field, or the first that its pattern takes where it takes none of ours */
    private static String text(Component field, int round) {
        List<String> texts = Injections.takenBy(field.json());
        return texts.isEmpty() ? ShownFields.sample(field).textValue() : texts.get(round % texts.size());
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
