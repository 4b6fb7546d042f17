package de.kreislaufstadt.steering;

import java.util.UUID;

/** Lets measures rest that already did so elsewhere when they were taken over. */
public interface PastPauses {

    /**
     * Lets a measure rest that has just been taken over in the state it goes on in: nothing of it can be completed until somebody lets
     * it go on.
     *
     * @param reason German, at most 2000 characters, published with the state
     * @param by engine user id of who takes the measure over; their right to do so is the caller's business
     */
    void rest(String municipality, UUID measure, String reason, String by);
}
