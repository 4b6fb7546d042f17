package de.kreislaufstadt.process.engine.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/**
 * Asks for tasks with the same grants, but reads them once.
 *
 * <p>The engine joins its grants by {@code resource in (task, process, '*')}, a condition that PostgreSQL can only check
 * pair by pair: with a grant per open task and group the work grows with the square of the inbox. The same condition as
 * three questions to a set that is read once is answered with hashes. Statements that do not have the expected shape are
 * left as they are, so that a change of the engine costs time and never rows.
 */
@Intercepts(
        @Signature(
                type = Executor.class,
                method = "query",
                args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}))
public final class InboxQuery implements Interceptor {

    private static final Set<String> STATEMENTS = Set.of("selectTaskByQueryCriteria", "selectTaskCountByQueryCriteria");

    private static final Pattern JOINED_GRANTS = Pattern.compile(
            "(?:left|inner)\\s+join\\s+\\(\\s*SELECT\\s+A\\.\\*\\s+(FROM\\s+\\S*ACT_RU_AUTHORIZATION\\s+A\\s.*?)\\)\\s*"
                    + "AUTH\\s+ON\\s+\\(AUTH\\.RESOURCE_ID_\\s+in\\s*\\(\\s*RES\\.ID_\\s*,\\s*D\\.KEY_\\s*,\\s*'\\*'\\s*\\)\\s*\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String GRANTED = "AUTH.RESOURCE_ID_ IS NOT NULL";

    private static final String IN_SET = "RES.ID_ in (select RESOURCE_ID_ from GRANTED)"
            + " or D.KEY_ in (select RESOURCE_ID_ from GRANTED)"
            + " or exists (select 1 from GRANTED where RESOURCE_ID_ = '*')";

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        MappedStatement statement = (MappedStatement) invocation.getArgs()[0];
        if (!STATEMENTS.contains(statement.getId().replaceFirst(".*\\.", ""))) {
            return invocation.proceed();
        }
        Object parameter = invocation.getArgs()[1];
        RowBounds bounds = (RowBounds) invocation.getArgs()[2];
        BoundSql asked = statement.getBoundSql(parameter);
        BoundSql better = withGrantsReadOnce(asked, statement).orElse(asked);
        Executor executor = (Executor) invocation.getTarget();
        return executor.query(
                statement,
                parameter,
                bounds,
                (ResultHandler<?>) invocation.getArgs()[3],
                executor.createCacheKey(statement, parameter, bounds, better),
                better);
    }

    private static Optional<BoundSql> withGrantsReadOnce(BoundSql asked, MappedStatement statement) {
        String sql = asked.getSql();
        Matcher join = JOINED_GRANTS.matcher(sql);
        if (!join.find()) {
            return Optional.empty();
        }
        String rest = sql.substring(join.end());
        // A second join of grants, or a condition on them that we do not know, would lose its table.
        if (join.find() || occurrences(rest, "AUTH.") != 1 || !rest.contains(GRANTED)) {
            return Optional.empty();
        }
        join.find(0);
        String better = "with GRANTED as materialized (select A.RESOURCE_ID_ " + join.group(1) + ") "
                + sql.substring(0, join.start()) + rest.replace(GRANTED, IN_SET);
        List<ParameterMapping> parameters = new ArrayList<>(asked.getParameterMappings());
        int before = occurrences(sql.substring(0, join.start()), "?");
        List<ParameterMapping> ofGrants = parameters.subList(before, before + occurrences(join.group(1), "?"));
        List<ParameterMapping> ordered = new ArrayList<>(ofGrants);
        ofGrants.clear();
        ordered.addAll(parameters);
        BoundSql result = new BoundSql(statement.getConfiguration(), better, ordered, asked.getParameterObject());
        asked.getAdditionalParameters().forEach(result::setAdditionalParameter);
        return Optional.of(result);
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
