package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.engine.model.Gates;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/**
 * Which steps may be skipped or repeated: what the model says at its user tasks, and nowhere else. The property
 * {@value #SKIP} with the value {@code yes} lets a step be skipped; the property {@value #REPEAT} names the open steps from
 * which the process may go back to it.
 *
 * <p>Whatever a model says, a gate is never skipped (a step that decides, releases, reviews, checks, agrees, confirms,
 * clarifies or signs), nor is a step after which the process asks for its answer.
 */
@Component
public class StepRules {

    /** Name of the property that lets a step be skipped. */
    public static final String SKIP = "skip";

    /** Name of the property that names the open steps from which the process may go back to the step. */
    public static final String REPEAT = "repeat-from";

    private static final String YES = "yes";

    private final RepositoryService repository;
    private final Map<String, Rules> byDefinition = new ConcurrentHashMap<>();

    StepRules(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * Rules of one version of a model.
     *
     * @param skippable ids of the steps that may be skipped
     * @param repeatable ids of earlier steps that may be repeated, by the id of the step that is open, in the model's order
     */
    public record Rules(Set<String> skippable, Map<String, List<String>> repeatable) {

        /** @return ids of the steps the process may go back to while this one is open */
        List<String> before(String open) {
            return repeatable.getOrDefault(open, List.of());
        }
    }

    Rules of(String definition) {
        return byDefinition.computeIfAbsent(definition, id -> in(repository.getBpmnModelInstance(id)));
    }

    /** @return what a model says */
    public static Rules in(BpmnModelInstance model) {
        Set<String> skippable = new TreeSet<>();
        Map<String, List<String>> repeatable = new LinkedHashMap<>();
        for (UserTask step : model.getModelElementsByType(UserTask.class)) {
            if (properties(step, SKIP).anyMatch(YES::equals) && !Gates.isGate(step.getId()) && !isAskedAfter(step)) {
                skippable.add(step.getId());
            }
            properties(step, REPEAT)
                    .flatMap(steps -> Arrays.stream(steps.split("\\s*,\\s*")))
                    .map(model::<FlowNode>getModelElementById)
                    .filter(open -> open != null && open.getParentElement().equals(step.getParentElement()))
                    .forEach(open -> repeatable.merge(
                            open.getId(),
                            List.of(step.getId()),
                            (a, b) -> Stream.of(a, b).flatMap(List::stream).toList()));
        }
        return new Rules(Set.copyOf(skippable), Map.copyOf(repeatable));
    }

    /** The process chooses its way by what the form of the step says. */
    private static boolean isAskedAfter(UserTask step) {
        return step.getOutgoing().stream()
                .map(flow -> flow.getTarget())
                .anyMatch(next -> next instanceof Gateway && next.getOutgoing().size() > 1);
    }

    private static Stream<String> properties(UserTask step, String name) {
        return step.getExtensionElements() == null
                ? Stream.of()
                : step.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(all -> all.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(property -> property.getCamundaValue().strip());
    }
}
