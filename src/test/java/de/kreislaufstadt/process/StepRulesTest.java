package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.engine.model.Gates;
import de.kreislaufstadt.process.engine.steer.StepRules;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which steps the models let be skipped or repeated, and that no gate is among the first. */
class StepRulesTest {

    /** Every step at which somebody decides, releases, checks or signs: nobody goes past it. */
    private static final List<String> GATES = List.of(
            "agree-agenda",
            "check-minutes",
            "check-registrations",
            "clarify-for-head",
            "clarify-missing-answers",
            "clarify-overdue-task",
            "confirm-closure",
            "confirm-workshop",
            "decide-measure",
            "decide-starter-projects",
            "release-evaluation",
            "release-minutes",
            "release-status-quo",
            "review-knowledge",
            "review-proposal",
            "review-stakeholders");

    static Collection<ModelFile> models() {
        return ModelFile.all();
    }

    @Test
    void everyGateIsKnownAsOneAndNoneCanBeSkipped() {
        Set<String> skippable = new HashSet<>();
        models().forEach(model -> skippable.addAll(StepRules.in(model.bpmn()).skippable()));

        assertThat(GATES).allMatch(Gates::isGate);
        assertThat(steps()).containsAll(GATES);
        assertThat(skippable)
                .containsExactlyInAnyOrder(
                        "answer-survey", "change-details", "document-exchange", "log-networking", "report-activities")
                .doesNotContainAnyElementsOf(GATES);
    }

    @Test
    void aStepThatSignsIsAGateBeforeAnybodyHasDrawnIt() {
        assertThat(List.of("sign-proposal", "co-sign", "final-signature", "approve-report"))
                .allMatch(Gates::isGate);
        assertThat(List.of("write-minutes", "designate-lead", "reviewers", "log-networking"))
                .noneMatch(Gates::isGate);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelLetsStepsBeSkippedOnlyWhereItHasEffect(ModelFile model) {
        List<String> said = model.all(CamundaProperty.class).stream()
                .filter(property -> property.getCamundaName().equals(StepRules.SKIP))
                .map(property -> ((UserTask)
                                property.getParentElement().getParentElement().getParentElement())
                        .getId())
                .toList();

        assertThat(StepRules.in(model.bpmn()).skippable())
                .as("what the model says is what is done: no gate, no step that a choice follows")
                .containsExactlyInAnyOrderElementsOf(said);
    }

    /** So the routing values of what follows are there: the model itself goes this way. */
    @ParameterizedTest
    @MethodSource("models")
    void aStepIsRepeatedOnlyWhereTheModelItselfGoesBackToIt(ModelFile model) {
        StepRules.in(model.bpmn())
                .repeatable()
                .forEach((open, earlier) -> assertThat(earlier)
                        .as("from %s", open)
                        .allSatisfy(step -> {
                            assertThat(nextSteps(model.bpmn(), open)).contains(step);
                            assertThat(reached(model.bpmn(), step))
                                    .as("after %s", step)
                                    .contains(open);
                        }));
    }

    @Test
    void aModelThatSaysOtherwiseIsNotBelieved() {
        BpmnModelInstance gate = Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("decide-measure")
                .endEvent()
                .done();
        BpmnModelInstance asked = Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("plan")
                .exclusiveGateway()
                .endEvent()
                .moveToLastGateway()
                .endEvent()
                .done();
        Stream.of(gate, asked).forEach(model -> {
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> task.builder().addExtensionElement(skip(model)));
            assertThat(StepRules.in(model).skippable()).isEmpty();
        });
    }

    private static CamundaProperties skip(BpmnModelInstance model) {
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        CamundaProperty property = model.newInstance(CamundaProperty.class);
        property.setCamundaName(StepRules.SKIP);
        property.setCamundaValue("yes");
        properties.addChildElement(property);
        return properties;
    }

    private static List<String> steps() {
        return models().stream()
                .flatMap(model -> model.all(UserTask.class).stream())
                .map(UserTask::getId)
                .toList();
    }

    /** @return user tasks that come after this one without another in between */
    private static Set<String> nextSteps(BpmnModelInstance model, String step) {
        return walk(model, step, false);
    }

    private static Set<String> reached(BpmnModelInstance model, String step) {
        return walk(model, step, true);
    }

    private static Set<String> walk(BpmnModelInstance model, String from, boolean throughSteps) {
        Set<String> found = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        open.add(model.getModelElementById(from));
        while (!open.isEmpty()) {
            for (FlowNode next : open.remove().getSucceedingNodes().list()) {
                if (next instanceof UserTask) {
                    found.add(next.getId());
                }
                if (seen.add(next.getId()) && (throughSteps || !(next instanceof UserTask))) {
                    open.add(next);
                }
            }
        }
        return found;
    }
}
