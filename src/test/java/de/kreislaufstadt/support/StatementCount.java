package de.kreislaufstadt.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the SQL statements that reach PostgreSQL, the engine's and ours apart; a batch counts once. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount {

    private static final Counter COUNTER = new Counter();

    @Bean
    static BeanPostProcessor countedDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? ProxyDataSourceBuilder.create(source)
                                .listener(COUNTER)
                                .build()
                        : bean;
            }
        };
    }

    @Bean
    Counter statementCounter() {
        return COUNTER;
    }

    /** What one request cost. */
    public record Cost(List<String> engineStatements, int ownBatches, List<String> ownStatements) {

        public int engine() {
            return engineStatements.size();
        }

        public int own() {
            return ownStatements.size();
        }
    }

    /** Counts between {@link #begin} and {@link #end}; one request at a time. */
    public static final class Counter implements QueryExecutionListener {

        private final List<String> engine = new ArrayList<>();
        private final List<String> own = new ArrayList<>();
        private int ownBatches;
        private boolean counting;

        public synchronized void begin() {
            engine.clear();
            own.clear();
            ownBatches = 0;
            counting = true;
        }

        public synchronized Cost end() {
            counting = false;
            return new Cost(List.copyOf(engine), ownBatches, List.copyOf(own));
        }

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // Counted when done.
        }

        @Override
        public synchronized void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // What happens by the clock belongs to no request.
            boolean scheduled = Thread.currentThread().getName().startsWith("scheduling-");
            if (!counting || scheduled || queries.isEmpty()) {
                return;
            }
            String sql = queries.get(0).getQuery();
            if (sql.toLowerCase(Locale.ROOT).contains("act_")) {
                engine.add(sql);
            } else if (execution.isBatch()) {
                ownBatches++;
            } else {
                own.add(sql);
            }
        }
    }
}
