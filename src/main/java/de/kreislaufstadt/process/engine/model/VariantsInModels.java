package de.kreislaufstadt.process.engine.model;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Lets call activities begin the variant of the instance's municipality where it has one, and business rule tasks ask its
 * decision table. The engine by itself looks for the tenant of the calling model, which is shared and has none.
 */
public final class VariantsInModels extends AbstractBpmnParseListener {

    private final Supplier<Variants> variants;

    /** Made by {@code EngineSetup}: listeners exist before the database can be asked. */
    public VariantsInModels(Supplier<Variants> variants) {
        this.variants = variants;
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        CallableElement called =
                ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement();
        if (called.isLatestBinding()) {
            called.setTenantIdProvider(
                    new OfInstance(called, (municipality, key) -> variants.get().latest(municipality, key)));
        }
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior behavior) {
            // The behaviour has no other way to what it asks.
            BaseCallableElement asked =
                    (BaseCallableElement) new DirectFieldAccessor(behavior).getPropertyValue("callableElement");
            if (asked.isLatestBinding()) {
                asked.setTenantIdProvider(new OfInstance(
                        asked, (municipality, key) -> variants.get().latestDecision(municipality, key)));
            }
        }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (definition.getTenantId() != null) {
            variants.get().forget();
        }
    }

    private final class OfInstance implements ParameterValueProvider {

        private final BaseCallableElement called;
        private final BiFunction<String, String, Optional<String>> latest;

        /** @param latest finds the municipality's own by municipality and key */
        private OfInstance(BaseCallableElement called, BiFunction<String, String, Optional<String>> latest) {
            this.called = called;
            this.latest = latest;
        }

        @Override
        public Object getValue(VariableScope scope) {
            String municipality = ((DelegateExecution) scope).getTenantId();
            return latest.apply(municipality, called.getDefinitionKey(scope))
                    .map(variant -> municipality)
                    .orElse(null);
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }
}
