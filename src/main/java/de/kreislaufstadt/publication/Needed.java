package de.kreislaufstadt.publication;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.measure.EvaluationReleased;
import de.kreislaufstadt.measure.MeasureEnded;
import de.kreislaufstadt.measure.RecordChanged;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears of whatever makes a public page say something that is no longer so, and begins a publication. */
@Component
class Needed {

    /** Where everything that runs for the measure stops or ends in the same transaction. */
    private static final Set<String> STOPPED = Set.of("CANCELLED", "MERGED", "PAUSED");

    private static final Set<String> DECIDED = Set.of("DECIDED", "REJECTED");

    private final PublicationCourse course;
    private final Municipalities municipalities;

    Needed(PublicationCourse course, Municipalities municipalities) {
        this.course = course;
        this.municipalities = municipalities;
    }

    @EventListener
    void on(PublicContentChanged changed) {
        course.changed(changed.municipality(), changed.measureId(), changed.cause(), changed.releasedByTwo());
    }

    @EventListener
    void on(RecordChanged changed) {
        course.changed(changed.municipality(), changed.measureId(), Cause.RECORD, false);
    }

    /** What it says is public with its release, and not when the archive has answered weeks later. */
    @EventListener
    void on(EvaluationReleased released) {
        course.changed(released.municipality(), released.measureId(), Cause.EVALUATION, true);
    }

    @EventListener
    void on(MeasureEnded ended) {
        course.ended(ended.municipality(), ended.measure());
    }

    @EventListener
    void on(BusinessAction action) {
        if (action.kind() != Kind.MEASURE_STATE_CHANGED || action.changes().isEmpty()) {
            return;
        }
        String state = action.changes().get(0).to();
        if (STOPPED.contains(state)) {
            TransactionSynchronizationManager.registerSynchronization(
                    new AtTheEnd(action.municipality(), action.measureId()));
        } else if (DECIDED.contains(state) && municipalities.publishesByItself(action.municipality())) {
            course.begin(action.municipality(), action.measureId(), Cause.DECISION, false);
        }
    }

    /** Begins just before the commit, when what stopped the measure cannot stop this, too. */
    private final class AtTheEnd implements TransactionSynchronization {

        private final String municipality;
        private final UUID measure;

        AtTheEnd(String municipality, UUID measure) {
            this.municipality = municipality;
            this.measure = measure;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            Set<TransactionSynchronization> before =
                    new HashSet<>(TransactionSynchronizationManager.getSynchronizations());
            course.changed(municipality, measure, Cause.ENDED, false);
            // What the new tasks have brought in for the first time comes too late to be asked by itself.
            List<TransactionSynchronization> late = TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(other -> !before.contains(other))
                    .toList();
            late.forEach(other -> other.beforeCommit(readOnly));
        }

        /** Before tasks are written down, which {@code monitoring} does when all others have moved theirs. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 20;
        }
    }
}
