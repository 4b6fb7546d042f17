package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.support.ApplicationTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for every form, so that the browser asks exactly for what the server checks and stores. */
@ApplicationTest
class FormsTest {

    /** Properties that only decide how a component looks or what it says. */
    private static final Set<String> LOOKS = Set.of(
            "id",
            "type",
            "key",
            "path",
            "label",
            "description",
            "text",
            "components",
            "layout.row",
            "layout.columns",
            "appearance.prefixAdorner",
            "appearance.suffixAdorner",
            // Shows the mark only; the rule itself is the handler's, which says why.
            "properties.requiredWhen",
            // Says what the log of actions may keep of the field.
            "properties.personal",
            "showOutline",
            "isRepeating",
            "allowAddRemove",
            "defaultRepetitions",
            "searchable",
            "readonly",
            "subtype",
            "dateLabel",
            "timeLabel",
            "timeInterval",
            "use24h");

    /** Properties that the browser enforces, by the components for which {@code FormCheck} enforces them too. */
    private static final Map<String, Set<String>> RULES = Map.ofEntries(
            Map.entry("text", Set.of("conditional.hide")),
            Map.entry("separator", Set.of("conditional.hide")),
            Map.entry("spacer", Set.of("conditional.hide")),
            Map.entry("group", Set.of("conditional.hide")),
            Map.entry("dynamiclist", Set.of("conditional.hide")),
            Map.entry("checkbox", Set.of("conditional.hide", "validate.required")),
            Map.entry("textfield", textRules()),
            Map.entry("textarea", textRules()),
            Map.entry(
                    "number",
                    Set.of("conditional.hide", "validate.required", "validate.min", "validate.max", "decimalDigits")),
            Map.entry("select", Set.of("conditional.hide", "validate.required", "values", "valuesKey")),
            Map.entry("radio", Set.of("conditional.hide", "validate.required", "values", "valuesKey")),
            Map.entry("checklist", Set.of("conditional.hide", "validate.required", "values", "valuesKey")),
            Map.entry("taglist", Set.of("conditional.hide", "validate.required", "values", "valuesKey")),
            Map.entry("datetime", Set.of("conditional.hide", "validate.required", "timeSerializingFormat")));

    /** A measure's record serves three forms; the lead department is chosen once, by who proposes the measure. */
    private static final Map<String, Set<String>> ASKED_ELSEWHERE = Map.of("change-details", Set.of("lead"));

    @Autowired
    private List<TaskHandler<?>> taskHandlers;

    @Autowired
    private List<StartHandler<?>> startHandlers;

    @Autowired
    private FormCheck check;

    @Autowired
    private FormBinding binding;

    static Collection<FormFile> forms() {
        return FormFile.all();
    }

    private static Set<String> textRules() {
        return Set.of(
                "conditional.hide",
                "validate.required",
                "validate.minLength",
                "validate.maxLength",
                "validate.pattern",
                "validate.patternErrorMessage",
                "validate.validationType");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theServerChecksEverythingTheBrowserChecks(FormFile form) {
        List<String> faults = new ArrayList<>();
        for (FormFile.Component component : form.components()) {
            Set<String> checked = RULES.get(component.type());
            if (checked == null) {
                faults.add(component.id() + " is a " + component.type());
                continue;
            }
            properties(component.json())
                    .filter(property -> !LOOKS.contains(property) && !checked.contains(property))
                    .forEach(property -> faults.add(component.id() + " has " + property));
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theServerReadsEveryRuleAsTheBrowserDoes(FormFile form) {
        for (FormFile.Component component : form.components()) {
            JsonNode rules = component.json().path("validate");
            if (rules.has("pattern")) {
                assertThat(Pattern.compile(rules.path("pattern").asText()).pattern())
                        .as("pattern of %s names its beginning and end", component.id())
                        .startsWith("^")
                        .endsWith("$");
                assertThat(rules.path("patternErrorMessage").asText())
                        .as("text of %s that says what is expected", component.id())
                        .endsWith(".");
            }
            assertThat(rules.path("validationType").asText("custom")).isEqualTo("custom");
            if ("datetime".equals(component.type())) {
                assertThat(component.json().path("subtype").asText()).isIn("date", "time");
                assertThat(component.json().path("timeSerializingFormat").asText("no_timezone"))
                        .isEqualTo("no_timezone");
            }
            boolean choice = List.of("select", "radio", "checklist", "taglist").contains(component.type());
            assertThat(component.json().has("values") ^ component.json().has("valuesKey"))
                    .as("choices of %s", component.id())
                    .isEqualTo(choice);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextHasALengthAndEveryFieldALabel(FormFile form) {
        for (FormFile.Component component : form.components()) {
            if (component.type().matches("textfield|textarea")) {
                assertThat(component.json().path("validate").path("maxLength").asInt())
                        .as("maxLength of %s", component.id())
                        .isPositive();
            }
            if (component.carriesData()) {
                assertThat(Stream.of("label", "dateLabel", "timeLabel")
                                .map(label -> component.json().path(label).asText()))
                        .as("label of %s", component.id())
                        .anyMatch(label -> !label.isBlank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void idsAreUniqueAndTheFormIsNamedAfterItsTask(FormFile form) {
        assertThat(form.schema().path("id").asText()).isEqualTo(form.key());
        assertThat(form.components()).extracting(FormFile.Component::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormAsksForWhatItsRecordHoldsAndNothingElse(FormFile form) {
        assertThat(FormRecord.differences(form, recordOf(form), ASKED_ELSEWHERE.getOrDefault(form.key(), Set.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyConditionCanHideAndShow(FormFile form) {
        List<String> faults = form.components().stream()
                .filter(component -> component.json().has("conditional"))
                .flatMap(component -> HideCondition.of(form, component).faults().stream())
                .toList();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyMarkOfARequiredFieldCanComeAndGo(FormFile form) {
        List<String> faults = form.components().stream()
                .filter(component -> component.json().path("properties").has("requiredWhen"))
                .flatMap(component -> HideCondition.ofMark(form, component).faults().stream())
                .toList();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theExamplesOfAFormAreAcceptedAndBound(FormFile form) {
        assertThat(form.examples()).as("examples of %s", form.key()).isNotEmpty();
        form.examples().forEach((file, data) -> {
            check.check(new FormSchema(form.key(), form.schema()), data, asGiven(form, data))
                    .throwIfAny();
            assertThat(binding.bind(data, recordOf(form))).as(file).isNotNull();
        });
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
                .orElseThrow(() -> new AssertionError("no handler for " + form.key()));
    }

    /** Choices that depend on rows are whatever the example names. */
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

    /** Names of a component's properties; those of nested objects with a dot, lists of choices as one. */
    private static Stream<String> properties(JsonNode component) {
        return component.properties().stream()
                .flatMap(property -> property.getValue().isObject()
                        ? property.getValue().properties().stream()
                                .map(inner -> property.getKey() + "." + inner.getKey())
                        : Stream.of(property.getKey()));
    }
}
