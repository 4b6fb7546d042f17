package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.measure.ModelComponent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A round of a component as the desk reads it.
 *
 * @param number counted per component from 1
 * @param share percentage of members that closes the consultation; null where only the day does
 * @param until last day for comments; null before the consultation
 * @param instance engine's id of its process; null where none runs
 */
record ComponentRound(
        UUID id,
        ModelComponent component,
        int number,
        State state,
        Integer share,
        LocalDate until,
        String instance,
        String changeSummary,
        String returnReason,
        String cancelReason,
        String closedBy,
        LocalDate begunOn,
        LocalDate endedOn) {

    /** Where a round stands. */
    enum State {
        DRAFTING,
        OPENING,
        COMMENTING,
        CLOSING,
        CONSOLIDATING,
        ADOPTING,
        PUBLISHED,
        CANCELLED;

        boolean running() {
            return this != PUBLISHED && this != CANCELLED;
        }

        /** @return whether members have, or had, the draft to comment on */
        boolean wasOpened() {
            return this != DRAFTING && this != OPENING && this != CANCELLED;
        }
    }

    /** @return business key of its process, and what logs call it */
    String key() {
        return "MA-" + component.name() + "-" + number;
    }
}
