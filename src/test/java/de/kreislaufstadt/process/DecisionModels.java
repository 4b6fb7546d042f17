package de.kreislaufstadt.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Evaluates the decision tables of the product without its process engine. */
public final class DecisionModels {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private DecisionModels() {}

    static List<Object> collect(String decision, String output, Map<String, Object> inputs) {
        return evaluate(decision, inputs).collectEntries(output);
    }

    public static DmnDecisionResult evaluate(String decision, Map<String, Object> inputs) {
        return evaluate(decision, decision, inputs);
    }

    static DmnDecisionResult evaluate(String file, String decision, Map<String, Object> inputs) {
        String path = "/bpmn/decisions/" + file + ".dmn";
        try (InputStream model = Objects.requireNonNull(DecisionModels.class.getResourceAsStream(path), path)) {
            return ENGINE.evaluateDecision(ENGINE.parseDecision(decision, model), inputs);
        } catch (IOException e) {
            throw new AssertionError(path + " is not readable", e);
        }
    }
}
