package de.kreislaufstadt.process.engine.watch;

import de.kreislaufstadt.observation.LogFields;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts tasks by their place in the model, once their completion is committed, and says so in the log. There are as many keys as
 * user tasks. Which task it was, the log's fields say; who did it, only the log of actions.
 */
@Component
class CompletedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(CompletedTasks.class);

    private final Meter.MeterProvider<Counter> completed;

    CompletedTasks(MeterRegistry registry) {
        this.completed = Counter.builder("kreislaufstadt.tasks.completed")
                .description("Tasks that somebody has completed on this node, by the id of the user task")
                .withRegistry(registry);
    }

    /** Within the transaction that completes it; by its end the log's fields are those of what came next. */
    void count(String key) {
        Map<String, String> fields = LogFields.current();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                completed.withTag("task", key).increment();
                fields.forEach(LogFields::put);
                LOG.info("Aufgabe abgeschlossen: {}", key);
            }
        });
    }
}
