package de.kreislaufstadt.process.engine.record;

import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.engine.model.MunicipalityOfInstance;
import de.kreislaufstadt.process.engine.model.Scopes;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The life cycles that run in the engine. */
@Component
public class RunningLifecycles implements Lifecycles {

    public static final String START = "propose-measure";
    public static final String CHANGE_DETAILS = "change-details";

    private final RuntimeService runtime;
    private final StepTable steps;

    RunningLifecycles(RuntimeService runtime, StepTable steps) {
        this.runtime = runtime;
        this.steps = steps;
    }

    @Override
    @Transactional
    public void takeOver(
            String municipality,
            UUID measureId,
            String number,
            String lead,
            String activity,
            Outcome routing,
            List<PastStep> past) {
        steps.recordPast(municipality, measureId, past);
        MunicipalityOfInstance.actingFor(municipality, () -> {
            ProcessInstantiationBuilder start = runtime.createProcessInstanceByKey(PROCESS)
                    .processDefinitionWithoutTenantId()
                    .businessKey(number)
                    .setVariables(routing.values())
                    .setVariable(Scopes.MEASURE_ID, measureId.toString())
                    .setVariable(Scopes.LEAD, lead)
                    .startBeforeActivity(activity);
            return start.execute();
        });
    }

    @Override
    public boolean isRunning(String municipality, String number) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(number)
                        .tenantIdIn(municipality)
                        .count()
                > 0;
    }
}
