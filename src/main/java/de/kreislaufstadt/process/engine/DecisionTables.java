package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.process.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Evaluates decision tables outside of the engine's command and history: routing and deadlines are asked at every step,
 * and inputs of scores are content of forms that the engine's history must not keep.
 */
@Component
class DecisionTables implements Decisions {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();

    @Override
    public List<Map<String, Object>> evaluate(String decision, Map<String, ?> inputs) {
        DmnDecision table = decisions.computeIfAbsent(decision, this::read);
        Map<String, Object> variables = new HashMap<>(inputs);
        return engine.evaluateDecision(table, variables).getResultList().stream()
                .map(row -> {
                    Map<String, Object> outputs = new HashMap<>(row);
                    return outputs;
                })
                .toList();
    }

    private DmnDecision read(String decision) {
        ClassPathResource file = new ClassPathResource("bpmn/decisions/" + decision + ".dmn");
        if (!decision.matches("[a-z][a-z-]*") || !file.exists()) {
            throw new IllegalArgumentException("No decision " + decision);
        }
        try (InputStream content = file.getInputStream()) {
            return engine.parseDecision(decision, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Decision " + decision + " is not readable", e);
        }
    }
}
