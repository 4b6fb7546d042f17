package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.BusinessAction.DecisionAnswered;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.engine.model.KnownAnswers.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
    private final ModelNames names;
    private final Variants variants;
    private final Map<Table, DmnDecision> decisions = new ConcurrentHashMap<>();
    private final Map<Table, Map<String, String>> annotations = new ConcurrentHashMap<>();
    private final KnownAnswers known = new KnownAnswers();

    DecisionTables(ModelNames names, Variants variants, ApplicationEventPublisher events) {
        this.names = names;
        this.variants = variants;
        this.events = events;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(LiteralFeel.factory());
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> {
            if (evaluations.get() != null) {
                evaluations.get().add(event);
            }
        });
        this.engine = configuration.buildEngine();
    }

    @Override
    public List<String> reasons(String municipality, String decision, Map<String, ?> inputs) {
        Table table = table(municipality, decision);
        Map<String, String> words = words(table);
        return asked(table, inputs).rules().stream()
                .filter(rule -> words.get(rule) != null)
                .map(rule -> table.isShared() ? names.rule(rule, words.get(rule)) : words.get(rule))
                .toList();
    }

    @Override
    public List<String> inWords(List<String> rules, List<String> german) {
        return IntStream.range(0, Math.min(rules.size(), german.size()))
                .mapToObj(rule -> names.rule(rules.get(rule), german.get(rule)))
                .toList();
    }

    private Answer asked(Table table, Map<String, ?> inputs) {
        // Whoever asked may go on with their map; the question stays what it was.
        Map<String, Object> kept = new HashMap<>(inputs);
        return known.get(table.decision(), table.isShared(), kept, () -> evaluated(table, kept));
    }

    private Answer evaluated(Table table, Map<String, ?> inputs) {
        List<DmnDecisionTableEvaluationEvent> seen = new ArrayList<>();
        evaluations.set(seen);
        try {
            return new Answer(answers(table, inputs), matching(table, seen).toList());
        } finally {
            evaluations.remove();
        }
    }

    private static Stream<String> matching(Table table, List<DmnDecisionTableEvaluationEvent> events) {
        return events.stream()
                .filter(event -> event.getDecision().getKey().equals(table.decision()))
                .flatMap(event -> event.getMatchingRules().stream())
                .map(DmnEvaluatedDecisionRule::getId);
    }

    /** @return what stands beside rules of the shared table; nothing where the municipality has deployed another one */
    List<String> german(String decision, List<String> rules) {
        Map<String, String> words = isShared(decision) ? words(new Table(decision, null, null)) : Map.of();
        return rules.stream().filter(words::containsKey).map(words::get).toList();
    }

    private Map<String, String> words(Table table) {
        return annotations.computeIfAbsent(table, this::annotationsOf);
    }

    private Map<String, String> annotationsOf(Table table) {
        try (InputStream content = content(table)) {
            return Dmn.readModelFromStream(content).getModelElementsByType(Rule.class).stream()
                    .filter(rule -> rule.getDescription() != null
                            && !rule.getDescription().getTextContent().isBlank())
                    .collect(Collectors.toMap(
                            Rule::getId, rule -> rule.getDescription().getTextContent()));
        } catch (IOException e) {
            throw new UncheckedIOException("Decision " + table + " is not readable", e);
        }
    }

    @Override
    public List<Map<String, Object>> evaluate(String municipality, String decision, Map<String, ?> inputs) {
        Table table = table(municipality, decision);
        Answer answer = asked(table, inputs);
        List<String> rules = answer.rules();
        List<Map<String, Object>> outputs = copies(answer.outputs());
        Map<String, String> words = words(table);
        events.publishEvent(new DecisionAnswered(
                table.municipality(),
                decision,
                new HashMap<>(inputs),
                outputs,
                rules,
                rules.stream().filter(words::containsKey).map(words::get).toList()));
        return outputs;
    }

    /** Each asker's own: they may change what they were answered. */
    private static List<Map<String, Object>> copies(List<Map<String, Object>> outputs) {
        return outputs.stream()
                .map(row -> (Map<String, Object>) new HashMap<>(row))
                .toList();
    }

    private List<Map<String, Object>> answers(Table table, Map<String, ?> inputs) {
        DmnDecision read = decisions.computeIfAbsent(table, this::read);
        Map<String, Object> variables = new HashMap<>(inputs);
        return copies(engine.evaluateDecision(read, variables).getResultList());
    }

    private DmnDecision read(Table table) {
        try (InputStream content = content(table)) {
            return engine.parseDecision(table.decision(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("Decision " + table + " is not readable", e);
        }
    }

    /** A municipality without a table of its own shares the one that is packed with the application. */
    private Table table(String municipality, String decision) {
        return variants.latestDecision(municipality, decision)
                .map(definition -> new Table(decision, municipality, definition))
                .orElseGet(() -> new Table(decision, null, null));
    }

    private InputStream content(Table table) throws IOException {
        if (!table.isShared()) {
            return new ByteArrayInputStream(variants.decisionFile(table.municipality(), table.definition()));
        }
        if (!isShared(table.decision())) {
            throw new IllegalArgumentException("No decision " + table.decision());
        }
        return file(table.decision()).getInputStream();
    }

    private static boolean isShared(String decision) {
        return decision.matches("[a-z][a-z-]*") && file(decision).exists();
    }

    private static ClassPathResource file(String decision) {
        return new ClassPathResource("bpmn/decisions/" + decision + ".dmn");
    }

    /**
     * @param municipality whose own table it is; null for the shared one
     * @param definition engine's id of that table; null for the shared one
     */
    private record Table(String decision, String municipality, String definition) {

        boolean isShared() {
            return definition == null;
        }
    }
}
