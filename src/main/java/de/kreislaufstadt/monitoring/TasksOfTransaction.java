package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.monitoring.MonitoredTaskTable.Done;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.MeasureChanged;
import de.kreislaufstadt.process.TaskMoved;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers what one transaction does to tasks and measures and writes it in one statement just before it commits: the projections
 * are always as true as what they are made of, and a step that moves five tasks does not pay five times.
 */
@Component
class TasksOfTransaction {

    /** What is done to a measure as a whole. */
    private static final Set<Kind> WHOLE = EnumSet.of(
            Kind.MEASURE_PAUSED,
            Kind.MEASURE_RESUMED,
            Kind.MEASURE_CANCELLED,
            Kind.MEASURE_MERGED,
            Kind.MEASURE_STATE_CHANGED,
            Kind.LEAD_CHANGED);

    private final MonitoredTaskTable tasks;

    TasksOfTransaction(MonitoredTaskTable tasks) {
        this.tasks = tasks;
    }

    @EventListener
    void on(TaskMoved moved) {
        gathered().add(moved);
    }

    @EventListener
    void on(MeasureChanged changed) {
        gathered().add(changed);
    }

    /** Whoever steps in changes more than one table of a measure; what they did says so, whichever these are. */
    @EventListener
    void on(BusinessAction action) {
        if (action.measureId() != null && WHOLE.contains(action.kind())) {
            gathered().add(new MeasureChanged(action.municipality(), action.measureId()));
        }
    }

    private Gathered gathered() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("Tasks move and measures change inside of transactions");
        }
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Gathered mine && mine.isOf(this)) {
                return mine;
            }
        }
        Gathered mine = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(mine);
        return mine;
    }

    /** What one transaction has done so far. */
    private final class Gathered implements TransactionSynchronization {

        /** By municipality, in one order everywhere: no two transactions wait for each other. */
        private final Map<String, Done> done = new TreeMap<>();

        private boolean committing;

        private Done in(String municipality) {
            return done.computeIfAbsent(municipality, key -> new Done(key, new ArrayList<>(), new HashSet<>()));
        }

        boolean isOf(TasksOfTransaction other) {
            return TasksOfTransaction.this == other;
        }

        void add(TaskMoved moved) {
            in(moved.municipality()).moves().add(moved);
            writeIfLate();
        }

        void add(MeasureChanged change) {
            in(change.municipality()).changed().add(change.measureId());
            writeIfLate();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write();
        }

        /** Before the log of actions, which locks the chain of the municipality and comes last: nobody waits the other way round. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 10;
        }

        /** Others write just before the commit, too, and may move something then. */
        private void writeIfLate() {
            if (committing) {
                write();
            }
        }

        private void write() {
            if (!done.isEmpty()) {
                tasks.write(done.values());
                done.clear();
            }
        }
    }
}
