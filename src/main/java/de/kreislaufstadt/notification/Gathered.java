package de.kreislaufstadt.notification;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction puts into the outbox: written in one batch just before it commits, and only if it does. */
final class Gathered<T> implements TransactionSynchronization {

    private final Consumer<List<T>> write;
    private final Runnable afterwards;
    private final Set<T> waiting = new LinkedHashSet<>();
    private boolean committing;

    private Gathered(Consumer<List<T>> write, Runnable afterwards) {
        this.write = write;
        this.afterwards = afterwards;
    }

    /**
     * Adds to what the current transaction has gathered for the same consumer. Another transaction inside it has
     * synchronizations, and so gatherings, of its own.
     *
     * @param write writes a batch; one consumer has one gathering per transaction
     * @param afterwards run after the commit
     * @throws IllegalStateException outside of a transaction
     */
    static <T> void add(Collection<T> items, Consumer<List<T>> write, Runnable afterwards) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The outbox is filled inside the transaction that causes the mail");
        }
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Gathered<?> known && known.isWrittenBy(write)) {
                known.addAll(items);
                return;
            }
        }
        Gathered<T> gathered = new Gathered<>(write, afterwards);
        TransactionSynchronizationManager.registerSynchronization(gathered);
        gathered.addAll(items);
    }

    private boolean isWrittenBy(Object consumer) {
        return write == consumer;
    }

    @SuppressWarnings("unchecked") // whoever writes with the same consumer gathers the same type
    private void addAll(Collection<?> items) {
        waiting.addAll((Collection<T>) items);
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
        write.accept(List.copyOf(waiting));
        waiting.clear();
    }

    @Override
    public void afterCommit() {
        afterwards.run();
    }
}
