package de.kreislaufstadt.process.engine.extension;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/** Asks a question of the engine in other words, with the same values and for the same rows. */
final class OtherWords {

    private OtherWords() {}

    /** @param words of what is asked, or nothing where the engine's own are kept */
    static Object ask(Invocation invocation, Function<BoundSql, Optional<Sql>> words) throws SQLException {
        MappedStatement statement = (MappedStatement) invocation.getArgs()[0];
        Object parameter = invocation.getArgs()[1];
        RowBounds bounds = (RowBounds) invocation.getArgs()[2];
        BoundSql asked = statement.getBoundSql(parameter);
        BoundSql better =
                words.apply(asked).map(sql -> bound(statement, asked, sql)).orElse(asked);
        Executor executor = (Executor) invocation.getTarget();
        return executor.query(
                statement,
                parameter,
                bounds,
                (ResultHandler<?>) invocation.getArgs()[3],
                executor.createCacheKey(statement, parameter, bounds, better),
                better);
    }

    private static BoundSql bound(MappedStatement statement, BoundSql asked, Sql words) {
        BoundSql result = new BoundSql(
                statement.getConfiguration(), words.text(), words.parameters(), asked.getParameterObject());
        asked.getAdditionalParameters().forEach(result::setAdditionalParameter);
        return result;
    }
}
