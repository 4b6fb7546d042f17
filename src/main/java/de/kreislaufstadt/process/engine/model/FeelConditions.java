package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.form.Conditions;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** Evaluates the conditions of forms with the FEEL engine that the decision tables use. */
@Component
class FeelConditions implements Conditions {

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    @Override
    public boolean holds(String expression, Map<String, Object> data) {
        String feelExpression = expression.startsWith("=") ? expression.substring(1) : expression;
        EvaluationResult result = feel.evaluateExpression(feelExpression, data);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
