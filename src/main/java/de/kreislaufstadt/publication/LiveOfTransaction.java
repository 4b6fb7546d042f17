package de.kreislaufstadt.publication;

import de.kreislaufstadt.measure.MeasureTakenOver;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.MeasureChanged;
import de.kreislaufstadt.process.TaskMoved;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers what one transaction does to tasks and measures, and tells the public just before it commits: after the projections have
 * been written which this reads, before the log of actions.
 */
@Component
class LiveOfTransaction {

    /** What is done to a measure as a whole. */
    private static final Set<Kind> WHOLE = EnumSet.of(
            Kind.MEASURE_PAUSED,
            Kind.MEASURE_RESUMED,
            Kind.MEASURE_CANCELLED,
            Kind.MEASURE_MERGED,
            Kind.MEASURE_STATE_CHANGED,
            Kind.LEAD_CHANGED);

    private static final Set<String> DECIDED = Set.of("DECIDED", "REJECTED");

    private final LiveValues values;
    private final Unpublished unpublished;

    LiveOfTransaction(LiveValues values, Unpublished unpublished) {
        this.values = values;
        this.unpublished = unpublished;
    }

    @EventListener
    void on(TaskMoved moved) {
        Touched touched = gathered().of(moved.municipality());
        if (moved.origin() == null) {
            touched.tasks.add(moved.taskId());
        } else if (moved.origin().measureId() != null) {
            touched.measures.add(moved.origin().measureId());
        }
    }

    @EventListener
    void on(MeasureChanged changed) {
        gathered().of(changed.municipality()).measures.add(changed.measureId());
    }

    @EventListener
    void on(MeasureTakenOver came) {
        if (Unpublished.DECIDED.contains(came.state().name())) {
            gathered().of(came.municipality()).takenOver++;
        }
    }

    @EventListener
    void on(BusinessAction action) {
        if (action.measureId() != null && WHOLE.contains(action.kind())) {
            Touched touched = gathered().of(action.municipality());
            touched.measures.add(action.measureId());
            touched.decided |= action.kind() == Kind.MEASURE_STATE_CHANGED
                    && !action.changes().isEmpty()
                    && DECIDED.contains(action.changes().get(0).to());
        }
    }

    private Gathered gathered() {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Gathered mine && mine.isOf(this)) {
                return mine;
            }
        }
        Gathered mine = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(mine);
        return mine;
    }

    /** What has moved in one municipality. */
    private static final class Touched {

        private final Set<UUID> measures = new HashSet<>();
        private final Set<String> tasks = new HashSet<>();
        private boolean decided;
        private int takenOver;
    }

    private final class Gathered implements TransactionSynchronization {

        private final Map<String, Touched> touched = new TreeMap<>();

        boolean isOf(LiveOfTransaction other) {
            return LiveOfTransaction.this == other;
        }

        Touched of(String municipality) {
            return touched.computeIfAbsent(municipality, key -> new Touched());
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            touched.forEach((municipality, what) -> {
                values.tell(municipality, what.measures, what.tasks);
                if (what.decided) {
                    unpublished.tell(municipality);
                } else if (what.takenOver > 0) {
                    unpublished.tellMore(municipality, what.takenOver);
                }
            });
        }

        /** After the projections that this reads, before the log of actions. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 5;
        }
    }
}
