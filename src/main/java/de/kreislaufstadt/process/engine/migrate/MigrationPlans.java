package de.kreislaufstadt.process.engine.migrate;

import de.kreislaufstadt.process.ModelVersions.LiftRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.springframework.stereotype.Component;

/** Makes the plan between two versions of a model: equal elements, and what {@link PlanFile} says of all others. */
@Component
class MigrationPlans {

    /** As the engine calls the scope round the instances of a step that runs several times. */
    static final String BODY = "#multiInstanceBody";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final List<PlanFile> files = PlanFile.all();

    MigrationPlans(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /**
     * @param process key of the process of both
     * @param from engine's id of the older version
     * @param to engine's id of the newer version
     * @throws LiftRefused if the plan does not fit the two
     */
    MigrationPlan of(String process, String from, String to) {
        PlanFile file = PlanFile.of(process, files);
        MigrationPlanBuilder plan = runtime.createMigrationPlan(from, to);
        try {
            Map<String, Boolean> mapped = new LinkedHashMap<>();
            for (MigrationInstruction equal : runtime.createMigrationPlan(from, to)
                    .mapEqualActivities()
                    .build()
                    .getInstructions()) {
                String id = equal.getSourceActivityId();
                mapped.put(id, true);
                map(
                        plan,
                        id,
                        equal.getTargetActivityId(),
                        equal.isUpdateEventTrigger() || file.anew().contains(id));
            }
            renamed(file, from, to).forEach((before, after) -> {
                if (mapped.put(before, true) == null) {
                    map(plan, before, after, file.anew().contains(after));
                }
            });
            return plan.build();
        } catch (MigrationPlanValidationException unfit) {
            List<String> elements = unfit.getValidationReport().getInstructionReports().stream()
                    .map(report -> report.getMigrationInstruction().getSourceActivityId())
                    .toList();
            throw new LiftRefused("upgrade.refused.plan", elements, unfit);
        } catch (BadUserRequestException unfit) {
            throw new LiftRefused("upgrade.refused.plan", List.of(), unfit);
        }
    }

    private static void map(MigrationPlanBuilder plan, String from, String to, boolean anew) {
        if (anew) {
            plan.mapActivities(from, to).updateEventTrigger();
        } else {
            plan.mapActivities(from, to);
        }
    }

    private Map<String, String> renamed(PlanFile file, String from, String to) {
        BpmnModelInstance before = repository.getBpmnModelInstance(from);
        BpmnModelInstance after = repository.getBpmnModelInstance(to);
        Map<String, String> pairs = new LinkedHashMap<>();
        file.between(id -> before.getModelElementById(id) != null, id -> after.getModelElementById(id) != null)
                .forEach((old, current) -> {
                    if (Stream.of(before.getModelElementById(old), after.getModelElementById(current))
                            .allMatch(MigrationPlans::runsSeveralTimes)) {
                        pairs.put(old + BODY, current + BODY);
                    }
                    pairs.put(old, current);
                });
        return pairs;
    }

    private static boolean runsSeveralTimes(Object element) {
        return element instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }
}
