package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.form.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.ClassPathResource;

/**
 * What a municipality's own decision table has to have in common with the shared one whose place it takes: it asks for what
 * the steps know, and answers in words they understand. Else a task could not be completed any more.
 */
final class OwnTables {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"");

    /** The advice is shown as it is; municipalities may add their own. */
    private static final Set<String> FREE_ANSWERS = Set.of("stakeholder-advice");

    private OwnTables() {}

    /** Notes what is wrong with the tables in a file that XML was read from; the field is the file's name and the element's id. */
    static void check(String file, byte[] content, Problems problems) {
        DmnModelInstance own = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        for (Decision decision : own.getModelElementsByType(Decision.class)) {
            ClassPathResource shared = new ClassPathResource("bpmn/decisions/" + decision.getId() + ".dmn");
            // Tables of other names are asked by the municipality's own processes only.
            if (NAME.matcher(decision.getId()).matches() && shared.exists()) {
                check(file, decision, read(shared), problems);
            }
        }
    }

    private static void check(String file, Decision own, DmnModelInstance shared, Problems problems) {
        Decision place = shared.getModelElementById(own.getId());
        Set<String> known = inputs(shared.getModelElementsByType(InputExpression.class));
        for (InputExpression input : own.getModelInstance().getModelElementsByType(InputExpression.class)) {
            String asked = input.getText().getTextContent().strip();
            problems.check(known.contains(asked), file + "#" + input.getId(), "model.tableInput", asked);
        }
        Map<String, Output> answers = outputs(place);
        Map<String, Output> given = outputs(own);
        problems.check(
                given.keySet().equals(answers.keySet()),
                file + "#" + own.getId(),
                "model.tableOutput",
                String.join(", ", answers.keySet()));
        if (own.getExpression() instanceof DecisionTable table && !FREE_ANSWERS.contains(own.getId())) {
            List<String> names =
                    table.getOutputs().stream().map(Output::getName).toList();
            table.getRules().forEach(rule -> check(file, rule, names, answers, problems));
        }
    }

    private static void check(
            String file, Rule rule, List<String> names, Map<String, Output> answers, Problems problems) {
        List<OutputEntry> entries = List.copyOf(rule.getOutputEntries());
        for (int i = 0; i < Math.min(entries.size(), names.size()); i++) {
            Output answer = answers.get(names.get(i));
            if (answer != null && answer.getOutputValues() != null) {
                Set<String> words = words(answer.getOutputValues().getText().getTextContent());
                String word = entries.get(i).getText().getTextContent().strip();
                problems.check(
                        words.contains(word),
                        file + "#" + entries.get(i).getId(),
                        "model.tableAnswer",
                        word,
                        String.join(", ", words));
            }
        }
    }

    private static Set<String> inputs(Collection<InputExpression> expressions) {
        return expressions.stream()
                .map(input -> input.getText().getTextContent().strip())
                .collect(Collectors.toSet());
    }

    /** @return columns by name; none for a decision that is a formula */
    private static Map<String, Output> outputs(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table
                ? table.getOutputs().stream()
                        .filter(output -> output.getName() != null)
                        .collect(Collectors.toMap(Output::getName, output -> output, (a, b) -> a, TreeMap::new))
                : Map.of();
    }

    private static Set<String> words(String values) {
        Set<String> words = new TreeSet<>();
        Matcher word = WORD.matcher(values);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static DmnModelInstance read(ClassPathResource file) {
        try (InputStream content = file.getInputStream()) {
            return Dmn.readModelFromStream(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
