package de.kreislaufstadt.process.engine.model;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * Compares texts that a decision table names literally, which is most of what our tables do, and leaves everything else to FEEL. That
 * sets all of its functions up anew for every cell: asking {@code task-routing} about every task took two of ten seconds of a start,
 * once per municipality.
 */
public final class LiteralFeel implements FeelEngine {

    /** Nothing that FEEL would read another way: no quotation mark or escape within the text. */
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");

    private static final Pattern LITERALS =
            Pattern.compile("\\s*" + LITERAL.pattern() + "(?:\\s*,\\s*" + LITERAL.pattern() + ")*\\s*");

    /** No blank, sign or dot. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private static final Set<String> WORDS_OF_FEEL = Set.of(
            "null",
            "true",
            "false",
            "not",
            "and",
            "or",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "instance",
            "of",
            "function",
            "external");

    private final FeelEngine feel;

    /** Texts that a cell names; none for a cell of another kind. Cells are those of tables that are deployed. */
    private final Map<String, Set<String>> named = new ConcurrentHashMap<>();

    LiteralFeel(FeelEngine feel) {
        this.feel = feel;
    }

    /** @return for the configuration of a DMN engine */
    public static FeelEngineFactory factory() {
        return () -> new LiteralFeel(new ScalaFeelEngineFactory().createInstance());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        String said = said(expression, context);
        return said == null ? feel.evaluateSimpleExpression(expression, context) : (T) said;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext context) {
        Set<String> texts = named(tests);
        String value = texts.isEmpty() ? null : text(input, context);
        return value == null ? feel.evaluateSimpleUnaryTests(tests, input, context) : texts.contains(value);
    }

    /** @return null where FEEL has to be asked */
    private String said(String expression, VariableContext context) {
        Set<String> texts = named(expression);
        if (texts.size() == 1 && LITERAL.matcher(expression.strip()).matches()) {
            return texts.iterator().next();
        }
        String name = expression.strip();
        return NAME.matcher(name).matches() && !WORDS_OF_FEEL.contains(name) ? text(name, context) : null;
    }

    private static String text(String variable, VariableContext context) {
        return context.containsVariable(variable) && context.resolve(variable).getValue() instanceof String text
                ? text
                : null;
    }

    private Set<String> named(String cell) {
        return named.computeIfAbsent(cell, LiteralFeel::texts);
    }

    private static Set<String> texts(String cell) {
        Set<String> texts = new LinkedHashSet<>();
        if (LITERALS.matcher(cell).matches()) {
            Matcher literal = LITERAL.matcher(cell);
            while (literal.find()) {
                texts.add(literal.group(1));
            }
        }
        return texts;
    }
}
