package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Evaluates decision tables outside of the engine's command and history: routing and deadlines are asked at every step,
 * and inputs of scores are content of forms that the engine's history must not keep.
 */
@Component
class DecisionTables implements Decisions {

    /** The engine tells which rules match through a listener only, on the thread that evaluates. */
    private final ThreadLocal<List<DmnDecisionTableEvaluationEvent>> evaluations = new ThreadLocal<>();

    private final DmnEngine engine;
    private final ModelNames names;
    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> annotations = new ConcurrentHashMap<>();

    DecisionTables(ModelNames names) {
        this.names = names;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> {
            if (evaluations.get() != null) {
                evaluations.get().add(event);
            }
        });
        this.engine = configuration.buildEngine();
    }

    @Override
    public List<String> reasons(String decision, Map<String, ?> inputs) {
        List<DmnDecisionTableEvaluationEvent> seen = new ArrayList<>();
        evaluations.set(seen);
        try {
            evaluate(decision, inputs);
        } finally {
            evaluations.remove();
        }
        Map<String, String> words = annotations.computeIfAbsent(decision, DecisionTables::annotationsOf);
        return seen.stream()
                .filter(event -> event.getDecision().getKey().equals(decision))
                .flatMap(event -> event.getMatchingRules().stream())
                .filter(rule -> words.get(rule.getId()) != null)
                .map(rule -> names.rule(rule.getId(), words.get(rule.getId())))
                .toList();
    }

    private static Map<String, String> annotationsOf(String decision) {
        try (InputStream content = new ClassPathResource("bpmn/decisions/" + decision + ".dmn").getInputStream()) {
            return Dmn.readModelFromStream(content).getModelElementsByType(Rule.class).stream()
                    .filter(rule -> rule.getDescription() != null
                            && !rule.getDescription().getTextContent().isBlank())
                    .collect(Collectors.toMap(
                            Rule::getId, rule -> rule.getDescription().getTextContent()));
        } catch (IOException e) {
            throw new UncheckedIOException("Decision " + decision + " is not readable", e);
        }
    }

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
