package de.kreislaufstadt.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
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
                                .methodListener(COUNTER)
                                .build()
                        : bean;
            }
        };
    }

    @Bean
    Counter statementCounter() {
        return COUNTER;
    }

    /**
     * What one request cost.
     *
     * @param commits transactions that were committed and had a statement
     */
    public record Cost(List<String> engineStatements, int ownBatches, List<String> ownStatements, int commits) {

        /** @return all of them, a batch counted once */
        public int statements() {
            return engine() + own() + ownBatches;
        }

        public int engine() {
            return engineStatements.size();
        }

        public int own() {
            return ownStatements.size();
        }
    }

    /** Counts between {@link #begin} and {@link #end}; one request at a time. */
    public static final class Counter implements QueryExecutionListener, MethodExecutionListener {

        private final List<String> engine = new ArrayList<>();
        private final List<String> own = new ArrayList<>();
        private final Set<String> open = new HashSet<>();
        private int ownBatches;
        private int commits;
        private boolean counting;

        public synchronized void begin() {
            engine.clear();
            own.clear();
            open.clear();
            ownBatches = 0;
            commits = 0;
            counting = true;
        }

        public synchronized Cost end() {
            counting = false;
            return new Cost(List.copyOf(engine), ownBatches, List.copyOf(own), commits);
        }

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // Counted when done.
        }

        @Override
        public synchronized void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (!counting || isScheduled() || queries.isEmpty()) {
                return;
            }
            if (endsItself(execution)) {
                commits++;
            } else {
                open.add(execution.getConnectionId());
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

        /** What happens by the clock belongs to no request. */
        private static boolean isScheduled() {
            return Thread.currentThread().getName().startsWith("scheduling-");
        }

        private static boolean endsItself(ExecutionInfo execution) {
            try {
                return execution.getStatement().getConnection().getAutoCommit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void beforeMethod(MethodExecutionContext context) {
            // Counted when done.
        }

        @Override
        public synchronized void afterMethod(MethodExecutionContext context) {
            if (!counting || isScheduled() || !(context.getTarget() instanceof Connection)) {
                return;
            }
            String connection = context.getConnectionInfo().getConnectionId();
            switch (context.getMethod().getName()) {
                case "commit" -> commits += open.remove(connection) ? 1 : 0;
                case "rollback" -> open.remove(connection);
                default -> {
                    // Costs no transaction.
                }
            }
        }
    }
}
