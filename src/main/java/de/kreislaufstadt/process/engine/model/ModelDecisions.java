package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.BusinessAction.DecisionAnswered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what the decision tables answered that a model asks itself, in its business rule tasks. */
@Component
public class ModelDecisions implements DmnDecisionTableEvaluationListener {

    private final DecisionTables tables;
    private final ApplicationEventPublisher events;

    ModelDecisions(DecisionTables tables, ApplicationEventPublisher events) {
        this.tables = tables;
        this.events = events;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        Map<String, Object> inputs = new HashMap<>();
        for (DmnEvaluatedInput input : event.getInputs()) {
            inputs.put(
                    input.getName() == null ? input.getId() : input.getName(),
                    input.getValue() == null ? null : input.getValue().getValue());
        }
        List<String> rules = event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList();
        String decision = event.getDecision().getKey();
        events.publishEvent(new DecisionAnswered(
                null,
                decision,
                inputs,
                event.getMatchingRules().stream().map(ModelDecisions::outputs).toList(),
                rules,
                tables.german(decision, rules)));
    }

    private static Map<String, Object> outputs(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new HashMap<>();
        rule.getOutputEntries()
                .forEach((name, output) -> outputs.put(
                        name,
                        output.getValue() == null ? null : output.getValue().getValue()));
        return outputs;
    }
}
