package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.TaskNotice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers the notices of a transaction and writes them in one batch just before it commits: they are in the outbox if and
 * only if what they tell of has happened. Who gets them is nothing the person who completes a task has to wait for.
 */
@Component
class NoticesOfTransaction {

    private final NoticeTable notices;
    private final BackgroundSender sender;
    private final Clock clock;

    NoticesOfTransaction(NoticeTable notices, BackgroundSender sender, Clock clock) {
        this.notices = notices;
        this.sender = sender;
        this.clock = clock;
    }

    @EventListener
    void on(TaskNotice notice) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A notice is given inside the transaction that causes it");
        }
        gathered().add(notice);
    }

    /** Another transaction inside this one has synchronizations, and so notices, of its own. */
    private Gathered gathered() {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Gathered gathered && gathered.belongsTo(this)) {
                return gathered;
            }
        }
        Gathered gathered = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private final class Gathered implements TransactionSynchronization {

        private final List<TaskNotice> waiting = new ArrayList<>();
        private boolean committing;

        private boolean belongsTo(NoticesOfTransaction owner) {
            return NoticesOfTransaction.this == owner;
        }

        private void add(TaskNotice notice) {
            waiting.add(notice);
            if (committing) {
                write();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write();
        }

        private void write() {
            notices.add(waiting, clock.instant());
            waiting.clear();
        }

        @Override
        public void afterCommit() {
            sender.wake();
        }
    }
}
