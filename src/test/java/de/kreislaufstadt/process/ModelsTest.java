package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.support.ApplicationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people and the engine rely on in every process model, whoever draws the next one. */
@ApplicationTest
class ModelsTest {

    private static final String LIFE_CYCLE = "measure-lifecycle";
    private static final String SHELL = "embedded:/kreislaufstadt/form/shell.html";
    private static final Set<String> ROLES = Set.of(
            "Beschlussgremium",
            "Stabsstelle Klima",
            "Leitung der Stabsstelle Klima",
            "Federführung",
            "Leitung der Federführung",
            "Moderation",
            "Wirtschaftsförderung",
            "Zuständige Fachbereiche",
            "Beteiligte Fachbereiche",
            "Betreuende Fachbereiche",
            "Fachbereich des Projekts",
            "Fachbereiche der Arbeitspakete",
            "Leitung des Fachbereichs",
            "Dezernat",
            "Fristenüberwachung",
            "Produkt",
            "Difu",
            "Städtetag",
            "Mitglieder",
            "Verbundkoordination");
    private static final Pattern STATE_IN_LISTENER = Pattern.compile("'([A-Z_]+)'");
    private static final Pattern NAME_IN_TIMER = Pattern.compile("timer\\.(\\w+)\\(execution, '([\\w-]+)'\\)");

    @Autowired
    private List<TaskHandler<?>> taskHandlers;

    @Autowired
    private List<StartHandler<?>> startHandlers;

    @Autowired
    private List<ServiceStep> serviceSteps;

    @Autowired
    private Decisions decisions;

    static Collection<ModelFile> models() {
        return ModelFile.all();
    }

