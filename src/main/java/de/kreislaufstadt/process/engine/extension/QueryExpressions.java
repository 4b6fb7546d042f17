package de.kreislaufstadt.process.engine.extension;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;

/**
 * Keeps expressions that come from queries from being executed (CVE-2026-109432): the engine evaluates them inside nested
 * and stored queries even where ad-hoc expressions are switched off. Expressions of models always have a variable scope;
 * those of queries never have one, and of these only the four that Tasklist's filters need are let through.
 *
 * <p>Models see a fixed list of beans, not the application context.
 */
public final class QueryExpressions extends SpringExpressionManager {

    private static final Set<String> ALLOWED_IN_QUERIES =
            Set.of("${now()}", "${currentUser()}", "${currentUserGroups()}", "${" + DeputyGroups.NAME + "()}");

    /** @param beans what models may name in expressions, and nothing else */
    public QueryExpressions(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
        addFunction(DeputyGroups.NAME, DeputyGroups.function());
    }

    @Override
    public Expression createExpression(String expression) {
        return new JuelExpression(createValueExpression(expression), this, expression) {

            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution contextExecution) {
                if (scope == null && !isLiteralText() && !allowedInQueries(expression)) {
                    throw new BadUserRequestException("Expressions are not allowed in queries");
                }
                return super.getValue(scope, contextExecution);
            }

            @Override
            public void setValue(Object value, VariableScope scope, BaseDelegateExecution contextExecution) {
                if (scope == null) {
                    throw new BadUserRequestException("Expressions are not allowed in queries");
                }
                super.setValue(value, scope, contextExecution);
            }
        };
    }

    private static boolean allowedInQueries(String expression) {
        return ALLOWED_IN_QUERIES.contains(expression.replaceAll("\\s", ""));
    }
}
