package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.process.ItemDates;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collecting knowledge is due on the day that the lead has set for the goal. */
@Component
class GoalDates implements ItemDates {

    private final KnowledgeTable table;

    GoalDates(KnowledgeTable table) {
        this.table = table;
    }

    @Override
    public Optional<LocalDate> date(TaskContext scope, String name) {
        if (!"goalDue".equals(name) || scope.text("goalId") == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(ofMeasure(scope).get(scope.id("goalId")));
    }

    /** The tasks of all goals are created in one transaction: it asks once, not once per goal. */
    private Map<UUID, LocalDate> ofMeasure(TaskContext scope) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return table.dueDates(scope);
        }
        Key key = new Key(this, scope.municipality(), scope.measureId());
        @SuppressWarnings("unchecked")
        Map<UUID, LocalDate> known = (Map<UUID, LocalDate>) TransactionSynchronizationManager.getResource(key);
        if (known == null) {
            known = table.dueDates(scope);
            TransactionSynchronizationManager.bindResource(key, known);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(key);
                }
            });
        }
        return known;
    }

    private record Key(GoalDates owner, String municipality, UUID measure) {}
}