    @Test
    void theProcessesOfTheProductAreThere() {
        assertThat(models())
                .extracting(ModelFile::key)
                .containsExactly(
                        "association-model",
                        "co-signature",
                        "component-comment",
                        "condition-fulfilment",
                        "countermeasure",
                        "deadline-watch",
                        "knowledge-building",
                        LIFE_CYCLE,
                        "measure-report",
                        "overdue-clarification",
                        "public-question",
                        "publication",
                        "reporting-round",
                        "starter-project-implementation",
                        "starter-project-selection",
                        "status-quo-survey",
                        "workshops");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelHoldsOneProcessOfItsNameWithVersionLifeTimeAndPurpose(ModelFile model) {
        assertThat(model.all(Process.class)).hasSize(1);
        Process process = model.process();
        assertThat(process.getId()).isEqualTo(model.key());
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).as("German name").isNotBlank().isNotEqualTo(process.getId());
        assertThat(process.getCamundaVersionTag()).as("version tag").matches("\\d+\\.\\d+\\.\\d+");
        assertThat(process.getCamundaHistoryTimeToLiveString())
                .as("history time to live")
                .matches("P\\d+D");
        assertThat(documentation(process)).as("documentation").hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @MethodSource("models")
    void onlyTheLifeCycleIsOfferedInTasklist(ModelFile model) {
        assertThat(model.process().isCamundaStartableInTasklist())
                .isEqualTo(model.key().equals(LIFE_CYCLE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskTellsTheClerkWhatToDoWhoOwnsItAndUntilWhen(ModelFile model) {
        for (UserTask task : model.all(UserTask.class)) {
            assertThat(task.getName()).as("name of %s", task.getId()).isNotBlank();
            assertThat(sentences(documentation(task)))
                    .as("sentences of instructions at %s", task.getId())
                    .isBetween(2, 4);
            assertThat(task.getCamundaFormKey()).as("form of %s", task.getId()).isEqualTo(SHELL);
            assertThat(task.getCamundaCandidateGroups()).isEqualTo("${routing.group(execution)}");
            assertThat(task.getCamundaDueDate()).isEqualTo("${deadline.due(execution)}");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyStepStandsInTheLaneOfOneRole(ModelFile model) {
        assertThat(model.all(Lane.class)).extracting(Lane::getName).isSubsetOf(ROLES);
        List<String> inLanes = model.all(Lane.class).stream()
                .flatMap(lane -> lane.getFlowNodeRefs().stream())
                .map(FlowNode::getId)
                .toList();
        assertThat(inLanes)
                .containsExactlyInAnyOrderElementsOf(model.process().getFlowElements().stream()
                        .filter(FlowNode.class::isInstance)
                        .map(FlowElement::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDecisionReadsAsAQuestionWithNamedAnswersAndADefault(ModelFile model) {
        for (ExclusiveGateway gateway : model.all(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() < 2) {
                continue;
            }
            assertThat(gateway.getName()).as("name of %s", gateway.getId()).endsWith("?");
            assertThat(gateway.getDefault())
                    .as("default of %s", gateway.getId())
                    .isNotNull();
            for (SequenceFlow flow : gateway.getOutgoing()) {
                assertThat(flow.getName()).as("name of %s", flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null)
                        .as("%s is the default or has a condition", flow.getId())
                        .isEqualTo(flow.equals(gateway.getDefault()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aPhaseIsCalledInItsNewestVersionAndKnowsItsMeasure(ModelFile model) {
        for (CallActivity call : model.all(CallActivity.class)) {
            assertThat(models()).extracting(ModelFile::key).contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("latest");
            List<CamundaIn> in = call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list();
            assertThat(in)
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .as("business key at %s", call.getId())
                    .containsOnlyOnce("#{execution.processBusinessKey}");
            assertThat(in)
                    .filteredOn(value -> value.getCamundaSource() != null)
                    .as("values given to %s keep their names", call.getId())
                    .allSatisfy(value -> assertThat(value.getCamundaTarget()).isEqualTo(value.getCamundaSource()))
                    .extracting(CamundaIn::getCamundaSource)
                    .contains("measureId", "lead");
            assertThat(in).extracting(CamundaIn::getCamundaVariables).containsOnlyNulls();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelContainsNothingThatCouldRunForeignCode(ModelFile model) {
        assertThat(new ModelLanguage(model).faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelMarksOnlyStatesTheMeasureKnows(ModelFile model) {
        model.elements().stream()
                .filter(element -> "executionListener".equals(element.getLocalName()))
                .map(listener -> STATE_IN_LISTENER.matcher(listener.getAttribute("expression")))
                .filter(Matcher::find)
                .forEach(state ->
                        assertThat(MeasureState.valueOf(state.group(1))).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTimerHasItsRowInADecisionTable(ModelFile model) {
        for (TimerEventDefinition timer : model.all(TimerEventDefinition.class)) {
            Matcher name = NAME_IN_TIMER.matcher(timer.getTextContent());
            assertThat(name.find()).as(timer.getId()).isTrue();
            switch (name.group(1)) {
                case "afterWorkingDays" ->
                    assertThat(row("working-days", "task", name.group(2))).isNotEmpty();
                case "cycle" ->
                    assertThat(row("recurrence", "name", name.group(2))).isNotEmpty();
                default -> assertThat(name.group(1)).isIn("at", "morningOf");
            }
        }
    }

    @Test
    void everyUserTaskHasOneHandlerAndOneFormAndViceVersa() throws IOException {
        List<String> tasks = ids(UserTask.class);
        List<String> starts = startEventsWithForm();
        assertThat(tasks).doesNotHaveDuplicates();
        assertThat(taskHandlers).extracting(TaskHandler::task).containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(startHandlers).extracting(StartHandler::startEvent).containsExactlyInAnyOrderElementsOf(starts);
        List<String> withForm = new ArrayList<>(tasks);
        withForm.addAll(starts);
        assertThat(forms()).containsExactlyInAnyOrderElementsOf(withForm);
    }

    @Test
    void everyServiceTaskHasOneStepAndViceVersa() {
        assertThat(serviceSteps)
                .extracting(ServiceStep::step)
                .containsExactlyInAnyOrderElementsOf(ids(ServiceTask.class));
    }

    private List<Map<String, Object>> row(String table, String input, String value) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("municipality", "muenster");
        inputs.put(input, value);
        return decisions.evaluate(null, table, inputs);
    }

    private static List<String> ids(Class<? extends FlowNode> type) {
        return models().stream()
                .flatMap(model -> model.all(type).stream())
                .map(FlowNode::getId)
                .toList();
    }

    private static List<String> startEventsWithForm() {
        return models().stream()
                .flatMap(model -> model.all(StartEvent.class).stream())
                .filter(event -> event.getCamundaFormKey() != null)
                .map(StartEvent::getId)
                .toList();
    }

    private static List<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn", "forms"))) {
            return files.map(file -> file.getFileName().toString().replace(".form", ""))
                    .toList();
        }
    }

    private static String documentation(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        return element.getDocumentations().stream()
                .map(text -> text.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static int sentences(String text) {
        return text.isEmpty() ? 0 : text.split("[.!?](\\s|$)").length;
    }
}
