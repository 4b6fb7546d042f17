package de.kreislaufstadt.released;

import java.util.TreeSet;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Raises the stamps of what one transaction has changed in public, once each and last: a stamp is a row that all releases of a
 * municipality write, and is to be locked for a moment only. Only the log of actions comes after it.
 */
@Component
class StampOfTransaction {

    private final StampTable table;

    StampOfTransaction(StampTable table) {
        this.table = table;
    }

    /**
     * Has the stamp raised just before the commit.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void raise(String municipality) {
        Touched touched = touched();
        if (touched == null) {
            touched = new Touched();
            TransactionSynchronizationManager.registerSynchronization(touched);
        }
        touched.add(municipality);
    }

    /**
     * As {@link #raise}, for what is written just before the commit itself: a synchronization that is registered then would no longer be
     * asked, so the stamp is raised at once.
     */
    void raiseLate(String municipality) {
        Touched touched = touched();
        if (touched == null) {
            table.raise(municipality);
        } else {
            touched.add(municipality);
        }
    }

    /** @throws IllegalStateException outside of a transaction */
    void demandTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What is public changes inside of transactions");
        }
    }

    private Touched touched() {
        demandTransaction();
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Touched mine && mine.isOf(this)) {
                return mine;
            }
        }
        return null;
    }

    private final class Touched implements TransactionSynchronization {

        // In one order everywhere, so that no two wait for each other.
        private final TreeSet<String> municipalities = new TreeSet<>();
        private boolean committing;

        boolean isOf(StampOfTransaction other) {
            return StampOfTransaction.this == other;
        }

        void add(String municipality) {
            municipalities.add(municipality);
            if (committing) {
                write();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write();
        }

        /** After what derives public values, before the log of actions. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 3;
        }

        private void write() {
            municipalities.forEach(table::raise);
            municipalities.clear();
        }
    }
}
