package de.kreislaufstadt.process.engine.extension;

import java.util.Optional;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/**
 * Nodes that look for due jobs at the same moment find different ones: whoever finds a job locks its row until it is marked as
 * taken, and the others pass over it. Without that all of them take the first ones of the same list, and all but one fail.
 */
@Intercepts(
        @Signature(
                type = Executor.class,
                method = "query",
                args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}))
public final class JobAcquisition implements Interceptor {

    private static final String STATEMENT = ".selectNextJobsToExecute";
    private static final String PASS_OVER_LOCKED = " for update of RES skip locked";

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        MappedStatement statement = (MappedStatement) invocation.getArgs()[0];
        if (!statement.getId().endsWith(STATEMENT)) {
            return invocation.proceed();
        }
        return OtherWords.ask(
                invocation,
                asked -> Optional.of(new Sql(asked.getSql() + PASS_OVER_LOCKED, asked.getParameterMappings())));
    }
}
