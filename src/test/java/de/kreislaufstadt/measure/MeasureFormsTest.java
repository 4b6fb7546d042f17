package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.Texts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

class MeasureFormsTest {

    private static final List<String> PROPOSING = List.of("lead");

    @Test
    void rework_and_change_ask_for_the_same_record_as_the_proposal() {
        Map<String, JsonNode> proposal = fields("propose-measure");
        PROPOSING.forEach(proposal::remove);
        Map<String, JsonNode> rework = fields("rework-proposal");
        rework.keySet().removeIf(path -> path.startsWith("changes"));
        assertThat(rework).isEqualTo(proposal);
        assertThat(fields("change-details")).isEqualTo(proposal);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void choices_of_the_forms_are_the_constants_and_labels_of_the_code(
            String form, String path, Class<? extends Enum<?>> type, String prefix) {
        Map<String, String> offered = new TreeMap<>();
        fields(form)
                .get(path)
                .get("values")
                .forEach(option -> offered.put(
                        option.get("value").asText(), option.get("label").asText()));
        Map<String, String> known = new TreeMap<>();
        Texts texts = Texts.of("measure");
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> known.put(constant.name(), texts.name(prefix, constant)));
        assertThat(offered).isEqualTo(known);
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("propose-measure", "outline.type", MeasureType.class, "measure.type"),
                Arguments.of("propose-measure", "outline.circularFields", CircularField.class, "measure.circularField"),
                Arguments.of("propose-measure", "pathway.levers", Lever.class, "measure.lever"),
                Arguments.of("propose-measure", "pathway.rStrategies", RStrategy.class, "measure.rStrategy"),
                Arguments.of(
                        "propose-measure", "responsibility.spatialScope", SpatialScope.class, "measure.spatialScope"),
                Arguments.of(
                        "propose-measure", "finance.budgetRelation", BudgetRelation.class, "measure.budgetRelation"),
                Arguments.of(
                        "propose-measure", "cost.status", ReportedValue.Status.class, "measure.reportedValue.status"),
                Arguments.of("decide-measure", "result", DecisionResult.class, "measure.decision"),
                Arguments.of("decide-measure", "phases", Phase.class, "measure.phase"),
                Arguments.of(
                        "evaluate-measure", "goals.result", EvaluationForm.GoalResult.class, "measure.goalResult"));
    }

    @Test
    void every_text_exists_in_both_languages() {
        ResourceBundle german = ResourceBundle.getBundle("messages.measure", Locale.ROOT);
        ResourceBundle english = ResourceBundle.getBundle("messages.measure", Locale.ENGLISH);
        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(german.keySet());
        assertThat(german.keySet())
                .allSatisfy(key -> assertThat(german.getString(key)).isNotBlank());
        Texts texts = Texts.of("measure");
        Stream.of(MeasureState.values())
                .forEach(state -> assertThat(texts.name("measure.state", state)).isNotBlank());
        Stream.of(ModelComponent.values())
                .forEach(component -> assertThat(texts.name("measure.modelComponent", component))
                        .isNotBlank());
        Stream.of(StatusReports.Assessment.values())
                .forEach(assessment ->
                        assertThat(texts.name("measure.assessment", assessment)).isNotBlank());
    }

    /** Fields of a form by their path, without what only places them. */
    private static Map<String, JsonNode> fields(String form) {
        try {
            JsonNode schema =
                    new ObjectMapper().readTree(new ClassPathResource("bpmn/forms/" + form + ".form").getInputStream());
            Map<String, JsonNode> fields = new TreeMap<>();
            collect(schema.get("components"), "", fields);
            return fields;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(JsonNode components, String prefix, Map<String, JsonNode> fields) {
        StreamSupport.stream(components.spliterator(), false)
                .map(JsonNode::<ObjectNode>deepCopy)
                .forEach(component -> {
                    String name =
                            component.path("key").asText(component.path("path").asText(""));
                    String path = prefix.isEmpty() || name.isEmpty() ? prefix + name : prefix + "." + name;
                    JsonNode nested = component.path("components");
                    component.remove(List.of("id", "layout", "components"));
                    if (!name.isEmpty()) {
                        fields.put(path, component);
                    }
                    collect(nested, path, fields);
                });
    }
}
