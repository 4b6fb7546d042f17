package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.BusinessAction;
import java.time.Instant;
import java.util.UUID;

/**
 * That a measure was paused, resumed, ended or given another lead.
 *
 * @param by engine user id
 * @param reason null where its time of deletion has come
 * @param stateBefore state the measure was in before
 * @param mergedInto null unless it was merged
 * @param workingDays length of the pause that ended; null unless one did
 * @param tasks number of open tasks that were concerned
 * @param timers number of days of the process that were moved
 */
record PastInterruption(
        UUID id,
        String municipality,
        UUID measure,
        Kind kind,
        String by,
        Instant at,
        String reason,
        String stateBefore,
        String leadBefore,
        String leadAfter,
        UUID mergedInto,
        Integer workingDays,
        int tasks,
        int timers) {

    /** What was done. */
    enum Kind {
        PAUSED(BusinessAction.Kind.MEASURE_PAUSED),
        RESUMED(BusinessAction.Kind.MEASURE_RESUMED),
        CANCELLED(BusinessAction.Kind.MEASURE_CANCELLED),
        MERGED(BusinessAction.Kind.MEASURE_MERGED),
        LEAD_CHANGED(BusinessAction.Kind.LEAD_CHANGED);

        private final BusinessAction.Kind action;

        Kind(BusinessAction.Kind action) {
            this.action = action;
        }

        BusinessAction.Kind action() {
            return action;
        }
    }
}
