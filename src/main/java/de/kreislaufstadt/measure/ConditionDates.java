package de.kreislaufstadt.measure;

import de.kreislaufstadt.process.ItemDates;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Meeting a condition is due on the day that the decision has set. */
@Component
class ConditionDates implements ItemDates {

    private final ConditionTable conditions;

    ConditionDates(ConditionTable conditions) {
        this.conditions = conditions;
    }

    @Override
    public Optional<LocalDate> date(TaskContext scope, String name) {
        return "conditionDue".equals(name) && scope.text("conditionId") != null
                ? Optional.of(due(scope, scope.id("conditionId")))
                : Optional.empty();
    }

    /** All tasks of a decision's conditions begin in its transaction: their days are read once, and nothing changes them. */
    private LocalDate due(TaskContext scope, UUID condition) {
        Map<UUID, LocalDate> known = ofTransaction();
        if (!known.containsKey(condition)) {
            conditions
                    .ofMeasure(scope.municipality(), scope.measureId())
                    .forEach(row -> known.put(row.id(), row.due()));
        }
        return known.computeIfAbsent(
                condition, id -> conditions.find(scope.municipality(), id).due());
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, LocalDate> ofTransaction() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, new HashMap<UUID, LocalDate>());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(ConditionDates.this);
                }
            });
        }
        return (Map<UUID, LocalDate>) TransactionSynchronizationManager.getResource(this);
    }
}
