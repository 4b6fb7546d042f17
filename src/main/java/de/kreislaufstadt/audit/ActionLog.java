package de.kreislaufstadt.audit;

import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.DecisionAnswered;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what happens in a transaction and appends it when the transaction is about to commit: the chain of the
 * municipality is locked for that moment only, and what is rolled back was never there.
 */
@Component
class ActionLog {

    private final LogTable log;
    private final Clock clock;

    ActionLog(LogTable log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @throws IllegalStateException outside of a transaction, where nobody knows whether it will have happened */
    @EventListener
    void on(BusinessAction action) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An action outside of a transaction: " + action.kind());
        }
        inHand().add(action, clock.instant());
    }

    /** Answers that are only looked at change nothing, and are not taken down. */
    @EventListener
    void on(DecisionAnswered answer) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            inHand().add(answer);
        }
    }

    /** Of two transactions, one inside the other, each has its own. */
    private ActionsInHand inHand() {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof ActionsInHand actions) {
                return actions;
            }
        }
        ActionsInHand actions = new ActionsInHand(log);
        TransactionSynchronizationManager.registerSynchronization(actions);
        return actions;
    }
}
