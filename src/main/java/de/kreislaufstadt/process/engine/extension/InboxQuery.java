package de.kreislaufstadt.process.engine.extension;

import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;

/**
 * Asks for lists of tasks in the words of {@link InboxStatement}. Statements that do not have the expected shape are left as
 * they are, so that a change of the engine costs time and never rows.
 */
@Intercepts(
        @Signature(
                type = Executor.class,
                method = "query",
                args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}))
public final class InboxQuery implements Interceptor {

    private static final Set<String> STATEMENTS = Set.of("selectTaskByQueryCriteria", "selectTaskCountByQueryCriteria");

    /** A page of Tasklist has fifteen tasks; further back it is cheaper to read all grants at once. */
    private static final int NEAR = 100;

    private final KnownWords known = new KnownWords();

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        MappedStatement statement = (MappedStatement) invocation.getArgs()[0];
        String id = statement.getId();
        if (!STATEMENTS.contains(id.substring(id.lastIndexOf('.') + 1))) {
            return invocation.proceed();
        }
        return OtherWords.ask(invocation, this::better);
    }

    private Optional<Sql> better(BoundSql asked) {
        boolean near = isNear(asked.getParameterObject());
        return known.get(
                new Sql(asked.getSql(), asked.getParameterMappings()),
                near,
                inbox -> InboxStatement.of(inbox).map(statement -> statement.better(near)));
    }

    private static boolean isNear(Object parameter) {
        return parameter instanceof ListQueryParameterObject list
                && (long) list.getFirstResult() + list.getMaxResults() <= NEAR;
    }
}
