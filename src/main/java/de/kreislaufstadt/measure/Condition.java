package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A condition of a decision and what became of it.
 *
 * @param decision row of the decision that set it
 * @param department key of the department that has to meet it
 * @param reason why it was dropped, or what was done; null while it is open
 * @param proof where it can be seen that it is met; null otherwise
 * @param settledOn null while it is open
 */
record Condition(
        UUID id,
        UUID decision,
        String text,
        String department,
        LocalDate due,
        Status status,
        String reason,
        String proof,
        LocalDate settledOn) {

    enum Status {
        OPEN,
        MET,
        DROPPED,
        /** The measure has ended, or the consultation that set it came to nothing. */
        LAPSED
    }
}
