package de.kreislaufstadt.process.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of decision tables say the same as FEEL says of them, whatever they are asked about. */
class LiteralFeelTest {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final String INPUT = "cellInput";

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine literal = LiteralFeel.factory().createInstance();

    static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn/decisions"))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyCellOfOurTablesSaysTheSame(Path table) {
        var model = Dmn.readModelFromFile(table.toFile());
        Set<String> tests = new LinkedHashSet<>();
        model.getModelElementsByType(InputEntry.class).forEach(cell -> add(tests, cell.getText()));
        Set<String> expressions = new LinkedHashSet<>();
        model.getModelElementsByType(OutputEntry.class).forEach(cell -> add(expressions, cell.getText()));
        model.getModelElementsByType(InputExpression.class).forEach(cell -> add(expressions, cell.getText()));

        for (String test : tests) {
            for (Object value : askedAbout(test)) {
                assertSameTest(test, value);
            }
        }
        for (String expression : expressions) {
            for (Object value : askedAbout(expression)) {
                assertSameValue(expression, value);
            }
        }
    }

    private static void add(Set<String> cells, Text text) {
        if (text != null && !text.getTextContent().isBlank()) {
            cells.add(text.getTextContent());
        }
    }

    /** What the cell names, and what it does not. */
    private static List<Object> askedAbout(String cell) {
        List<Object> values = new ArrayList<>(Arrays.asList(null, "", "x", " ", true, 7));
        QUOTED.matcher(cell).results().limit(3).forEach(found -> {
            values.add(found.group(1));
            values.add(found.group(1) + " ");
            values.add(found.group(1).toLowerCase(Locale.ROOT));
        });
        return values;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"",
                "\"a\",\"b\"",
                " \"a\" , \"b\" ",
                "\"a,b\"",
                "\"\"",
                "\"a\\\"b\"",
                "\"a\\nb\"",
                "not(\"a\")",
                "\"a\",",
                "\"Ä ß\"",
                "a",
                "\"a\" + \"b\"",
                "7",
                "< 7",
                "\"7\"",
                "null",
                "-"
            })
    void whateverElseACellMayContainSaysTheSame(String cell) {
        for (Object value :
                Arrays.asList(null, "a", "b", "a,b", "", "a\"b", "a\nb", "a\\nb", "Ä ß", "-", "7", 7, 6, false)) {
            assertSameTest(cell, value);
            assertSameValue(cell, value);
        }
    }

    @Test
    void aVariableThatIsNotThereIsAskedOfFeel() {
        VariableContext nothing = Variables.createVariables().asVariableContext();

        assertThat(outcome(() -> literal.<Object>evaluateSimpleExpression("task", nothing)))
                .isEqualTo(outcome(() -> feel.<Object>evaluateSimpleExpression("task", nothing)));
    }

    private void assertSameTest(String test, Object value) {
        VariableContext context =
                Variables.createVariables().putValue(INPUT, value).asVariableContext();
        assertThat(outcome(() -> literal.evaluateSimpleUnaryTests(test, INPUT, context)))
                .as("%s of %s", test, value)
                .isEqualTo(outcome(() -> feel.evaluateSimpleUnaryTests(test, INPUT, context)));
    }

    private void assertSameValue(String expression, Object value) {
        VariableContext context = Variables.createVariables()
                .putValue("task", value)
                .putValue("a", value)
                .putValue("null", "x")
                .asVariableContext();
        assertThat(outcome(() -> literal.<Object>evaluateSimpleExpression(expression, context)))
                .as("%s with %s", expression, value)
                .isEqualTo(outcome(() -> feel.<Object>evaluateSimpleExpression(expression, context)));
    }

    private interface Asking {
        Object ask();
    }

    private static Object outcome(Asking asking) {
        try {
            return asking.ask();
        } catch (FeelException e) {
            return "refused";
        }
    }
}
