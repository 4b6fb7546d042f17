package de.kreislaufstadt.measure;

import java.util.Optional;
import java.util.UUID;

/** The course of a measure, for whoever interrupts it. Which of it is allowed when, the caller decides. */
public interface MeasureCourse {

    /**
     * Finds a measure and keeps others from interrupting it until the transaction ends.
     *
     * @return empty if the municipality has no measure with this number
     */
    Optional<Standing> lock(String municipality, String number);

    /**
     * Lets a measure rest.
     *
     * @param reason German, at most 2000 characters, published with the state
     * @param actor engine user id
     */
    void pause(String municipality, UUID measure, String reason, String actor);

    /**
     * Lets it go on where it stood, with the reason that state had.
     *
     * @param state where it stood before it rested
     */
    void resume(String municipality, UUID measure, MeasureState state, String actor);

    /**
     * Gives a measure another lead: the record gets a version that says so. Whoever leads contributes no longer.
     *
     * @param lead key of a department
     */
    void changeLead(String municipality, UUID measure, String lead, String actor);

    /**
     * Where a measure stands.
     *
     * @param lead key of the department that leads it
     */
    record Standing(UUID id, String number, String title, String lead, MeasureState state) {

        /** @return whether nothing can happen to it any more */
        public boolean isOver() {
            return state == MeasureState.COMPLETED
                    || state == MeasureState.REJECTED
                    || state == MeasureState.CANCELLED
                    || state == MeasureState.MERGED;
        }
    }
}
