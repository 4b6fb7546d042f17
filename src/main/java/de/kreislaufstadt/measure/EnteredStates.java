package de.kreislaufstadt.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which states measures have entered in the running transaction. Who decides enters a state in their own name and leads the process to
 * where it enters the same one: the row is locked since, and need not be asked again.
 */
final class EnteredStates implements TransactionSynchronization {

    private final Map<UUID, MeasureState> last = new HashMap<>();

    private EnteredStates() {}

    /** @return whether the measure has just entered this state; outside of a transaction nobody knows */
    static boolean isLast(UUID measure, MeasureState state) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && state == ofTransaction().last.put(measure, state);
    }

    private static EnteredStates ofTransaction() {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof EnteredStates mine) {
                return mine;
            }
        }
        EnteredStates mine = new EnteredStates();
        TransactionSynchronizationManager.registerSynchronization(mine);
        return mine;
    }
}
