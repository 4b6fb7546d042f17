package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import de.kreislaufstadt.process.engine.people.SignedIn;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class OwnProcesses implements SystemProcesses {

    private final RuntimeService runtime;
    private final Variants variants;

    OwnProcesses(RuntimeService runtime, Variants variants) {
        this.runtime = runtime;
        this.variants = variants;
    }

    @Override
    @Transactional
    public String start(String municipality, String process, String businessKey, Outcome routing) {
        return SignedIn.asSystem(() -> MunicipalityOfInstance.actingFor(
                municipality,
                () -> byKey(municipality, process)
                        .businessKey(businessKey)
                        .setVariables(routing.values())
                        .execute()
                        .getId()));
    }

    private ProcessInstantiationBuilder byKey(String municipality, String process) {
        return variants.latest(municipality, process)
                .map(runtime::createProcessInstanceById)
                .orElseGet(() -> runtime.createProcessInstanceByKey(process).processDefinitionWithoutTenantId());
    }

    @Override
    public boolean isRunning(String municipality, String process) {
        return SignedIn.asSystem(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .tenantIdIn(municipality)
                        .count()
                > 0);
    }

    @Override
    public void wake(String instance) {
        SignedIn.asSystem(() -> {
            runtime.activateProcessInstanceById(instance);
            return null;
        });
    }

    @Override
    public void tell(String instance, String message) {
        SignedIn.asSystem(() -> {
            // Asked first: a correlation that fails would take the caller's transaction with it.
            EventSubscription waiting = runtime.createEventSubscriptionQuery()
                    .processInstanceId(instance)
                    .eventType("message")
                    .eventName(message)
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(message, waiting.getExecutionId());
            }
            return null;
        });
    }
}
